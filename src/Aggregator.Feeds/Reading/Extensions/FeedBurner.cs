using Aggregator.Feeds.Xml;

namespace Aggregator.Feeds.Reading.Extensions;

/// <summary>FeedBurner: the publisher's own addresses behind its counting ones, and its word to people who open the feed.</summary>
internal static class FeedBurner
{
    public static bool Read(ElementCursor e, Draft d)
    {
        switch (e.Name)
        {
            case Name.OrigLink:
                d.OriginalUrl.Offer(e.Url(), Rank.Own);
                return true;
            case Name.BrowserFriendly when d.IsFeed:
                d.Info.Offer(e.Html(LeafRule.Long), Rank.Other);
                return true;
            default:
                return false;
        }
    }
}
