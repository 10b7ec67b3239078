using System.Globalization;

namespace Aggregator.Settings;

/// <summary>Every setting that is in effect, with its default and its bounds. The shipped settings file says what each means.</summary>
internal static class SettingKeys
{
    public static IReadOnlyList<SettingKey> All { get; } =
    [
        Path("Feeds:Path", "config", (s, v) => s with { FeedsPath = v }),
        Count("Polling:Parallel", "32", 1, 1024, (s, v) => s with { Polling = s.Polling with { Parallel = v } }),
        Count("Polling:PerHost", "1", 1, 64, (s, v) => s with { Polling = s.Polling with { PerHost = v } }),
        Path("Archive:Path", "data/archive.db", (s, v) => s with { ArchivePath = v }),
        Path("Queries:Path", "config/queries", (s, v) => s with { QueriesPath = v }),
    ];

    /// <summary>Settings that later versions will have: using one now is an error that says so.</summary>
    public static IReadOnlyList<string> NotYet { get; } =
    [
        "Web:Enabled", "Web:Urls",
        "Maintenance:Backup:Schedule", "Maintenance:Backup:Folder", "Maintenance:Backup:Keep",
        "Maintenance:KeepFetches", "Maintenance:KeepUnchanged",
        "Duplicates:NearCopies", "Duplicates:Sample",
    ];

    /// <summary>Sections that belong to the framework.</summary>
    public static IReadOnlyList<string> FrameworkSections { get; } = ["Logging", "Kestrel"];

    private static SettingKey Path(string name, string byDefault, Func<AppSettings, string, AppSettings> set) => new(name, byDefault, (settings, value) =>
        value.Text.Length == 0 ? (null, "a path is needed.") : (set(settings, System.IO.Path.GetFullPath(value.Text, value.Folder)), null));

    private static SettingKey Count(string name, string byDefault, int min, int max, Func<AppSettings, int, AppSettings> set) => new(name, byDefault, (settings, value) =>
        int.TryParse(value.Text, NumberStyles.None, CultureInfo.InvariantCulture, out var number) && number >= min && number <= max
            ? (set(settings, number), null)
            : (null, string.Create(CultureInfo.InvariantCulture, $"'{value.Text}' is no whole number from {min} to {max}.")));
}
