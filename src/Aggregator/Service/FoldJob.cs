using Aggregator.Archive.Sqlite;
using Aggregator.Pipeline.Ports;
using Aggregator.Settings;
using Microsoft.Extensions.Logging;
using Quartz;

namespace Aggregator.Service;

/// <summary>Folds old rows of <c>fetches</c> into <c>fetch_days</c>, in short transactions between which answers are stored.</summary>
[DisallowConcurrentExecution]
internal sealed class FoldJob(SqliteArchive archive, AppSettings settings, ILogger<FoldJob> log) : IJob
{
    public static readonly JobKey Key = new("fold");

    public async ValueTask Execute(IJobExecutionContext context, CancellationToken cancellationToken = default)
    {
        try
        {
            var folded = await FoldAsync(archive, settings.Maintenance, int.MaxValue, cancellationToken);
            if (folded > 0) MaintenanceLog.Folded(log, folded);
        }
        catch (ArchiveUnavailableException trouble)
        {
            MaintenanceLog.FoldFailed(log, trouble.Message);
        }
    }

    /// <summary>Folds until nothing is left, or so many batches were folded.</summary>
    /// <returns>How many rows.</returns>
    public static async Task<long> FoldAsync(SqliteArchive archive, MaintenanceSettings settings, int batches, CancellationToken stop)
    {
        var folded = 0L;
        for (; batches > 0 && !stop.IsCancellationRequested; batches--)
        {
            var some = await archive.FoldFetchesAsync(settings.KeepFetches, settings.KeepUnchanged);
            if (some == 0) break;
            folded += some;
        }

        return folded;
    }
}
