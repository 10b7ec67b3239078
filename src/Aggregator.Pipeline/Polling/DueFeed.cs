using Aggregator.Pipeline.Ports;
using Aggregator.Pipeline.Scheduling;
using Aggregator.Pipeline.Subscribing;

namespace Aggregator.Pipeline.Polling;

/// <summary>A feed that is to be polled now.</summary>
/// <param name="State">What the archive remembers of it.</param>
/// <param name="Subscription">What the list says of it.</param>
public sealed record DueFeed(FeedState State, Subscription Subscription)
{
    /// <summary>True: validators are not sent, so the whole feed comes again.</summary>
    public bool Unconditional { get; init; }

    /// <summary>When the operator asked for this poll despite what servers wish; a wish of later still counts. Null: nobody did.</summary>
    public DateTimeOffset? ForcedAt { get; init; }

    /// <summary>Where it is polled: a local file, the address it moved to, or the list's.</summary>
    public string Address => Subscription.FilePath ?? State.MovedTo ?? Subscription.Url;

    /// <summary>The host that limits and pauses count for; a local file is a host of its own.</summary>
    public string Host => Subscription.FilePath ?? HostPauses.HostOf(Address);
}
