using Aggregator.Pipeline.Moving;
using Aggregator.Pipeline.Ports;
using Aggregator.Pipeline.Scheduling;
using Xunit;
using static Aggregator.Archive.Contract.Make;

namespace Aggregator.Archive.Contract;

// Where feeds are polled, and hosts that asked to be left alone.
public abstract partial class FeedArchiveContract
{
    private const string NewHome = "https://new.example/rss";

    [Fact]
    public async Task A_pending_move_and_refused_addresses_are_remembered()
    {
        await using var test = Open();
        var id = await test.FeedAsync("a");
        await WriteAsync(test, id, s => s with { Moving = new PendingMove(NewHome, [new(2026, 3, 1), new(2026, 3, 2)]), RefusedMoves = ["https://x.example/", "https://y.example/"], LastBodyAt = Noon });

        var state = Assert.Single(await test.Archive.StatesAsync([id]));
        Assert.Equal((NewHome, Noon), (state.Moving!.To, state.LastBodyAt));
        Assert.Equal([new(2026, 3, 1), new(2026, 3, 2)], state.Moving.Days);
        Assert.Equal(["https://x.example/", "https://y.example/"], state.RefusedMoves);
        Assert.Null(state.MovedTo);
    }

    [Fact]
    public async Task An_adopted_move_has_its_history_and_keeps_the_listed_address()
    {
        await using var test = Open();
        var id = await test.FeedAsync("a");
        await MoveAsync(test, id, NewHome, Noon.AddDays(1));
        await MoveAsync(test, id, NewHome, Noon.AddDays(2));
        await MoveAsync(test, id, "https://newer.example/rss", Noon.AddDays(3));

        Assert.Equal(
            [
                $"{Feed("a").Url}|2026-03-01T12:00:00Z|2026-03-02T12:00:00Z|configured",
                $"{NewHome}|2026-03-02T12:00:00Z|2026-03-04T12:00:00Z|moved",
                "https://newer.example/rss|2026-03-04T12:00:00Z|NULL|moved",
            ],
            test.Rows("SELECT url, from_at, until_at, reason FROM feed_urls ORDER BY from_at"));
        Assert.Equal([$"{Feed("a").Url}|https://newer.example/rss"], test.Rows("SELECT url, moved_to FROM feeds"));
        Assert.Equal([id], await test.Archive.SubscribeAsync([Feed("a")], Noon.AddDays(4)));
        Assert.Equal("https://newer.example/rss", (await test.Archive.StatesAsync([id]))[0].MovedTo);
    }

    [Fact]
    public async Task An_address_that_a_feed_moved_to_is_that_feed_when_the_list_names_it()
    {
        await using var test = Open();
        var id = await test.FeedAsync("a");
        await MoveAsync(test, id, NewHome, Noon.AddDays(1));

        Assert.Equal([id], await test.Archive.SubscribeAsync([Feed("a") with { Url = NewHome }], Noon.AddDays(2)));
        Assert.Equal([$"{NewHome}|NULL|1"], test.Rows("SELECT url, moved_to, listed FROM feeds"));
        Assert.Equal([$"{NewHome}|configured"], test.Rows("SELECT url, reason FROM feed_urls WHERE until_at IS NULL"));
        Assert.Equal([id, id], await test.Archive.SubscribeAsync([Feed("a") with { Url = NewHome }, Feed("a")], Noon.AddDays(3)));
    }

    [Fact]
    public async Task An_address_of_another_feed_is_taken()
    {
        await using var test = Open();
        var ids = await test.Archive.SubscribeAsync([Feed("a"), Feed("b")], Noon);
        await MoveAsync(test, ids[1], NewHome, Noon.AddDays(1));

        await using var batch = await test.Archive.BeginAsync();
        Assert.True(await batch.IsTakenAsync(Feed("b").Url, ids[0]));
        Assert.True(await batch.IsTakenAsync(NewHome, ids[0]));
        Assert.False(await batch.IsTakenAsync(NewHome, ids[1]));
        Assert.False(await batch.IsTakenAsync("https://nobody.example/", ids[0]));
    }

    [Fact]
    public async Task A_pause_of_a_host_is_stored_with_the_answer_and_the_longest_stands()
    {
        await using var test = Open();
        var id = await test.FeedAsync("a");
        await test.StoreAsync(Answer(id, Noon) with { HostPause = new HostPause("a.example", Noon, Noon.AddHours(2), "asked") });
        await test.StoreAsync(Answer(id, Noon) with { HostPause = new HostPause("a.example", Noon.AddHours(1), Noon.AddMinutes(90), "asked again") });

        Assert.Equal([new HostPause("a.example", Noon, Noon.AddHours(2), "asked")], await test.Archive.HostPausesAsync(Noon.AddHours(1)));
        Assert.Empty(await test.Archive.HostPausesAsync(Noon.AddHours(2)));
        Assert.Empty(await test.Archive.HostPausesAsync(Noon.AddDays(-30)));
    }

    [Fact]
    public async Task A_postponed_feed_is_due_at_the_end_of_the_pause_and_says_why()
    {
        await using var test = Open();
        var ids = await test.Archive.SubscribeAsync([Feed("a"), Feed("b")], Noon);
        await WriteAsync(test, ids[1], s => s with { RetryAfter = Noon.AddHours(5), NextPollAt = Noon.AddHours(5), NextPollReason = "its own" });
        await test.Archive.PostponeAsync(ids, new HostPause("a.example", Noon, Noon.AddHours(2), "the host asked"), Noon);

        var states = await test.Archive.StatesAsync(ids);
        Assert.Equal((Noon.AddHours(2), Noon.AddHours(2), "the host asked"), (states[0].NextPollAt, states[0].RetryAfter, states[0].NextPollReason));
        Assert.Equal((Noon.AddHours(5), "its own"), (states[1].NextPollAt, states[1].NextPollReason));
        Assert.Empty(await test.Archive.DueAsync(Noon.AddHours(1), 10));
        Assert.Single(await test.Archive.DueAsync(Noon.AddHours(2), 10));
    }

    private static async Task MoveAsync(ArchiveUnderTest test, long id, string to, DateTimeOffset at)
    {
        await using var batch = await test.Archive.BeginAsync();
        await batch.WriteAsync(Answer(id, at), [], await batch.StateAsync(id) with { MovedTo = to, NextPollAt = at.AddHours(1) });
        await batch.CommitAsync();
    }
}
