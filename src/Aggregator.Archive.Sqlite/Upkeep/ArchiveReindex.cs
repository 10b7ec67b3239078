using Aggregator.Archive.Sqlite.Archiving;
using Aggregator.Archive.Sqlite.Indexing;
using Aggregator.Archive.Sqlite.Opening;
using Dapper;

namespace Aggregator.Archive.Sqlite.Upkeep;

/// <summary>
/// Fills the search index from outside the polling process, in short transactions beside it. Takes a path; gives how many articles it indexed;
/// never holds the write lock for more than a slice.
/// </summary>
public static class ArchiveReindex
{
    private const int Slice = 2000;

    /// <summary>Indexes what waits behind the watermark.</summary>
    /// <param name="path">The archive.</param>
    /// <param name="done">Told the total after each slice.</param>
    /// <param name="stop">Ends it between two slices; what is indexed stays.</param>
    public static long CatchUp(string path, Action<long>? done = null, CancellationToken stop = default) => Run(path, fromScratch: false, done, stop);

    /// <summary>Empties the index and fills it anew; in the meantime a search finds what is indexed already.</summary>
    public static long Rebuild(string path, Action<long>? done = null, CancellationToken stop = default) => Run(path, fromScratch: true, done, stop);

    private static long Run(string path, bool fromScratch, Action<long>? done, CancellationToken stop)
    {
        using var session = new WriterSession(ExistingArchive.OpenWriter(path));
        using var statements = new Statements(session.Connection);
        if (fromScratch)
            session.InTransaction(() => session.Connection.Execute("""
                INSERT INTO article_search(article_search) VALUES ('delete-all');
                DELETE FROM search_pending;
                DELETE FROM article_grams;
                UPDATE search_state SET upto = 0;
                """));

        var indexer = new SearchIndexer(statements);
        var total = 0L;
        while (!stop.IsCancellationRequested && session.InTransaction(() => indexer.Index(Slice)) is > 0 and var some)
        {
            total += some;
            done?.Invoke(total);
        }

        return total;
    }
}
