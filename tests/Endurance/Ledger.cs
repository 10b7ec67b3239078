namespace Aggregator.Endurance;

/// <summary>What the server has said: for every entity tag of every feed, the items that its body held.</summary>
internal sealed class Ledger
{
    private readonly Lock _gate = new();
    private readonly Dictionary<(int Feed, string ETag), IReadOnlyList<string>> _bodies = [];
    private long _answers;

    /// <summary>Answers whose last byte has left.</summary>
    public long Answers => Interlocked.Read(ref _answers);

    public void Promise(int feed, string etag, IReadOnlyList<string> guids)
    {
        lock (_gate) _bodies[(feed, etag)] = guids;
    }

    public void Sent() => Interlocked.Increment(ref _answers);

    /// <summary>The guids of the body that this tag stood for; null when no such body was ever sent.</summary>
    public IReadOnlyList<string>? Of(int feed, string etag)
    {
        lock (_gate) return _bodies.GetValueOrDefault((feed, etag));
    }
}
