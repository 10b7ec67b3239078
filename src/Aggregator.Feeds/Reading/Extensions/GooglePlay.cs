using Aggregator.Feeds.Xml;

namespace Aggregator.Feeds.Reading.Extensions;

/// <summary>Google Play podcast tags: the same as iTunes', after them.</summary>
internal static class GooglePlay
{
    public static bool Read(ElementCursor e, Draft d)
    {
        switch (e.Name)
        {
            case Name.Author:
                d.AddAuthor(PersonText.Parse(e.Text()));
                return true;
            case Name.Owner or Name.Email:
                d.Publisher.Offer(PersonText.Parse(e.Text()), Rank.Other);
                return true;
            case Name.Description:
                d.Summary.Offer(e.Html(LeafRule.Long), Rank.Other);
                return true;
            case Name.Image:
                if (e.UrlAttribute("href"u8) is { } url) d.Image.Offer(new FeedImage(url), Rank.Other);
                return true;
            case Name.Explicit:
                d.PodcastExplicit ??= Itunes.Explicit(e.Text());
                return true;
            case Name.Block:
                d.PodcastBlock ??= Itunes.Block(e.Text());
                return true;
            case Name.Category:
                if (e.Attribute("text"u8) is { Length: > 0 } text) d.AddCategory(text, null, null);
                return true;
            default:
                return false;
        }
    }
}
