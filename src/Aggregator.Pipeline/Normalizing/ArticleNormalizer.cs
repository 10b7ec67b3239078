using Aggregator.Feeds;
using Aggregator.Pipeline.Subscribing;

namespace Aggregator.Pipeline.Normalizing;

/// <summary>
/// Makes the items of a feed into article records.
/// Takes a parsed feed, the subscription and the time of the fetch; gives an article for each item, in order; never drops one, never
/// invents a date.
/// </summary>
public static class ArticleNormalizer
{
    /// <param name="feed">The feed as read.</param>
    /// <param name="subscription">What the operator says about it.</param>
    /// <param name="feedId">The feed's id: guids count inside one feed.</param>
    /// <param name="fetchedAt">When it was fetched.</param>
    public static IReadOnlyList<Article> Normalize(ParsedFeed feed, Subscription subscription, long feedId, DateTimeOffset fetchedAt) => [];
}
