using Aggregator.Feeds.Xml;

namespace Aggregator.Feeds.Reading;

/// <summary>Sitemaps (sitemaps.org 0.9) with the news and image extensions: each <c>url</c> is an item.</summary>
internal static class SitemapReader
{
    public static void Read(ElementCursor e, Draft feed, List<FeedItem> items)
    {
        var depth = e.Tokens.Depth;
        while (e.NextChild(depth))
        {
            var child = e.Tokens.Depth;
            if (e.Name == Name.Url)
            {
                var item = new Draft(isFeed: false);
                Fields(e, feed, item);
                item.Complete = e.Tokens.End == EndKind.Tag;
                items.Add(item.ToItem());
            }

            e.Tokens.SkipTo(child);
        }
    }

    private static void Fields(ElementCursor e, Draft feed, Draft item)
    {
        var depth = e.Tokens.Depth;
        while (e.NextChild(depth))
        {
            var child = e.Tokens.Depth;
            switch (e.Name)
            {
                case Name.Loc when e.Ns is not Ns.SitemapImage:
                    item.Link.Offer(e.Url(), Rank.Own);
                    break;
                case Name.LastMod:
                    if (e.Date(DateFrom.Updated(item)) is { } changed) item.Claim(changed, ref item.Updated, Rank.Own);
                    break;
                case Name.News:
                    News(e, feed, item);
                    break;
                case Name.Image:
                    var image = e.Tokens.Depth;
                    while (e.NextChild(image))
                    {
                        var inner = e.Tokens.Depth;
                        if (e.Name == Name.Loc && e.Url() is { } url) item.Image.Offer(new FeedImage(url), Rank.Own);
                        e.Tokens.SkipTo(inner);
                    }

                    break;
            }

            e.Tokens.SkipTo(child);
        }
    }

    private static void News(ElementCursor e, Draft feed, Draft item)
    {
        var depth = e.Tokens.Depth;
        while (e.NextChild(depth))
        {
            var child = e.Tokens.Depth;
            switch (e.Name)
            {
                case Name.Publication:
                    Publication(e, feed, item);
                    break;
                case Name.Publication_date:
                    if (e.Date(DateFrom.Published(item)) is { } published) item.Claim(published, ref item.Published, Rank.Own);
                    break;
                case Name.Title:
                    item.Title.Offer(e.Html(LeafRule.Short), Rank.Own);
                    break;
                case Name.Keywords or Name.Genres:
                    foreach (var word in (e.Text() ?? "").Split(',', StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries)) item.AddCategory(word, null, null);
                    break;
            }

            e.Tokens.SkipTo(child);
        }
    }

    private static void Publication(ElementCursor e, Draft feed, Draft item)
    {
        var depth = e.Tokens.Depth;
        while (e.NextChild(depth))
        {
            var child = e.Tokens.Depth;
            if (e.Name == Name.Name && e.Text() is { } name)
            {
                item.Publisher.Offer(new FeedPerson(name, null, null), Rank.Own);
                item.Source.Offer(e.Source(name, null), Rank.Own);
                feed.Title.Offer(new FeedText(name, TextKind.Text), Rank.Last);
            }
            else if (e.Name == Name.Language && e.Text() is { } language)
            {
                item.Language.Offer(language, Rank.Own);
                feed.Language.Offer(language, Rank.Last);
            }

            e.Tokens.SkipTo(child);
        }
    }
}
