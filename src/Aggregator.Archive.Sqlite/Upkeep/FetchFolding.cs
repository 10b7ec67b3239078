using Aggregator.Archive.Sqlite.Archiving;

namespace Aggregator.Archive.Sqlite.Upkeep;

/// <summary>
/// Folds old rows of <c>fetches</c> into one row for each feed and day. Takes two limits of age; gives how many rows it folded; never touches
/// anything else: articles are only removed by <c>prune</c>.
/// </summary>
internal sealed class FetchFolding(Statements statements)
{
    private const string FoldInto = """
        INSERT INTO fetch_day(feed_id, day, polls, unchanged, failed, new, revised, bytes)
          SELECT feed_id, substr(started_at, 1, 10), count(*), count(*) FILTER (WHERE outcome IN ('unchanged', 'not-modified')),
            count(*) FILTER (WHERE error IS NOT NULL), sum(new), sum(revised), sum(bytes)
          FROM fetch WHERE id IN ({0}) GROUP BY 1, 2
        ON CONFLICT DO UPDATE SET polls = polls + excluded.polls, unchanged = unchanged + excluded.unchanged, failed = failed + excluded.failed,
          new = new + excluded.new, revised = revised + excluded.revised, bytes = bytes + excluded.bytes
        """;

    // Ids are given in the order of time, so the oldest rows come first and nothing behind them is looked at.
    private const string Old = "SELECT id FROM (SELECT id, started_at FROM fetch ORDER BY id LIMIT ?2) WHERE started_at < ?1";

    private const string OldUnchanged = """
        SELECT id FROM (SELECT id, started_at FROM fetch INDEXED BY fetch_unchanged WHERE outcome IN ('unchanged', 'not-modified') ORDER BY id LIMIT ?2)
        WHERE started_at < ?1
        """;

    private readonly Statement _foldOld = statements.Prepare(FoldInto.Replace("{0}", Old, StringComparison.Ordinal));
    private readonly Statement _deleteOld = statements.Prepare($"DELETE FROM fetch WHERE id IN ({Old})");
    private readonly Statement _foldUnchanged = statements.Prepare(FoldInto.Replace("{0}", OldUnchanged, StringComparison.Ordinal));
    private readonly Statement _deleteUnchanged = statements.Prepare($"DELETE FROM fetch WHERE id IN ({OldUnchanged})");
    private readonly Statement _forgetRequests = statements.Prepare("DELETE FROM poll_request WHERE done_at < ?1");

    public int Fold(DateTimeOffset before, DateTimeOffset unchangedBefore, int rows)
    {
        _foldOld.With(Stamp.Text(before)).With(rows).Run();
        var folded = _deleteOld.With(Stamp.Text(before)).With(rows).Run();
        _foldUnchanged.With(Stamp.Text(unchangedBefore)).With(rows).Run();
        folded += _deleteUnchanged.With(Stamp.Text(unchangedBefore)).With(rows).Run();
        _forgetRequests.With(Stamp.Text(unchangedBefore)).Run();
        return folded;
    }
}
