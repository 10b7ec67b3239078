using Aggregator.Feeds.Xml;

namespace Aggregator.Feeds.Reading.Extensions;

/// <summary>FeedBurner: the publisher's own addresses behind its counting ones.</summary>
internal static class FeedBurner
{
    public static bool Read(ElementCursor e, Draft d)
    {
        if (e.Name != Name.OrigLink) return false;
        d.OriginalUrl.Offer(e.Url(), Rank.Own);
        return true;
    }
}
