using Aggregator.Pipeline.Subscribing;

namespace Aggregator.Queries;

/// <summary>The folder of saved queries, one <c>.sql</c> file each.</summary>
internal sealed class QueryFolder(string path)
{
    private const string Ending = ".sql";

    /// <summary>All queries, by name.</summary>
    public IReadOnlyList<SavedQuery> All() => [.. Names().Select(n => SavedQuery.Read(n, File.ReadAllText(FileOf(n))))];

    /// <returns>The query, or one sentence that says why there is none.</returns>
    public (SavedQuery? Query, string? Refusal) Find(string name)
    {
        // A name is a name, never a path.
        if (name.Length == 0 || !name.All(c => char.IsLetterOrDigit(c) || c is '-' or '_'))
            return (null, $"'{name}' is not a name of a saved query; names have letters, digits, - and _");
        if (File.Exists(FileOf(name)))
            return (SavedQuery.Read(name, File.ReadAllText(FileOf(name))), null);
        var nearest = NearestName.Of(name, Names());
        return (null, $"there is no saved query '{name}' in {path}" + (nearest is null ? "; 'aggregator query --list' shows what there is" : $"; did you mean @{nearest}?"));
    }

    private string FileOf(string name) => Path.Combine(path, name + Ending);

    private IEnumerable<string> Names() => !Directory.Exists(path) ? []
        : Directory.EnumerateFiles(path, "*" + Ending).Select(f => Path.GetFileNameWithoutExtension(f)).Order(StringComparer.Ordinal);
}
