using Aggregator.Pipeline.Ports;
using Aggregator.Pipeline.Subscribing;

namespace Aggregator.Pipeline.Polling;

/// <summary>A feed that is to be polled now.</summary>
/// <param name="State">What the archive remembers of it.</param>
/// <param name="Subscription">What the list says of it.</param>
public sealed record DueFeed(FeedState State, Subscription Subscription)
{
    /// <summary>True: validators are not sent, so the whole feed comes again.</summary>
    public bool Unconditional { get; init; }

    /// <summary>The host that limits and pauses count for; a local file is a host of its own.</summary>
    public string Host => Subscription.FilePath
        ?? (Uri.TryCreate(Subscription.Url, UriKind.Absolute, out var uri) ? uri.Authority : Subscription.Url);
}
