using Aggregator.Feeds;
using Aggregator.Pipeline.Ports;
using static Aggregator.Pipeline.Tests.Scheduling.Answers;

namespace Aggregator.Pipeline.Tests.Scheduling;

/// <summary>Which validators and body hash stay: a stored one promises that every article of that body is stored (RELIABILITY A2, F13).</summary>
public class StoredConditionsTests
{
    [Fact]
    public void A_complete_answer_stores_both()
    {
        var next = Next(Known, Of(Body(Fresh), Feed(items: 2), articles: 2, bodyHash: 9), Unchanged(0), Unchanged(1));
        Assert.Equal((Fresh, 9L), (next.Validators, next.BodyHash));
    }

    [Fact]
    public void A_complete_answer_without_validators_clears_them()
    {
        var next = Next(Known, Of(Body(), Feed(), bodyHash: 9));
        Assert.Equal((null, 9L), (next.Validators, next.BodyHash));
    }

    [Fact]
    public void A_local_file_has_no_status_and_is_complete_all_the_same() =>
        Assert.Equal(9, Next(New, Of(Body(status: null), Feed(), bodyHash: 9)).BodyHash);

    public static TheoryData<string, Answer> Incomplete => new()
    {
        { "cut", Of(Body(Fresh), Feed(complete: false), bodyHash: 9) },
        { "an item without its article", Of(Body(Fresh), Feed(items: 2), articles: 1, bodyHash: 9) },
        { "articles without their verdicts", Of(Body(Fresh), Feed(items: 2), articles: 2, bodyHash: 9) },
        { "a 226 that is cut", Of(Body(Fresh, 226), Feed(complete: false), bodyHash: 9) },
        { "a 226 without the mark of the convention", Of(Body(null, 226), Feed(), bodyHash: 9) },
        { "a 226 of another address", Of(Body(Fresh with { Url = "https://example.net/feed" }, 226), Feed(), bodyHash: 9) },
        { "202", Of(Body(Fresh, 202), Feed(), bodyHash: 9) },
        { "no feed", Of(Body(Fresh), new ReadOutcome.Rejected("feed.html", "an HTML page") { WellFormed = true, Encoding = "utf-8" }, bodyHash: 9) },
        { "failed", Failure() },
        { "gone", Failure(FailureKind.Gone) },
        { "the same body as one that was forgotten since", Of(Body(Fresh), bodyHash: 9, sameBody: true) },
    };

    [Theory]
    [MemberData(nameof(Incomplete))]
    public void Anything_less_leaves_the_old_promise_as_it_is(string what, Answer answer)
    {
        var next = Next(Known, answer);
        Assert.True((Old, 7L) == (next.Validators, next.BodyHash), what);
        var first = Next(New, answer);
        Assert.True((null, null) == (first.Validators, first.BodyHash), what);
    }

    [Fact]
    public void An_item_that_became_no_article_makes_the_answer_incomplete()
    {
        var next = Next(Known, Of(Body(Fresh), Feed(items: 2), articles: 1, bodyHash: 9), Unchanged(0));
        Assert.Equal((Old, 7L), (next.Validators, next.BodyHash));
    }

    [Fact]
    public void The_same_body_takes_the_new_validators()
    {
        var next = Next(Known, Of(Body(Fresh), bodyHash: 7, sameBody: true));
        Assert.Equal((Fresh, 7L), (next.Validators, next.BodyHash));
        Assert.Equal(0, next.Failures);
        Assert.Equal(Now, next.LastSuccessAt);
    }

    [Fact]
    public void A_304_keeps_what_it_does_not_repeat()
    {
        Assert.Equal(Old, Next(Known, Of(new FetchOutcome.NotModified())).Validators);
        Assert.Equal(Old with { ETag = "\"x\"" }, Next(Known, Of(new FetchOutcome.NotModified { Validators = new Validators(Url, "\"x\"", null) })).Validators);
        Assert.Equal(Fresh, Next(Known, Of(new FetchOutcome.NotModified { Validators = Fresh })).Validators);
        Assert.Equal(7, Next(Known, Of(new FetchOutcome.NotModified { Validators = Fresh })).BodyHash);
    }

    [Fact]
    public void A_304_makes_no_promise_where_there_was_none() => Assert.Null(Next(New, Of(new FetchOutcome.NotModified { Validators = Fresh })).Validators);

    [Fact]
    public void A_304_of_another_address_changes_nothing() =>
        Assert.Equal(Old, Next(Known, Of(new FetchOutcome.NotModified { Validators = Fresh with { Url = "https://example.net/feed" } })).Validators);

    // RFC 3229: the tag of a 226 names the whole feed, of which the base must be stored.
    [Fact]
    public void A_226_takes_the_new_tag_only_on_top_of_a_promise()
    {
        var delta = Of(Body(Fresh, 226), Feed(items: 1), articles: 1, bodyHash: 9);
        var next = Next(Known with { LastBodyAt = Now.AddDays(-1) }, delta, Unchanged(0));
        Assert.Equal((Fresh, 7L, Now.AddDays(-1)), (next.Validators, next.BodyHash, next.LastBodyAt));
        Assert.Null(Next(New, delta, Unchanged(0)).Validators);
    }

    [Fact]
    public void Only_a_whole_body_counts_as_one()
    {
        var known = Known with { LastBodyAt = Now.AddDays(-6) };
        Assert.Equal(Now, Next(known, Of(Body(Fresh), Feed(), bodyHash: 9)).LastBodyAt);
        Assert.Equal(Now, Next(known, Of(Body(Fresh), bodyHash: 7, sameBody: true)).LastBodyAt);
        Assert.Equal(Now.AddDays(-6), Next(known, Of(new FetchOutcome.NotModified())).LastBodyAt);
        Assert.Equal(Now.AddDays(-6), Next(known, Failure()).LastBodyAt);
        Assert.Equal(Now, Next(Known, Of(new FetchOutcome.NotModified())).LastBodyAt);
        Assert.Equal(Now, Next(Known with { LastBodyAt = Now.AddYears(1) }, Of(new FetchOutcome.NotModified())).LastBodyAt);
    }
}
