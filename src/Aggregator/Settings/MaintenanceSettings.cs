using Quartz;

namespace Aggregator.Settings;

/// <summary><c>Maintenance:*</c>: what the service does for the archive by itself.</summary>
internal sealed record MaintenanceSettings
{
    /// <summary><c>Maintenance:Backup:Schedule</c>: when the archive is copied; null: never by itself. In UTC until <see cref="BackupTimes"/> says whose clock.</summary>
    public CronExpression? BackupSchedule { get; init; }

    /// <summary><c>Maintenance:Backup:TimeZone</c>: whose clock the schedule means.</summary>
    public TimeZoneInfo BackupTimeZone { get; init; } = TimeZoneInfo.Utc;

    /// <summary><c>Maintenance:Backup:Folder</c>: where copies are kept; null: nowhere.</summary>
    public string? BackupFolder { get; init; }

    /// <summary><c>Maintenance:Backup:Keep</c>: how many.</summary>
    public int BackupKeep { get; init; } = 7;

    /// <summary><c>Maintenance:KeepFetches</c>: older rows of <c>fetches</c> are folded into <c>fetch_days</c>.</summary>
    public TimeSpan KeepFetches { get; init; } = TimeSpan.FromDays(90);

    /// <summary><c>Maintenance:KeepUnchanged</c>: likewise rows of answers that brought nothing.</summary>
    public TimeSpan KeepUnchanged { get; init; } = TimeSpan.FromDays(3);

    /// <summary>The schedule on its clock; null: no copies by itself.</summary>
    public CronExpression? BackupTimes => BackupSchedule?.WithTimeZone(BackupTimeZone);
}
