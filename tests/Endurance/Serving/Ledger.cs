namespace Aggregator.Endurance.Serving;

/// <summary>What the server has said: for every entity tag of every feed, the items that its body held.</summary>
internal sealed class Ledger
{
    private readonly Lock _gate = new();
    private readonly Dictionary<(int Feed, string ETag), (int First, int Count)> _bodies = [];
    private long _answers;

    /// <summary>Answers whose last byte has left.</summary>
    public long Answers => Interlocked.Read(ref _answers);

    /// <param name="feed">The feed.</param>
    /// <param name="etag">The body's entity tag.</param>
    /// <param name="window">The body's items: a stretch of the feed's numbers.</param>
    public void Promise(int feed, string etag, (int First, int Count) window)
    {
        lock (_gate) _bodies[(feed, etag)] = window;
    }

    public void Sent() => Interlocked.Increment(ref _answers);

    /// <summary>The guids of the body that this tag stood for; null when no such body was ever sent.</summary>
    public IReadOnlyList<string>? Of(int feed, string etag)
    {
        lock (_gate)
            return _bodies.TryGetValue((feed, etag), out var window)
                ? [.. Enumerable.Range(window.First, window.Count).Select(item => LedgerFeed.Guid(feed, item))]
                : null;
    }
}
