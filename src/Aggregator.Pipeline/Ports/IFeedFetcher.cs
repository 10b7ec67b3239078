namespace Aggregator.Pipeline.Ports;

/// <summary>Gets the bytes of a feed: over the network (Fetching) or from a local file (the program).</summary>
public interface IFeedFetcher
{
    /// <summary>
    /// One fetch, within its budget. Every expected trouble is a <see cref="FetchOutcome.Failed"/>; it throws only
    /// <see cref="OperationCanceledException"/> when <paramref name="stop"/> is cancelled.
    /// </summary>
    ValueTask<FetchOutcome> FetchAsync(FetchRequest request, CancellationToken stop);
}

/// <summary>What to fetch and under which policy.</summary>
public sealed record FetchRequest
{
    /// <summary>Absolute http or https address, or an absolute path for a local file.</summary>
    public required string Url { get; init; }

    public Validators? Validators { get; init; }

    /// <summary>Null: the setting.</summary>
    public TimeSpan? Timeout { get; init; }

    /// <summary>Limit of unpacked bytes; null: the setting.</summary>
    public long? MaxBytes { get; init; }

    public bool AllowPrivateNetwork { get; init; }
}
