using Aggregator.Pipeline.Subscribing;

namespace Aggregator.Passes;

/// <summary>A feed of the list and its id in the archive.</summary>
/// <param name="Id">The archive's id.</param>
/// <param name="Subscription">What the list says of it.</param>
internal sealed record PassFeed(long Id, Subscription Subscription);
