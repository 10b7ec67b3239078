namespace Aggregator.Fetching.Bodies;

/// <summary>What one fetch holds of the memory budget. Its first bytes are free, so that an ordinary feed never waits.</summary>
internal sealed class MemoryLease(MemoryBudget budget)
{
    /// <summary>A body up to so many bytes does not count.</summary>
    public const int Free = 256 << 10;

    private long _total;

    /// <summary>Bytes that count; only the budget changes it.</summary>
    public long Bytes { get; set; }

    /// <summary>Waits for room for a buffer.</summary>
    public async ValueTask GrowAsync(long bytes, CancellationToken stop)
    {
        var more = Math.Max(0, _total + bytes - Free) - Math.Max(0, _total - Free);
        if (more > 0) await budget.TakeAsync(this, more, stop).ConfigureAwait(false);
        _total += bytes;
    }

    /// <summary>A buffer was given back.</summary>
    public void Shrink(long bytes)
    {
        var less = Math.Max(0, _total - Free) - Math.Max(0, _total - bytes - Free);
        _total -= bytes;
        budget.Give(this, less);
    }
}
