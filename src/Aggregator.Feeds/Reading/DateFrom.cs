namespace Aggregator.Feeds.Reading;

/// <summary>Who states a date: the values of <see cref="FeedDate.From"/>.</summary>
internal static class DateFrom
{
    public const string ItemPublished = "item.published";
    public const string Expires = "item.expires";
    public const string DublinCore = "dc.date";
    public const string Terms = "dcterms";

    public static string Published(Draft d) => d.IsFeed ? "feed.published" : ItemPublished;

    public static string Updated(Draft d) => d.IsFeed ? "feed.updated" : "item.updated";

    public static string Created(Draft d) => d.IsFeed ? "feed.created" : "item.created";
}
