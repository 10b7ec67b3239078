using Aggregator.Feeds;
using Aggregator.Pipeline.Deduplicating;
using Aggregator.Pipeline.Normalizing;
using Aggregator.Pipeline.Ports;
using static Aggregator.Pipeline.Tests.Scheduling.Answers;

namespace Aggregator.Pipeline.Tests.Scheduling;

public class FeedHealthTests
{
    private static readonly Verdict NewArticle = new Verdict.New(new Article { ItemKey = 0, ContentHash = 0, Source = "example.org" }, []);

    [Fact]
    public void A_success_ends_the_failures()
    {
        var next = Next(Known with { Failures = 3, LastError = "no answer" }, Success());
        Assert.Equal((0, null, Now, Now), (next.Failures, next.LastError, next.LastSuccessAt, next.LastPolledAt));
        Assert.Equal(Known.LastNewAt, next.LastNewAt);
    }

    [Fact]
    public void A_304_is_a_success() => Assert.Equal((0, Now), (Next(Known, Of(new FetchOutcome.NotModified())).Failures, Next(Known, Of(new FetchOutcome.NotModified())).LastSuccessAt));

    [Fact]
    public void A_new_article_is_remembered() =>
        Assert.Equal(Now, Next(Known, Of(Body(), Feed(items: 1), articles: 1), NewArticle).LastNewAt);

    [Fact]
    public void A_failure_keeps_everything_but_what_failed()
    {
        var next = Next(Known, Failure());
        Assert.Equal((1, "no answer in 30 s", Now), (next.Failures, next.LastError, next.LastPolledAt));
        Assert.Equal((Known.LastSuccessAt, Known.LastNewAt), (next.LastSuccessAt, next.LastNewAt));
    }

    [Fact]
    public void A_body_that_is_no_feed_is_a_failure_that_says_what_it_is()
    {
        var page = new ReadOutcome.Rejected("feed.html", "this is an HTML page") { WellFormed = true, Encoding = "utf-8" };
        Assert.Equal("this is an HTML page", Next(Known, Of(Body(), page)).LastError);
        // The reader's sentence names the feed already; it is not named twice.
        Assert.Equal("this is an HTML page", Next(Known, Of(Body(), page with { FeedUrls = ["https://example.org/rss"] })).LastError);
        Assert.Equal(FailureKind.NotAFeed, Of(Body(), page).Failure!.Kind);
    }

    [Fact]
    public void Failures_never_overflow() => Assert.Equal(int.MaxValue, Next(Known with { Failures = int.MaxValue }, Failure()).Failures);
}
