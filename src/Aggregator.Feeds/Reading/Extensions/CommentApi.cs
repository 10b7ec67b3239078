using Aggregator.Feeds.Xml;

namespace Aggregator.Feeds.Reading.Extensions;

/// <summary>wfw: the feed of an item's comments.</summary>
internal static class CommentApi
{
    public static bool Read(ElementCursor e, Draft d)
    {
        if (e.Name != Name.CommentRss) return false;
        d.CommentsFeedUrl.Offer(e.Url(), Rank.Own);
        return true;
    }
}
