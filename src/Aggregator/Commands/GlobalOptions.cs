using System.CommandLine;

namespace Aggregator.Commands;

/// <summary>The options that every command has.</summary>
internal static class GlobalOptions
{
    public static readonly Option<string?> Settings = new("--settings")
    {
        Description = "Settings file; without it ./appsettings.json, else the one in your configuration folder",
        HelpName = "FILE",
        Recursive = true,
    };

    public static readonly Option<string?> Feeds = new("--feeds")
    {
        Description = "Feed list file (feeds.json, *.opml, *.txt) or a folder of them; replaces the setting Feeds:Path",
        HelpName = "PATH",
        Recursive = true,
    };

    public static readonly Option<string?> Archive = new("--archive")
    {
        Description = "Archive file; replaces the setting Archive:Path",
        HelpName = "FILE",
        Recursive = true,
    };

    public static readonly Option<string[]> Set = new("--set")
    {
        Description = "Any setting, such as --set Polling:Parallel=64; may be given several times",
        HelpName = "Key=Value",
        Recursive = true,
    };

    public static readonly Option<string> LogLevel = new("--log-level")
    {
        Description = "Least level that is logged",
        HelpName = "trace|debug|info|warn|error",
        Recursive = true,
        DefaultValueFactory = _ => "info",
    };

    static GlobalOptions() => LogLevel.AcceptOnlyFromAmong("trace", "debug", "info", "warn", "error");

    public static IReadOnlyList<Option> All => [Settings, Feeds, Archive, Set, LogLevel];
}
