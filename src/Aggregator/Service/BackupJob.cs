using Aggregator.Archive.Sqlite.Opening;
using Aggregator.Archive.Sqlite.Upkeep;
using Aggregator.Settings;
using Microsoft.Extensions.Logging;
using Quartz;

namespace Aggregator.Service;

/// <summary>Copies the archive into the folder of copies, checks the copy, keeps the newest ones, and writes down how it went.</summary>
[DisallowConcurrentExecution]
internal sealed class BackupJob(AppSettings settings, TimeProvider time, ILogger<BackupJob> log) : IJob
{
    public static readonly JobKey Key = new("backup");

    public ValueTask Execute(IJobExecutionContext context, CancellationToken cancellationToken = default)
    {
        var (began, started) = (time.GetUtcNow(), time.GetTimestamp());
        try
        {
            var report = ArchiveBackup.ToFolder(settings.ArchivePath, settings.Maintenance.BackupFolder!, settings.Maintenance.BackupKeep, time, cancellationToken);
            BackupRecord.Keep(settings.ArchivePath, report, began);
            MaintenanceLog.BackedUp(log, report.Path, report.Articles, report.Bytes, (long)time.GetElapsedTime(started).TotalMilliseconds);
        }
        catch (OperationCanceledException) when (cancellationToken.IsCancellationRequested)
        {
            // The service stops; when it starts again, the copy that is missing is made.
        }
        catch (ArchiveRefusedException refused)
        {
            Fail(refused.Message, began);
        }
        catch (Exception trouble) when (trouble is IOException or UnauthorizedAccessException)
        {
            Fail(trouble.Message, began);
        }

        return ValueTask.CompletedTask;
    }

    private void Fail(string reason, DateTimeOffset at)
    {
        MaintenanceLog.BackupFailed(log, reason);
        try
        {
            BackupRecord.Failed(settings.ArchivePath, reason, at);
        }
        catch (ArchiveRefusedException)
        {
            // The log has it.
        }
    }
}
