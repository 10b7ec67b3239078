using Aggregator.Pipeline.Scheduling;

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
    /// <summary>Absolute http or https address (a template where it holds <c>${env:NAME}</c>), or an absolute path for a local file.</summary>
    public required string Url { get; init; }

    /// <summary>The address whose origin gets <see cref="Headers"/> and <see cref="Auth"/>: the list's, when the feed moved since; null: <see cref="Url"/>.</summary>
    public string? ConfiguredUrl { get; init; }

    public Validators? Validators { get; init; }

    /// <summary>Whether a connection that broke before an answer began is tried once more.</summary>
    public bool MayRetry { get; init; } = true;

    /// <summary>Null: the setting.</summary>
    public TimeSpan? Timeout { get; init; }

    /// <summary>Limit of unpacked bytes; null: the setting.</summary>
    public long? MaxBytes { get; init; }

    public bool AllowPrivateNetwork { get; init; }

    /// <summary>The operator's own request headers; sent to the feed's own origin only (<see cref="ConfiguredUrl"/>).</summary>
    public IReadOnlyList<RequestHeader> Headers { get; init; } = [];

    /// <summary>Null: the program's own.</summary>
    public string? UserAgent { get; init; }

    /// <summary>How to log in; sent to the feed's own origin only (<see cref="ConfiguredUrl"/>).</summary>
    public FeedAuth? Auth { get; init; }

    /// <summary>Address of a proxy (http, https, socks5), with <c>${env:NAME}</c> for its secrets; null: none is used.</summary>
    public string? Proxy { get; init; }

    /// <summary>True: certificates of any kind are taken, so that anybody on the way may read and write what travels.</summary>
    public bool IgnoreTls { get; init; }

    /// <summary>Asked with the address of a redirect before it is followed: the pause that its host wished for; null, or no function: it may be asked.</summary>
    public Func<string, HostPause?>? PauseOf { get; init; }
}
