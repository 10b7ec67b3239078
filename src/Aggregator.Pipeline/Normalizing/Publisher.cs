using Aggregator.Feeds;
using Aggregator.Pipeline.Subscribing;

namespace Aggregator.Pipeline.Normalizing;

/// <summary>Who published an item: the operator's word, the item's own source, the feed's title, the domain, in this order.</summary>
/// <param name="Name">Never empty.</param>
/// <param name="Domain">Registrable domain; null when no address is known.</param>
/// <param name="Url">The publisher's page; null when unknown.</param>
internal readonly record struct Publisher(string Name, string? Domain, string? Url)
{
    /// <summary>The feed's own publisher, for items that name no other.</summary>
    public static Publisher OfFeed(ParsedFeed feed, Subscription subscription)
    {
        var home = CanonicalUrl.Of(feed.Link) ?? CanonicalUrl.Of(subscription.Url);
        var name = PlainText.OfLine(subscription.Source) ?? PlainText.OfLine(feed.Title) ?? PlainText.OfLine(subscription.Title) ?? home?.Domain;
        return new Publisher(name ?? subscription.Url, home?.Domain, CanonicalUrl.Of(feed.Link) is null ? null : feed.Link);
    }

    /// <summary>The publisher of one item.</summary>
    public static Publisher OfItem(FeedItem item, CanonicalUrl? address, in Publisher feed, Subscription subscription)
    {
        if (item.Source is not { } source) return feed with { Domain = address?.Domain ?? feed.Domain };
        var origin = CanonicalUrl.Of(source.Url);
        var name = PlainText.OfLine(subscription.Source) ?? PlainText.OfLine(source.Title) ?? origin?.Domain ?? feed.Name;
        return new Publisher(name, origin?.Domain ?? address?.Domain ?? feed.Domain, origin is null ? feed.Url : source.Url);
    }
}
