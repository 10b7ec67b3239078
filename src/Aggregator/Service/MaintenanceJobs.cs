using Aggregator.Settings;
using Quartz;

namespace Aggregator.Service;

/// <summary>What Quartz starts besides the tick.</summary>
internal static class MaintenanceJobs
{
    private const string Hourly = "0 7 * * * ?";

    /// <param name="quartz">The scheduler.</param>
    /// <param name="settings">When.</param>
    /// <param name="lastBackup">When the archive was last copied; null when never.</param>
    /// <param name="now">The time.</param>
    public static void Add(IQuartzBuilder quartz, MaintenanceSettings settings, DateTimeOffset? lastBackup, DateTimeOffset now)
    {
        quartz.AddJob<FoldJob>(j => j.WithIdentity(FoldJob.Key).StoreDurably());
        quartz.AddTrigger(t => t.ForJob(FoldJob.Key).WithIdentity("fold").WithCronSchedule(Hourly, c => c.InTimeZone(TimeZoneInfo.Utc)));
        if (settings.BackupTimes is not { } times) return;

        quartz.AddJob<BackupJob>(j => j.WithIdentity(BackupJob.Key).StoreDurably());
        quartz.AddTrigger(t => t.ForJob(BackupJob.Key).WithIdentity("backup").WithCronSchedule(
            times.CronExpressionString, c => c.InTimeZone(times.TimeZone)));
        if (IsMissing(times, lastBackup, now)) quartz.AddTrigger(t => t.ForJob(BackupJob.Key).WithIdentity("backup-missing").StartNow());
    }

    /// <summary>True when a copy was due while no service ran.</summary>
    public static bool IsMissing(CronExpression times, DateTimeOffset? lastBackup, DateTimeOffset now) =>
        lastBackup is { } last && times.GetNextValidTimeAfter(last) is { } due && due <= now;
}
