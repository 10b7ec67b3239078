using Microsoft.Extensions.Logging;

namespace Aggregator.Service;

/// <summary>What the service does for the archive by itself.</summary>
internal static partial class MaintenanceLog
{
    [LoggerMessage(EventIds.BackedUp, LogLevel.Information, "backup {Path} articles={Articles} bytes={Bytes} elapsed_ms={ElapsedMs}")]
    public static partial void BackedUp(ILogger log, string path, long articles, long bytes, long elapsedMs);

    [LoggerMessage(EventIds.BackupFailed, LogLevel.Error, "the backup failed: {Reason}")]
    public static partial void BackupFailed(ILogger log, string reason);

    [LoggerMessage(EventIds.Folded, LogLevel.Information, "{Rows} old rows of fetches are folded into fetch_days")]
    public static partial void Folded(ILogger log, long rows);

    [LoggerMessage(EventIds.FoldFailed, LogLevel.Warning, "old rows of fetches could not be folded and are tried again: {Reason}")]
    public static partial void FoldFailed(ILogger log, string reason);

    [LoggerMessage(EventIds.LargeLog, LogLevel.Warning,
        "the write-ahead log has {Mebibytes} MiB: a program that reads keeps an old snapshot open, and it grows until that one ends")]
    public static partial void LargeLog(ILogger log, long mebibytes);

    [LoggerMessage(EventIds.LogEmptied, LogLevel.Information, "the write-ahead log is small again: {Mebibytes} MiB")]
    public static partial void LogEmptied(ILogger log, long mebibytes);
}
