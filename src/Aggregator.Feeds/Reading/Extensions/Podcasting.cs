using Aggregator.Feeds.Xml;

namespace Aggregator.Feeds.Reading.Extensions;

/// <summary>Podcasting 2.0: persons, transcripts (as links), and the podcast's own id.</summary>
internal static class Podcasting
{
    public static bool Read(ElementCursor e, Draft d)
    {
        switch (e.Name)
        {
            case Name.Person:
                var page = e.UrlAttribute("href"u8);
                if (e.Text() is { } name) d.AddContributor(new FeedPerson(name, null, page));
                return true;
            case Name.Transcript:
                if (e.UrlAttribute("url"u8) is { } url)
                    d.AddLink(new FeedLink(url, "transcript") { Type = RssFields.Known(e.Attribute("type"u8)), HrefLang = RssFields.Known(e.Attribute("language"u8)) });
                return true;
            case Name.Guid when d.IsFeed:
                d.Id.Offer(e.Text(), Rank.Other);
                return true;
            case Name.License:
                d.License.Offer(e.UrlAttribute("url"u8), Rank.Other);
                return true;
            default:
                return false;
        }
    }
}
