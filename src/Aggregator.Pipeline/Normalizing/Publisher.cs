using Aggregator.Feeds;
using Aggregator.Pipeline.Subscribing;

namespace Aggregator.Pipeline.Normalizing;

/// <summary>Who published an item: the operator's word, the item's own source, the feed's title, the domain, in this order.</summary>
/// <param name="Name">Never empty.</param>
/// <param name="Domain">Registrable domain; null when no address is known.</param>
/// <param name="Url">The publisher's page; null when unknown.</param>
internal readonly record struct Publisher(string Name, string? Domain, string? Url)
{
    // What counts clicks or wraps pages is nobody's publication.
    private static readonly HashSet<string> _carriers = new(StringComparer.Ordinal)
    {
        "bit.ly", "buff.ly", "cdn.ampproject.org", "dlvr.it", "feedburner.com", "feedproxy.google.com", "goo.gl", "google.com", "lnkd.in", "ow.ly", "pheedo.com", "t.co", "tinyurl.com",
    };

    /// <summary>The publishers of a feed's items, in order.</summary>
    /// <param name="feed">The feed.</param>
    /// <param name="subscription">What the operator says about it.</param>
    /// <param name="addresses">The address of each item; null where it has none.</param>
    public static Publisher[] OfItems(ParsedFeed feed, Subscription subscription, IReadOnlyList<CanonicalUrl?> addresses)
    {
        var (site, self) = (CanonicalUrl.Of(feed.Link), CanonicalUrl.Of(subscription.Url));
        var word = PlainText.OfLine(subscription.Source);
        var main = MainDomain(addresses);
        var domain = site is not null && !IsCarrier(site) ? site.Domain : main ?? self?.Domain;
        var own = new Publisher(
            word ?? PlainText.OfLine(feed.Title) ?? PlainText.OfLine(subscription.Title) ?? domain ?? subscription.Url, domain, site is null ? null : feed.Link);

        var publishers = new Publisher[addresses.Count];
        for (var i = 0; i < publishers.Length; i++)
            publishers[i] = feed.Items[i].Source is { } source ? OfSource(source, addresses[i], own, word) : OfAddress(addresses[i], own, word, [self?.Domain, main]);
        return publishers;
    }

    private static Publisher OfSource(ParsedFeed source, CanonicalUrl? address, in Publisher feed, string? word)
    {
        var url = source.Link ?? source.SelfUrl;
        var origin = CanonicalUrl.Of(url);
        var title = PlainText.OfLine(source.Title);
        if (origin is null && title is null) return feed;
        var domain = origin?.Domain ?? (address is null || IsCarrier(address) ? feed.Domain : address.Domain);
        return new Publisher(word ?? title ?? domain ?? feed.Name, domain, origin is null ? null : url);
    }

    // A feed that gathers what others publish: an item that lies elsewhere than the feed and most of its items is theirs.
    private static Publisher OfAddress(CanonicalUrl? address, in Publisher feed, string? word, ReadOnlySpan<string?> own) =>
        address is null || address.Domain == feed.Domain || own.Contains(address.Domain) || IsCarrier(address)
            ? feed
            : new Publisher(word ?? address.Domain, address.Domain, null);

    private static bool IsCarrier(CanonicalUrl address) => _carriers.Contains(address.Domain) || _carriers.Contains(address.Host);

    private static string? MainDomain(IReadOnlyList<CanonicalUrl?> addresses)
    {
        var (counts, all) = (new Dictionary<string, int>(StringComparer.Ordinal), 0);
        foreach (var address in addresses)
            if (address is not null && !IsCarrier(address)) (counts[address.Domain], all) = (counts.GetValueOrDefault(address.Domain) + 1, all + 1);
        foreach (var (domain, count) in counts)
            if (count * 2 > all) return domain;
        return null;
    }
}
