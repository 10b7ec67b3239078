using Aggregator.Feeds;
using Aggregator.Pipeline.Deduplicating;
using Aggregator.Pipeline.Normalizing;
using Aggregator.Pipeline.Ports;
using Aggregator.Pipeline.Subscribing;

namespace Aggregator.Archive.Contract;

/// <summary>Small articles, answers and verdicts for tests, each different only in what it says.</summary>
public static class Make
{
    public static readonly DateTimeOffset Noon = new(2026, 3, 1, 12, 0, 0, TimeSpan.Zero);

    public static Subscription Feed(string name) => new() { Url = $"https://{name}.example/feed.xml" };

    public static Article Item(string name, string? text = null, string? title = null, string? guid = null, DateTimeOffset? published = null) => new Article
    {
        Guid = guid ?? $"guid-{name}",
        Url = $"https://news.example/{name}",
        CanonicalUrl = $"https://news.example/{name}",
        ItemKey = 0,
        ContentHash = 0,
        Title = title ?? $"Title of {name}",
        Author = "Ann Author",
        Authors = [new FeedPerson("Ann Author", "ann@news.example", null)],
        Source = "News",
        SourceDomain = "news.example",
        Published = published is { } at ? Claim("item.published", at) : null,
        Claims = published is { } same ? [Claim("item.published", same)] : [],
        Categories = [new FeedCategory("world", null, null)],
        Text = text ?? $"Text of {name}.",
        Html = $"<p>{text ?? $"Text of {name}."}</p>",
        WordCount = 3,
    }.Hashed();

    public static FeedDate Claim(string from, DateTimeOffset at, DatePrecision precision = DatePrecision.Second) =>
        new(at.ToString("R"), at, precision, TimeSpan.Zero, DateFlags.None) { From = from };

    public static FeedDate Unreadable(string raw) => new(raw, null, DatePrecision.Second, null, DateFlags.Unreadable) { From = "item.published" };

    /// <summary>The article with the keys and hashes that follow from what it says.</summary>
    public static Article Hashed(this Article item) => item with
    {
        ItemKey = Key($"{item.Guid}|{item.Url}"),
        ContentHash = Key($"{item.Title}|{item.Subtitle}|{item.Author}|{item.Published?.At}|{item.Summary}|{item.Text}|{item.Html}"),
        TextKey = item.Text is null ? null : Key(item.Text),
        Keys = item.Url is null ? [] : [new IdentityKey(IdentityKind.Url, Key(item.Url))],
    };

    public static Answer Answer(long feedId, DateTimeOffset at, params Article[] items) => new()
    {
        FeedId = feedId,
        Subscription = Feed("any"),
        StartedAt = at,
        Duration = TimeSpan.FromMilliseconds(120),
        Fetch = new FetchOutcome.Fetched { Url = "https://any.example/feed.xml", Body = default, Status = 200, WireBytes = 1234 },
        Read = new ReadOutcome.Parsed(new ParsedFeed { Version = "rss20", Complete = true, Items = [], Link = "https://any.example/", Language = "en" })
        {
            WellFormed = true,
            Encoding = "utf-8",
        },
        BodyHash = 7,
        Articles = items,
    };

    public static Verdict.New New(Article item) => new(item, [.. item.Keys.Select(k => new ClaimedKey(k, 0, null))]);

    public static Verdict.Revised Revised(long id, Article item, params string[] changed) => new(ArticleRef.Of(id), item, changed, []);

    public static Verdict.SeenAgain Again(ArticleRef target, Article item, bool takesOver = false) => new(target, item, takesOver, []);

    // FNV-1a: the same in every process.
    private static long Key(string text)
    {
        var hash = 14695981039346656037UL;
        foreach (var unit in text) hash = unchecked((hash ^ unit) * 1099511628211UL);
        return unchecked((long)hash);
    }
}
