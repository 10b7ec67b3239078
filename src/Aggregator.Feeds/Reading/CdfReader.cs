using Aggregator.Feeds.Xml;

namespace Aggregator.Feeds.Reading;

/// <summary>Channel Definition Format (1997): a CHANNEL with ITEMs, addresses in HREF attributes or in an A child.</summary>
internal static class CdfReader
{
    public static void Read(ElementCursor e, Draft feed, List<FeedItem> items)
    {
        var @base = e.Attribute("base"u8) is { Length: > 0 } given ? FeedUrl.Resolve(given, e.Base) : null;
        Fields(e, feed, items, @base);
    }

    private static void Fields(ElementCursor e, Draft draft, List<FeedItem> items, string? @base)
    {
        var depth = e.Tokens.Depth;
        Offer(draft, e.Attribute("href"u8), @base ?? e.Base);
        if (e.Attribute("lastmod"u8) is { Length: > 0 } changed) draft.Claim(e.DateOf(changed, DateFrom.Updated(draft)), ref draft.Updated, Rank.Own);
        while (e.NextChild(depth))
        {
            var child = e.Tokens.Depth;
            switch (e.Name)
            {
                case Name.Item:
                    var item = new Draft(isFeed: false);
                    Fields(e, item, items, @base);
                    item.Complete = e.Tokens.End == EndKind.Tag;
                    items.Add(item.ToItem());
                    break;
                case Name.Channel:
                    Fields(e, new Draft(isFeed: true), items, @base);
                    break;
                case Name.Title:
                    draft.Title.Offer(e.Html(LeafRule.Short), Rank.Own);
                    break;
                case Name.Abstract:
                    draft.Summary.Offer(e.Html(LeafRule.Long), Rank.Own);
                    break;
                case Name.A:
                    Offer(draft, e.Attribute("href"u8), @base ?? e.Base);
                    break;
                case Name.Logo:
                    if (e.Attribute("href"u8) is { Length: > 0 } logo) draft.Image.Offer(new FeedImage(FeedUrl.Resolve(logo, @base ?? e.Base)), Rank.Own);
                    break;
            }

            e.Tokens.SkipTo(child);
        }
    }

    private static void Offer(Draft draft, string? href, string? @base)
    {
        if (string.IsNullOrEmpty(href)) return;
        var url = FeedUrl.Resolve(href, @base);
        draft.AddLink(new FeedLink(url, "alternate"));
        draft.Link.Offer(url, Rank.Own);
    }
}
