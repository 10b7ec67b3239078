using Aggregator.Feeds.Xml;

namespace Aggregator.Feeds.Reading.Extensions;

/// <summary>RSS content module: the full text.</summary>
internal static class Content
{
    public static bool Read(ElementCursor e, Draft d)
    {
        if (e.Name != Name.Encoded) return false;
        if (e.Html(LeafRule.Long) is { } content)
        {
            if (d.IsFeed) d.Summary.Offer(content, Rank.Last);
            else d.AddContent(content);
        }

        return true;
    }
}
