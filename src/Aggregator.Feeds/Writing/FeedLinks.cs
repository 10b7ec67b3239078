using System.Globalization;

namespace Aggregator.Feeds;

/// <summary>The links to write of a feed or item: those it lists, and those that only a field of their own says.</summary>
internal static class FeedLinks
{
    internal static IEnumerable<FeedLink> Of(ParsedFeed feed) => WithPage(feed.Links, feed.Link);

    internal static IEnumerable<FeedLink> Of(FeedItem item, bool isAtom)
    {
        // By address: an item may have thousands of both.
        var files = item.Enclosures.Count == 0 ? null : new Dictionary<string, FeedEnclosure>(item.Enclosures.Count, StringComparer.Ordinal);
        foreach (var file in item.Enclosures) files!.TryAdd(file.Url, file);
        foreach (var link in WithPage(item.Links, item.Url))
            yield return link.Rel == "enclosure" && files is not null && files.TryGetValue(link.Href, out var file) ? Of(file, link) : link;
        if (files is not null)
        {
            var listed = item.Links.Where(l => l.Rel == "enclosure").Select(l => l.Href).ToHashSet(StringComparer.Ordinal);
            foreach (var file in item.Enclosures)
                if (!listed.Contains(file.Url)) yield return Of(file, new FeedLink(file.Url, "enclosure"));
        }

        if (!isAtom) yield break;
        // RFC 4685: comments, for people and as a feed.
        if (item.CommentsUrl is { } comments && !HasReplies(item.Links, comments)) yield return new FeedLink(comments, "replies") { Type = "text/html" };
        if (item.CommentsFeedUrl is { } feed && !HasReplies(item.Links, feed)) yield return new FeedLink(feed, "replies");
    }

    internal static bool HasLicense(IReadOnlyList<FeedLink> links, string? license) => Has(links, "license", license);

    internal static bool HasReplies(IReadOnlyList<FeedLink> links, string? url) => Has(links, "replies", url);

    // The first alternate link is taken for the page, so the page comes before the other alternates.
    private static IEnumerable<FeedLink> WithPage(IReadOnlyList<FeedLink> links, string? page)
    {
        var first = links.FirstOrDefault(l => l.Rel == "alternate");
        if (page is null || first?.Href == page) return links;
        var own = links.FirstOrDefault(l => l.Rel == "alternate" && l.Href == page);
        return links.Where(l => !ReferenceEquals(l, own)).Prepend(own ?? new FeedLink(page, "alternate"));
    }

    private static FeedLink Of(FeedEnclosure file, FeedLink link) => link with
    {
        Type = link.Type ?? file.Type,
        Length = link.Length ?? (file.Length is >= 0 and { } bytes ? bytes.ToString(CultureInfo.InvariantCulture) : null),
    };

    private static bool Has(IReadOnlyList<FeedLink> links, string relation, string? url)
    {
        foreach (var link in links)
            if (link.Href == url && link.Rel.Equals(relation, StringComparison.OrdinalIgnoreCase)) return true;
        return false;
    }
}
