using Aggregator.Feeds.Xml;

namespace Aggregator.Feeds.Reading.Extensions;

/// <summary>Media RSS 1.5: titles, categories, credits and pictures; groups and contents hold the same elements as an item.</summary>
internal static class MediaRss
{
    private const string DefaultScheme = "http://search.yahoo.com/mrss/category_schema";

    public static bool Read(ElementCursor e, Draft d)
    {
        switch (e.Name)
        {
            case Name.Group or Name.Content:
                if (e.Name == Name.Content) Picture(e, d);
                var depth = e.Tokens.Depth;
                while (e.NextChild(depth))
                {
                    var child = e.Tokens.Depth;
                    if (e.Ns == Ns.Media) Read(e, d);
                    e.Tokens.SkipTo(child);
                }

                return true;
            case Name.Title:
                d.Title.Offer(e.Html(LeafRule.Short), Rank.Other);
                return true;
            case Name.Description:
                d.Summary.Offer(e.Html(LeafRule.Long), Rank.Other);
                return true;
            case Name.Category:
                var (scheme, label) = (RssFields.Known(e.Attribute("scheme"u8)) ?? DefaultScheme, RssFields.Known(e.Attribute("label"u8)));
                if (e.Text() is { } term) d.AddCategory(term, scheme, label);
                return true;
            case Name.Keywords:
                foreach (var keyword in (e.Text() ?? "").Split(',', StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries)) d.AddCategory(keyword, null, null);
                return true;
            case Name.Credit:
                var role = e.Attribute("role"u8);
                if (role is null or "author" or "writer" && e.Text() is { } name) d.AddAuthor(new FeedPerson(name, null, null));
                return true;
            case Name.Copyright:
                d.Rights.Offer(e.Html(LeafRule.Short), Rank.Other);
                return true;
            case Name.Thumbnail:
                Thumbnail(e, d);
                return true;
            default:
                return false;
        }
    }

    private static void Thumbnail(ElementCursor e, Draft d)
    {
        var (width, height) = (RssFields.Known(e.Attribute("width"u8)), RssFields.Known(e.Attribute("height"u8)));
        if ((e.UrlAttribute("url"u8) ?? e.Url()) is { } url) d.Image.Offer(new FeedImage(url) { Width = width, Height = height }, Rank.Other);
    }

    private static void Picture(ElementCursor e, Draft d)
    {
        var picture = e.Attribute("medium"u8) == "image" || (e.Attribute("type"u8)?.StartsWith("image/", StringComparison.OrdinalIgnoreCase) ?? false);
        if (picture && e.UrlAttribute("url"u8) is { } url)
            d.Image.Offer(new FeedImage(url) { Width = RssFields.Known(e.Attribute("width"u8)), Height = RssFields.Known(e.Attribute("height"u8)) }, Rank.Last);
        if (e.Attribute("duration"u8) is { Length: > 0 } duration) d.DurationSeconds ??= Itunes.Seconds(duration);
    }
}
