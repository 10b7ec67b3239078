namespace Aggregator.Archive.Sqlite.Archiving;

/// <summary>The addresses that a feed has or had: one of them without an end, the one it is polled at.</summary>
internal sealed class FeedUrlRows(Statements statements)
{
    private readonly Statement _end = statements.Prepare("UPDATE feed_url SET until_at = ?2 WHERE feed_id = ?1 AND until_at IS NULL");

    // Moved there and back within one second: the row is the same, and open again.
    private readonly Statement _begin = statements.Prepare("""
        INSERT INTO feed_url(feed_id, url, from_at, reason) VALUES (?1, ?2, ?3, ?4) ON CONFLICT DO UPDATE SET until_at = NULL, reason = ?4
        """);

    private readonly Statement _movedTo = statements.Prepare("SELECT 1, moved_to FROM feed WHERE id = ?1");

    private readonly Statement _taken = statements.Prepare("SELECT 1 FROM feed WHERE id <> ?2 AND (url = ?1 OR moved_to = ?1) LIMIT 1");

    /// <summary>The address where the list says that the feed is.</summary>
    public void Configured(long feedId, string url, DateTimeOffset at) => Change(feedId, url, at, "configured");

    /// <summary>The address where a server says that the feed is, when that is new.</summary>
    public void Moved(long feedId, string? movedTo, DateTimeOffset at)
    {
        if (movedTo is null || _movedTo.With(feedId).First(row => row.Text(1)) == movedTo) return;
        Change(feedId, movedTo, at, "moved");
    }

    public bool IsTaken(string address, long feedId) => _taken.With(address).With(feedId).First(_ => true);

    private void Change(long feedId, string url, DateTimeOffset at, string reason)
    {
        _end.With(feedId).With(Stamp.Text(at)).Run();
        _begin.With(feedId).With(url).With(Stamp.Text(at)).With(reason).Run();
    }
}
