namespace Aggregator.Pipeline.Subscribing;

/// <summary>Collects the problems of one list file.</summary>
internal sealed class ListProblems(string file)
{
    private readonly List<ConfigProblem> _found = [];

    public string File { get; } = file;

    /// <summary>In line order; problems of one line as they were found.</summary>
    public IEnumerable<ConfigProblem> All => _found.OrderBy(p => p.Line);

    public void Error(int line, string? key, string message) => _found.Add(new ConfigProblem(File, line, key, message, IsError: true));

    public void Warning(int line, string? key, string message) => _found.Add(new ConfigProblem(File, line, key, message, IsError: false));
}
