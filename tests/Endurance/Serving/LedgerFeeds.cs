namespace Aggregator.Endurance.Serving;

/// <summary>All ledger feeds: answers a request for one of them, and writes down what the answer promises before anybody has it.</summary>
internal sealed class LedgerFeeds(int feeds, int seed)
{
    private readonly LedgerFeed[] _feeds = [.. Enumerable.Range(0, feeds).Select(i => new LedgerFeed(i, seed))];

    public Ledger Ledger { get; } = new();

    public int Count => _feeds.Length;

    /// <param name="feed">Which.</param>
    /// <param name="asked">The entity tag that the request carries; empty without one.</param>
    /// <returns>The tag and, unless it is the one asked with, the body.</returns>
    public (string ETag, string ContentType, byte[]? Body) Answer(int feed, string asked)
    {
        var it = _feeds[feed];
        lock (it)
        {
            if (asked == it.ETag || asked.Length == 0) it.Advance();
            if (asked == it.ETag) return (it.ETag, it.ContentType, null);
            Ledger.Promise(feed, it.ETag, it.Window);
            return (it.ETag, it.ContentType, it.Body());
        }
    }
}
