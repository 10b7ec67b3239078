namespace Aggregator.Commands;

/// <summary>What a command returns to the shell.</summary>
internal static class ExitCode
{
    /// <summary>Done. A pass that finished is done: failed feeds are results.</summary>
    public const int Done = 0;

    /// <summary>It could not do it, and said so.</summary>
    public const int Failed = 1;

    /// <summary>The command line, the settings or the feed list are wrong.</summary>
    public const int Usage = 2;

    /// <summary>Ended by Ctrl-C.</summary>
    public const int Interrupted = 130;
}
