namespace Aggregator.TestKit;

/// <summary>How the program is started.</summary>
public sealed record ProgramSetup
{
    /// <summary>Null: the test's folder.</summary>
    public string? WorkingDirectory { get; init; }

    /// <summary>Environment variables on top of the machine's.</summary>
    public IReadOnlyDictionary<string, string> Environment { get; init; } = new Dictionary<string, string>();

    /// <summary>What stdin gives; null: nothing.</summary>
    public string? Input { get; init; }

    /// <summary>Another build of the program; null: the one beside the tests.</summary>
    public string? Assembly { get; init; }
}
