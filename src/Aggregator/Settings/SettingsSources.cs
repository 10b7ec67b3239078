using System.Collections;
using System.CommandLine;
using Aggregator.Commands;

namespace Aggregator.Settings;

/// <summary>Everything that settings are read from.</summary>
internal sealed record SettingsSources
{
    public const string FileName = "appsettings.json";

    /// <summary><c>--settings</c>.</summary>
    public string? ExplicitFile { get; init; }

    public required string WorkingFolder { get; init; }

    /// <summary>The user's configuration folder; null when the machine knows none.</summary>
    public string? UserFolder { get; init; }

    /// <summary>The folder of the program: its copy of the settings file gives defaults only, and nothing is ever written there.</summary>
    public string? ProgramFolder { get; init; }

    public IReadOnlyDictionary<string, string> Environment { get; init; } = new Dictionary<string, string>();

    /// <summary><c>--set Key=Value</c>, <c>--feeds</c> and <c>--archive</c> in this form: name of the option, key, value.</summary>
    public IReadOnlyList<(string Option, string Key, string? Value)> CommandLine { get; init; } = [];

    public static SettingsSources Of(ParseResult line) => new()
    {
        ExplicitFile = line.GetValue(GlobalOptions.Settings),
        WorkingFolder = Directory.GetCurrentDirectory(),
        UserFolder = ConfigurationFolder(),
        ProgramFolder = AppContext.BaseDirectory,
        Environment = System.Environment.GetEnvironmentVariables().Cast<DictionaryEntry>()
            .ToDictionary(e => (string)e.Key, e => (string?)e.Value ?? "", StringComparer.Ordinal),
        CommandLine = OfOptions(line).ToList(),
    };

    // The named options come after --set: the more special word wins.
    private static IEnumerable<(string Option, string Key, string? Value)> OfOptions(ParseResult line)
    {
        foreach (var set in line.GetValue(GlobalOptions.Set) ?? [])
        {
            var equals = set.IndexOf('=', StringComparison.Ordinal);
            yield return equals < 0 ? ("--set", set, null) : ("--set", set[..equals].Trim(), set[(equals + 1)..].Trim());
        }

        if (line.GetValue(GlobalOptions.Feeds) is { } feeds) yield return ("--feeds", "Feeds:Path", feeds);
        if (line.GetValue(GlobalOptions.Archive) is { } archive) yield return ("--archive", "Archive:Path", archive);
    }

    // XDG_CONFIG_HOME or ~/.config, %APPDATA% on Windows, ~/Library/Application Support on macOS.
    private static string? ConfigurationFolder()
    {
        var folder = System.Environment.GetFolderPath(System.Environment.SpecialFolder.ApplicationData, System.Environment.SpecialFolderOption.DoNotVerify);
        return folder.Length == 0 ? null : Path.Combine(folder, "aggregator");
    }
}
