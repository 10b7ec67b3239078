using Aggregator.Pipeline.Ports;

namespace Aggregator.Pipeline.Moving;

/// <summary>What one poll saw of a move.</summary>
/// <param name="Hops">The addresses asked, first to last, with their statuses; empty without redirects.</param>
/// <param name="EndIsFeed">The last answer was read as a feed, or was a 304 to validators that such an answer gave.</param>
/// <param name="SharesItems">An item of it was known from this feed, by guid or URL (a 304 stands for the items it had).</param>
/// <param name="At">When.</param>
public sealed record MoveSighting(IReadOnlyList<RedirectHop> Hops, bool EndIsFeed, bool SharesItems, DateTimeOffset At)
{
    /// <summary>It has items and shares none, although the feed had items before: another feed, as far as can be seen.</summary>
    public bool IsOther { get; init; }
}
