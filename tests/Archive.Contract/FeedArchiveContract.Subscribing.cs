using Aggregator.Feeds;
using Aggregator.Pipeline.Deduplicating;
using Aggregator.Pipeline.Normalizing;
using Aggregator.Pipeline.Ports;
using Aggregator.Pipeline.Scheduling;
using Xunit;
using static Aggregator.Archive.Contract.Make;

namespace Aggregator.Archive.Contract;

// Feeds and when they are due.
public abstract partial class FeedArchiveContract
{
    [Fact]
    public async Task A_subscribed_feed_has_an_id_and_is_due_at_once()
    {
        await using var test = Open();
        Assert.Null(await test.Archive.NextDueAsync());
        var ids = await test.Archive.SubscribeAsync([Feed("a"), Feed("b")], Noon);

        Assert.Equal(2, ids.Distinct().Count());
        Assert.Equal(ids, (await test.Archive.DueAsync(Noon, 10)).Select(f => f.Id));
        Assert.True(await test.Archive.NextDueAsync() <= Noon);
    }

    [Fact]
    public async Task Subscribing_again_keeps_the_ids_in_list_order()
    {
        await using var test = Open();
        var ids = await test.Archive.SubscribeAsync([Feed("a"), Feed("b")], Noon);

        Assert.Equal(ids.Reverse(), await test.Archive.SubscribeAsync([Feed("b"), Feed("a") with { Title = "A", Tags = ["x"] }], Noon));
        Assert.Equal(["A|[\"x\"]", "NULL|[]"], test.Rows("SELECT title, tags FROM feeds ORDER BY url"));
        Assert.Equal(2, test.Rows("SELECT * FROM feed_urls WHERE reason = 'configured' AND until_at IS NULL").Count);
    }

    [Fact]
    public async Task A_removed_feed_is_not_due_and_resumes_its_identity_when_it_is_back()
    {
        await using var test = Open();
        var ids = await test.Archive.SubscribeAsync([Feed("a"), Feed("b")], Noon);
        await test.NewAsync(ids[0], Noon, Item("one"));
        await test.Archive.SubscribeAsync([Feed("b")], Noon);

        Assert.Equal([ids[1]], (await test.Archive.DueAsync(Noon.AddDays(1), 10)).Select(f => f.Id));
        Assert.Equal(["1"], test.Rows("SELECT count(*) FROM articles"));
        Assert.Equal([ids[0]], await test.Archive.SubscribeAsync([Feed("a")], Noon));
        Assert.Equal(Noon, Assert.Single(await test.Archive.StatesAsync([ids[0]])).LastPolledAt);
    }

    [Fact]
    public async Task A_disabled_feed_is_not_due()
    {
        await using var test = Open();
        await test.Archive.SubscribeAsync([Feed("a") with { Enabled = false }], Noon);

        Assert.Empty(await test.Archive.DueAsync(Noon.AddDays(1), 10));
        Assert.Null(await test.Archive.NextDueAsync());
    }

    [Fact]
    public async Task Due_feeds_come_longest_overdue_first_up_to_the_limit()
    {
        await using var test = Open();
        var ids = await test.Archive.SubscribeAsync([Feed("a"), Feed("b"), Feed("c"), Feed("d")], Noon);
        foreach (var (id, hours) in ids.Zip([3, 1, 2, 9]))
            await WriteAsync(test, id, s => s with { NextPollAt = Noon.AddHours(hours) });

        Assert.Equal([ids[1], ids[2], ids[0]], (await test.Archive.DueAsync(Noon.AddHours(3), 10)).Select(f => f.Id));
        Assert.Equal([ids[1], ids[2]], (await test.Archive.DueAsync(Noon.AddHours(3), 2)).Select(f => f.Id));
        Assert.Equal(Noon.AddHours(1), await test.Archive.NextDueAsync());
    }

    // Hours ahead, interval and Retry-After in hours, whether the time is to be believed.
    [Theory]
    [InlineData(24, 1, null, true)]
    [InlineData(25, 1, null, false)]
    [InlineData(87_600, 1, null, false)]
    [InlineData(168, 168, null, true)]
    [InlineData(184, 168, null, true)]
    [InlineData(186, 168, null, false)]
    [InlineData(168, 1, 168, true)]
    [InlineData(169, 1, 169, false)]
    [InlineData(100, 1, 99, false)]
    public async Task A_due_time_further_ahead_than_any_rule_sets_is_now(int hours, int interval, int? retryAfter, bool stands)
    {
        await using var test = Open();
        var id = await test.FeedAsync("a");
        var now = Noon.AddMilliseconds(300);
        await WriteAsync(test, id, s => s with
        {
            NextPollAt = now.AddHours(hours),
            Interval = TimeSpan.FromHours(interval),
            RetryAfter = retryAfter is { } wish ? now.AddHours(wish) : null,
        });

        var due = await test.Archive.DueAsync(now, 10);
        Assert.Equal(stands ? 0 : 1, due.Count);
        Assert.Equal(stands, FeedSchedule.DueAt((await test.Archive.StatesAsync([id]))[0], now) > now);
    }

    [Fact]
    public async Task A_due_time_is_never_undercut_by_rounding()
    {
        await using var test = Open();
        var id = await test.FeedAsync("a");
        await WriteAsync(test, id, s => s with { NextPollAt = Noon.AddMilliseconds(1), RetryAfter = Noon.AddMilliseconds(1) });

        Assert.Empty(await test.Archive.DueAsync(Noon, 10));
        Assert.True((await test.Archive.StatesAsync([id]))[0].RetryAfter > Noon);
    }
}
