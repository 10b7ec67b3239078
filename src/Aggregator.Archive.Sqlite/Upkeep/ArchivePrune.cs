using Aggregator.Archive.Sqlite.Archiving;
using Aggregator.Archive.Sqlite.Opening;

namespace Aggregator.Archive.Sqlite.Upkeep;

/// <summary>
/// Deletes articles: the only thing that does. Takes ids that somebody chose; gives how many were there; never lets the next poll bring them
/// back: each leaves a tombstone.
/// </summary>
public static class ArchivePrune
{
    private const int Batch = 100;

    /// <param name="path">The archive.</param>
    /// <param name="ids">The articles, in any order.</param>
    /// <param name="time">When the tombstones are set.</param>
    /// <param name="done">Told the total after each batch.</param>
    /// <param name="stop">Ends it between two batches; each batch is whole.</param>
    /// <returns>How many were deleted.</returns>
    public static long Delete(string path, IEnumerable<long> ids, TimeProvider time, Action<long>? done = null, CancellationToken stop = default)
    {
        using var session = new WriterSession(ExistingArchive.OpenWriter(path));
        using var statements = new Statements(session.Connection);
        var rows = new DeletedRows(statements);
        var total = 0L;
        foreach (var batch in ids.Chunk(Batch))
        {
            if (stop.IsCancellationRequested) break;
            total += session.InTransaction(() => rows.Delete(batch, time.GetUtcNow()));
            done?.Invoke(total);
        }

        return total;
    }
}
