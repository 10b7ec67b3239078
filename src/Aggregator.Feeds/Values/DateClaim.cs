namespace Aggregator.Feeds;

/// <summary>A date that an item claims, and the element that claims it.</summary>
/// <param name="From">Who claims it: <c>item.published</c>, <c>item.updated</c>, <c>dc.date</c>, <c>dcterms</c>.</param>
/// <param name="Date">The date as written and as read.</param>
public sealed record DateClaim(string From, FeedDate Date);
