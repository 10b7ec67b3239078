using Aggregator.Feeds;
using Aggregator.Pipeline.Deduplicating;
using Aggregator.Pipeline.Normalizing;
using Aggregator.Pipeline.Ports;
using Aggregator.Pipeline.Scheduling;
using Aggregator.Pipeline.Subscribing;

namespace Aggregator.Pipeline.Tests.Scheduling;

/// <summary>Answers as the schedule meets them.</summary>
internal static class Answers
{
    public const string Url = "https://example.org/feed";

    public static readonly DateTimeOffset Now = new(2026, 11, 25, 10, 0, 0, TimeSpan.Zero);

    public static readonly Validators Old = new(Url, "\"old\"", "Mon, 01 Jan 2024 00:00:00 GMT");

    public static readonly Validators Fresh = new(Url, "\"new\"", "Tue, 02 Jan 2024 00:00:00 GMT");

    public static readonly FeedState New = new() { Id = 1, Url = Url };

    public static readonly FeedState Known = New with
    {
        Validators = Old,
        BodyHash = 7,
        LastPolledAt = Now.AddHours(-1),
        LastSuccessAt = Now.AddHours(-1),
        LastNewAt = Now.AddDays(-3),
        NextPollAt = Now,
        NextPollReason = "every 1 h",
        Interval = TimeSpan.FromHours(1),
    };

    public static Subscription Every(TimeSpan? every) => new() { Url = Url, Every = every };

    public static readonly Subscription Hourly = Every(TimeSpan.FromHours(1));

    public static FetchOutcome.Fetched Body(Validators? validators = null, int? status = 200) =>
        new() { Url = Url, Body = default, Status = status, Validators = validators };

    public static ReadOutcome.Parsed Feed(bool complete = true, int items = 0) =>
        new(new ParsedFeed { Version = "rss20", Complete = complete, Items = [.. Enumerable.Range(0, items).Select(_ => new FeedItem())] })
        { WellFormed = complete, Encoding = "utf-8" };

    public static Answer Of(FetchOutcome fetch, ReadOutcome? read = null, int articles = 0, long? bodyHash = null, bool sameBody = false) => new()
    {
        FeedId = 1,
        Subscription = Hourly,
        StartedAt = Now,
        Duration = TimeSpan.FromSeconds(1),
        Fetch = fetch,
        Read = read,
        ItemsRead = read is ReadOutcome.Parsed { Feed.Items.Count: var items } ? items : 0,
        BodyHash = bodyHash,
        SameBody = sameBody,
        Articles = [.. Enumerable.Range(0, articles).Select(i => new Article { ItemKey = i, ContentHash = i, Source = "example.org" })],
    };

    public static Answer Success() => Of(Body(), Feed());

    public static Answer Failure(FailureKind kind = FailureKind.Timeout, DateTimeOffset? retryAfter = null, string reason = "no answer in 30 s") =>
        Of(new FetchOutcome.Failed(kind, reason) { RetryAfter = retryAfter });

    public static FeedState Next(FeedState state, Answer answer, params Verdict[] verdicts) =>
        new FeedSchedule(new ScheduleSettings()).Next(state, answer, verdicts, Now);

    public static Verdict Unchanged(int item) => new Verdict.Unchanged(ArticleRef.Of(item), item);
}
