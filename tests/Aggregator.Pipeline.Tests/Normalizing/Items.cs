using Aggregator.Feeds;
using Aggregator.Pipeline.Normalizing;
using Aggregator.Pipeline.Subscribing;

namespace Aggregator.Pipeline.Tests.Normalizing;

/// <summary>Items and feeds in few words.</summary>
internal static class Items
{
    public static readonly DateTimeOffset FetchedAt = new(2023, 7, 14, 12, 0, 0, TimeSpan.Zero);

    public static FeedItem Item(string? id = null, string? url = null, string? title = null, string? summary = null, string? content = null) => new()
    {
        Id = id,
        Url = url,
        Title = Html(title),
        Summary = Html(summary),
        Content = Html(content),
    };

    public static FeedText? Html(string? value) => value is null ? null : new FeedText(value, TextKind.Html);

    public static ParsedFeed Feed(params FeedItem[] items) => new()
    {
        Version = "rss20",
        Complete = true,
        Title = Html("The Example"),
        Link = "https://example.org/",
        Items = items,
    };

    public static ParsedFeed Source(string? title, string? url) => new()
    {
        Title = title is null ? null : new FeedText(title, TextKind.Text),
        Links = url is null ? [] : [new FeedLink(url, "self")],
    };

    public static FeedDate Claim(string from, string raw, DateTimeOffset? at, DatePrecision precision = DatePrecision.Second, TimeSpan? offset = null, DateFlags flags = DateFlags.None) =>
        new(raw, at, precision, offset, flags) { From = from };

    public static readonly Subscription Listed = new() { Url = "https://example.org/feed" };

    public static IReadOnlyList<Article> Normalize(ParsedFeed feed, Subscription? subscription = null, long feedId = 1) =>
        ArticleNormalizer.Normalize(feed, subscription ?? Listed, feedId, FetchedAt);

    public static Article Normalize(FeedItem item) => Normalize(Feed(item)).Single();
}
