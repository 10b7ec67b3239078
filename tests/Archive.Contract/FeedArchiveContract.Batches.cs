using Aggregator.Feeds;
using Aggregator.Pipeline.Deduplicating;
using Aggregator.Pipeline.Normalizing;
using Aggregator.Pipeline.Ports;
using Aggregator.Pipeline.Scheduling;
using Xunit;
using static Aggregator.Archive.Contract.Make;

namespace Aggregator.Archive.Contract;

// One answer is stored whole or not at all, and once.
public abstract partial class FeedArchiveContract
{
    [Fact]
    public async Task A_state_comes_back_as_it_was_written()
    {
        await using var test = Open();
        var id = await test.FeedAsync("a");
        var state = new FeedState
        {
            Id = id,
            Url = Feed("a").Url,
            Validators = new Validators("https://a.example/moved", "W/\"ü\"", "Thu, 01 Jan 1970 00:00:00 GMT"),
            BodyHash = long.MinValue,
            Failures = 3,
            LastPolledAt = Noon,
            LastSuccessAt = Noon.AddHours(-1),
            LastNewAt = Noon.AddHours(-2),
            NextPollAt = Noon.AddHours(5),
            NextPollReason = "back-off after 3 failures",
            Interval = TimeSpan.FromMinutes(15),
            RetryAfter = Noon.AddHours(4),
            LastError = "500 Internal Server Error",
            Gone = true,
        };
        await WriteAsync(test, id, _ => state);

        Assert.Equal(state, Assert.Single(await test.Archive.StatesAsync([id])));
        await using var batch = await test.Archive.BeginAsync();
        Assert.Equal(state, await batch.StateAsync(id));
    }

    [Fact]
    public async Task Nothing_of_a_batch_is_stored_before_it_is_committed()
    {
        await using var test = Open();
        var id = await test.FeedAsync("a");
        var before = test.Dump();
        await using (var batch = await test.Archive.BeginAsync())
        {
            var state = await batch.StateAsync(id);
            await batch.WriteAsync(Answer(id, Noon, Item("one")), [New(Item("one"))], state with { Validators = new Validators("u", "e", null) });
        }

        Assert.Equal(before, test.Dump());
        Assert.Null((await test.Archive.StatesAsync([id]))[0].Validators);
        Assert.Empty(test.Rows("SELECT * FROM fetches"));
        await test.NewAsync(id, Noon, Item("one"));
    }

    [Fact]
    public async Task Whoever_writes_waits_for_the_open_batch()
    {
        await using var test = Open();
        var feed = await test.FeedAsync("a");
        var batch = await test.Archive.BeginAsync();
        await batch.WriteAsync(Answer(feed, Noon, Item("one")), [New(Item("one"))], await batch.StateAsync(feed));
        var subscribing = test.Archive.SubscribeAsync([Feed("a"), Feed("b")], Noon).AsTask();
        var indexing = test.Archive.IndexAsync(10).AsTask();
        Assert.Single(await test.Archive.DueAsync(Noon, 10));
        Assert.False(subscribing.IsCompleted);
        Assert.False(indexing.IsCompleted);

        await batch.CommitAsync();
        await batch.DisposeAsync();
        Assert.Equal(2, (await subscribing).Count);
        Assert.Equal(1, await indexing);
    }


    [Fact]
    public async Task A_batch_that_fails_leaves_nothing_and_the_next_one_works()
    {
        await using var test = Open();
        var id = await test.FeedAsync("a");
        await test.NewAsync(id, Noon, Item("one"));
        var before = test.Dump();

        var twin = Item("one", text: "Quite another text.", guid: "other");
        await Assert.ThrowsAnyAsync<Exception>(() => test.StoreAsync(Answer(id, Noon, Item("two"), twin), New(Item("two")), New(twin)));

        Assert.Equal(before, test.Dump());
        await test.NewAsync(id, Noon, Item("two"));
    }

    [Fact]
    public async Task A_look_up_sees_what_the_batch_wrote_before()
    {
        await using var test = Open();
        var feeds = await test.Archive.SubscribeAsync([Feed("a"), Feed("b")], Noon);
        await using var batch = await test.Archive.BeginAsync();
        var state = await batch.StateAsync(feeds[0]);
        await batch.WriteAsync(Answer(feeds[0], Noon, Item("one")), [New(Item("one"))], state);

        var known = await batch.LookUpAsync(feeds[1], [Item("one"), Item("two")]);
        var holder = Assert.Single(Assert.Single(known.Holders).Value);
        Assert.Empty(known.Sightings);
        Assert.Empty(known.SightedHere);
        Assert.Equal((feeds[0], "Title of one", "https://news.example/one", Item("one").TextKey, 12, 1, Noon),
            (holder.OwnerFeedId, holder.Title, holder.Url, holder.TextKey, holder.TextLength, holder.Revision, holder.RevisedAt));
        Assert.Same(holder, known.Articles[holder.Id]);
        Assert.Equal("Text of one.", known.TextOf(holder.Id).Text);
        Assert.Equal(holder.Id, (await batch.LookUpAsync(feeds[0], [Item("one")])).Sightings[Item("one").ItemKey].ArticleId);
        Assert.Contains(holder.Id, (await batch.LookUpAsync(feeds[0], [Item("one")])).SightedHere);
    }

    [Fact]
    public async Task The_same_answer_again_changes_nothing()
    {
        await using var test = Open();
        var feed = await test.FeedAsync("a");
        var items = new[] { Item("one", published: Noon), Item("two") };
        var ids = await test.NewAsync(feed, Noon, items);
        var before = test.Dump();

        var receipt = await test.StoreAsync(Answer(feed, Noon.AddHours(1), items), [.. items.Zip(ids, (i, id) => new Verdict.Unchanged(ArticleRef.Of(id), i.ItemKey))]);

        Assert.Equal(before, test.Dump());
        Assert.Equal((0, 2, "unchanged"), (receipt.New, receipt.Unchanged, receipt.Outcome));
    }

    [Fact]
    public async Task Every_poll_leaves_a_row_with_its_reason()
    {
        await using var test = Open();
        var feed = await test.FeedAsync("a");
        var fetched = Answer(feed, Noon);
        await test.StoreAsync(fetched with { Fetch = new FetchOutcome.NotModified { Status = 304 }, Read = null });
        await test.StoreAsync(fetched with { Fetch = new FetchOutcome.Failed(FailureKind.Timeout, "no answer within 30 s"), Read = null });
        await test.StoreAsync(fetched with { Read = new ReadOutcome.Rejected("feed.html", "this is a web page") { WellFormed = false, Encoding = "utf-8" } });
        await test.StoreAsync(fetched with { SameBody = true, Read = null });
        await test.StoreAsync(Answer(feed, Noon, Item("one"), Item("two")), new Verdict.Dropped("title:ad"), new Verdict.Dropped("title:ad"));

        Assert.Equal(
            [
                "not-modified|304|NULL|0|{}", "timeout|NULL|no answer within 30 s|0|{}", "not-a-feed|200|this is a web page|0|{}", "unchanged|200|NULL|0|{}",
                "unchanged|200|NULL|2|{\"title:ad\":2}",
            ],
            test.Rows("SELECT outcome, status, error, dropped, dropped_by FROM fetches ORDER BY id"));
        Assert.Equal(["120|1234|2026-03-01T13:00:00Z|every"], test.Rows("SELECT DISTINCT duration_ms, max(bytes), next_poll_at, next_poll_reason FROM fetches"));
    }

    private static async Task WriteAsync(ArchiveUnderTest test, long id, Func<FeedState, FeedState> next)
    {
        await using var batch = await test.Archive.BeginAsync();
        await batch.WriteAsync(Answer(id, Noon), [], next(await batch.StateAsync(id)));
        await batch.CommitAsync();
    }
}
