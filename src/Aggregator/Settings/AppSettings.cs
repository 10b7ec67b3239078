using Aggregator.Fetching;
using Aggregator.Pipeline.Polling;
using Aggregator.Pipeline.Scheduling;

namespace Aggregator.Settings;

/// <summary>The settings in effect. Every path is absolute; every value is within its bounds. <see cref="SettingKeys"/> lists them.</summary>
internal sealed record AppSettings
{
    /// <summary>The settings file in use; null when there is none.</summary>
    public string? File { get; init; }

    /// <summary><c>Feeds:Path</c>: a list file or a folder of them.</summary>
    public string FeedsPath { get; init; } = "";

    /// <summary><c>Archive:Path</c>: the archive file.</summary>
    public string ArchivePath { get; init; } = "";

    /// <summary><c>Queries:Path</c>: the folder of stored queries.</summary>
    public string QueriesPath { get; init; } = "";

    /// <summary><c>Polling:*</c>: bounds of the flow.</summary>
    public PollSettings Polling { get; init; } = new();

    /// <summary><c>Polling:*</c>: bounds of the schedule.</summary>
    public ScheduleSettings Schedule { get; init; } = new();

    /// <summary><c>Polling:Every</c>: interval of the feeds that state none; null means <c>auto</c>.</summary>
    public TimeSpan? Every { get; init; }

    /// <summary><c>Fetching:*</c>: budgets and manners.</summary>
    public FetchSettings Fetching { get; init; } = new();

    /// <summary><c>Maintenance:*</c>: copies and folding.</summary>
    public MaintenanceSettings Maintenance { get; init; } = new();

    /// <summary>Keys of the sections that belong to the framework (<c>Logging</c>, <c>Kestrel</c>), as given.</summary>
    public IReadOnlyDictionary<string, string> Framework { get; init; } = new Dictionary<string, string>();
}
