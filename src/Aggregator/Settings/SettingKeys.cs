using System.Globalization;
using Aggregator.Fetching.Addresses;
using Aggregator.Pipeline.Subscribing;
using Quartz;

namespace Aggregator.Settings;

/// <summary>Every setting that is in effect, with its default and its bounds. The shipped settings file says what each means.</summary>
internal static class SettingKeys
{
    private static readonly TimeSpan ShortestInterval = TimeSpan.FromMinutes(5);
    private static readonly TimeSpan LongestInterval = TimeSpan.FromDays(30);

    public static IReadOnlyList<SettingKey> All { get; } =
    [
        Path("Feeds:Path", "config", (s, v) => s with { FeedsPath = v }),
        Count("Polling:Parallel", "32", 1, 1024, (s, v) => s with { Polling = s.Polling with { Parallel = v } }),
        Count("Polling:PerHost", "1", 1, 64, (s, v) => s with { Polling = s.Polling with { PerHost = v } }),
        Duration("Polling:HostSpacing", "1s", TimeSpan.Zero, TimeSpan.FromHours(1), (s, v) => s with { Polling = s.Polling with { HostSpacing = v } }),
        Every("Polling:Every", "auto"),
        Duration("Polling:MinInterval", "15m", ShortestInterval, LongestInterval, (s, v) => s with { Schedule = s.Schedule with { MinInterval = v } }),
        Duration("Polling:MaxInterval", "24h", ShortestInterval, LongestInterval, (s, v) => s with { Schedule = s.Schedule with { MaxInterval = v } }),
        Networks("Fetching:AllowNetworks", "", (s, v) => s with { Fetching = s.Fetching with { AllowNetworks = v } }),
        Duration("Fetching:ConnectTimeout", "5s", TimeSpan.FromMilliseconds(100), TimeSpan.FromMinutes(5), (s, v) => s with { Fetching = s.Fetching with { ConnectTimeout = v } }),
        Duration("Fetching:HeadersTimeout", "10s", TimeSpan.FromMilliseconds(100), TimeSpan.FromMinutes(5), (s, v) => s with { Fetching = s.Fetching with { HeadersTimeout = v } }),
        Duration("Fetching:IdleTimeout", "10s", TimeSpan.FromMilliseconds(100), TimeSpan.FromMinutes(5), (s, v) => s with { Fetching = s.Fetching with { IdleTimeout = v } }),
        Duration("Fetching:TotalTimeout", "30s", TimeSpan.FromSeconds(1), TimeSpan.FromMinutes(30), (s, v) => s with { Fetching = s.Fetching with { TotalTimeout = v } }),
        Size("Fetching:MaxBytes", "16MiB", 1 << 10, 1 << 30, (s, v) => s with { Fetching = s.Fetching with { MaxBytes = v } }),
        SizeOrNone("Fetching:MaxPackedBytes", "", 1 << 10, 1 << 30, (s, v) => s with { Fetching = s.Fetching with { MaxPackedBytes = v } }),
        Size("Fetching:MaxHeaderBytes", "64KiB", 1 << 10, 1 << 20, (s, v) => s with { Fetching = s.Fetching with { MaxHeaderBytes = (int)v } }),
        Count("Fetching:MaxRedirects", "5", 0, 20, (s, v) => s with { Fetching = s.Fetching with { MaxRedirects = v } }),
        Duration("Fetching:RetryPause", "1s", TimeSpan.Zero, TimeSpan.FromMinutes(1), (s, v) => s with { Fetching = s.Fetching with { RetryPause = v } }),
        Size("Fetching:MemoryBudget", "64MiB", 1 << 20, 1L << 40, (s, v) => s with { Fetching = s.Fetching with { MemoryBudget = v } }),
        Contact("Fetching:Contact", ""),
        Path("Archive:Path", "data/archive.db", (s, v) => s with { ArchivePath = v }),
        Cron("Maintenance:Backup:Schedule", "", (s, v) => s with { Maintenance = s.Maintenance with { BackupSchedule = v } }),
        Zone("Maintenance:Backup:TimeZone", "UTC", (s, v) => s with { Maintenance = s.Maintenance with { BackupTimeZone = v } }),
        PathOrNone("Maintenance:Backup:Folder", (s, v) => s with { Maintenance = s.Maintenance with { BackupFolder = v } }),
        Count("Maintenance:Backup:Keep", "7", 1, 1000, (s, v) => s with { Maintenance = s.Maintenance with { BackupKeep = v } }),
        Duration("Maintenance:KeepFetches", "90d", TimeSpan.FromDays(1), TimeSpan.FromDays(3650), (s, v) => s with { Maintenance = s.Maintenance with { KeepFetches = v } }),
        Duration("Maintenance:KeepUnchanged", "3d", TimeSpan.FromHours(1), TimeSpan.FromDays(3650), (s, v) => s with { Maintenance = s.Maintenance with { KeepUnchanged = v } }),
        Path("Queries:Path", "config/queries", (s, v) => s with { QueriesPath = v }),
    ];

    /// <summary>Settings that later versions will have: using one now is an error that says so.</summary>
    public static IReadOnlyList<string> NotYet { get; } =
    [
        "Web:Enabled", "Web:Urls",
        "Duplicates:NearCopies", "Duplicates:Sample",
    ];

    /// <summary>Sections that belong to the framework.</summary>
    public static IReadOnlyList<string> FrameworkSections { get; } = ["Logging", "Kestrel"];

    private static SettingKey Path(string name, string byDefault, Func<AppSettings, string, AppSettings> set) => new(name, byDefault, (settings, value) =>
        value.Text.Length == 0 ? (null, "a path is needed.") : (set(settings, System.IO.Path.GetFullPath(value.Text, value.Folder)), null));

    private static SettingKey PathOrNone(string name, Func<AppSettings, string?, AppSettings> set) => new(name, "", (settings, value) =>
        (set(settings, value.Text.Length == 0 ? null : System.IO.Path.GetFullPath(value.Text, value.Folder)), null));

    private static SettingKey Cron(string name, string byDefault, Func<AppSettings, CronExpression?, AppSettings> set) => new(name, byDefault, (settings, value) =>
        value.Text.Length == 0 ? (set(settings, null), null)
        : CronExpression.TryParse(value.Text, out var times) ? (set(settings, times), null)
        : (null, $"'{value.Text}' is no cron expression of Quartz, such as '0 30 3 * * ?': second, minute, hour, day of month, month, day of week."));

    private static SettingKey Zone(string name, string byDefault, Func<AppSettings, TimeZoneInfo, AppSettings> set) => new(name, byDefault, (settings, value) =>
        TimeZoneInfo.TryFindSystemTimeZoneById(value.Text, out var zone) ? (set(settings, zone), null) : (null, $"'{value.Text}' is no time zone, such as Europe/Paris or UTC."));

    private static SettingKey Count(string name, string byDefault, int min, int max, Func<AppSettings, int, AppSettings> set) => new(name, byDefault, (settings, value) =>
        int.TryParse(value.Text, NumberStyles.None, CultureInfo.InvariantCulture, out var number) && number >= min && number <= max
            ? (set(settings, number), null)
            : (null, string.Create(CultureInfo.InvariantCulture, $"'{value.Text}' is no whole number from {min} to {max}.")));

    private static SettingKey Duration(string name, string byDefault, TimeSpan min, TimeSpan max, Func<AppSettings, TimeSpan, AppSettings> set) => new(name, byDefault, (settings, value) =>
        !Durations.TryParse(value.Text, out var duration) ? (null, $"'{value.Text}' is no duration: {Durations.Form}.")
        : duration < min || duration > max ? (null, $"'{value.Text}' is out of bounds: from {Durations.Format(min)} to {Durations.Format(max)}.")
        : (set(settings, duration), null));

    private static SettingKey Size(string name, string byDefault, long min, long max, Func<AppSettings, long, AppSettings> set) => new(name, byDefault, (settings, value) =>
        !Sizes.TryParse(value.Text, out var bytes) ? (null, $"'{value.Text}' is no size: {Sizes.Form}.")
        : bytes < min || bytes > max ? (null, $"'{value.Text}' is out of bounds: from {Sizes.Format(min)} to {Sizes.Format(max)}.")
        : (set(settings, bytes), null));

    private static SettingKey SizeOrNone(string name, string byDefault, long min, long max, Func<AppSettings, long?, AppSettings> set)
    {
        var size = Size(name, byDefault, min, max, (s, v) => set(s, v));
        return size with { Apply = (settings, value) => value.Text.Length == 0 ? (set(settings, null), null) : size.Apply(settings, value) };
    }

    // The interval of feeds that state none: 'auto', or one that holds for all of them.
    private static SettingKey Every(string name, string byDefault) => new(name, byDefault, (settings, value) =>
        value.Text.Equals("auto", StringComparison.OrdinalIgnoreCase) ? (settings with { Every = null }, null)
        : !Durations.TryParse(value.Text, out var every) ? (null, $"'{value.Text}' is neither 'auto' nor a duration: {Durations.Form}.")
        : every < ShortestInterval || every > LongestInterval ? (null, $"'{value.Text}' is out of bounds: from {Durations.Format(ShortestInterval)} to {Durations.Format(LongestInterval)}.")
        : (settings with { Every = every }, null));

    private static SettingKey Networks(string name, string byDefault, Func<AppSettings, IReadOnlyList<AllowedNetwork>, AppSettings> set) => new(name, byDefault, (settings, value) =>
    {
        var networks = new List<AllowedNetwork>();
        foreach (var part in value.Text.Split(',', StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries))
        {
            if (!AllowedNetwork.TryParse(part, out var network)) return (null, $"'{part}' is no network, such as 127.0.0.0/8, 10.1.2.3:8080 or [fd00::/8]:443.");
            networks.Add(network!);
        }

        return (set(settings, networks), null);
    });

    // It goes into a header: one line of printable ASCII, without the parenthesis that ends the comment it stands in.
    private static SettingKey Contact(string name, string byDefault) => new(name, byDefault, (settings, value) =>
        value.Text.Any(c => c is < ' ' or > '~' or '(' or ')' or '\\') ? (null, "only printable ASCII without parentheses and backslashes can stand in a header.")
        : (settings with { Fetching = settings.Fetching with { Contact = value.Text.Length == 0 ? null : value.Text } }, null));
}
