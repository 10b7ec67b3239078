using System.Globalization;
using Aggregator.Pipeline.Polling;
using Aggregator.Pipeline.Ports;
using Aggregator.Pipeline.Scheduling;
using Microsoft.Extensions.Time.Testing;

namespace Aggregator.Pipeline.Tests.Polling;

/// <summary>A 429 and what becomes of the other feeds of its host.</summary>
public class HostPauseTests
{
    private static readonly DateTimeOffset Now = new(2026, 11, 25, 10, 0, 0, TimeSpan.Zero);
    private readonly FakeTimeProvider _time = new(Now);
    private readonly MemoryArchive _archive = new();
    private readonly List<string> _told = [];

    private PollEngine Engine(InstantFetcher network) => new(
        Feeds.Poll(network, _time), _archive, new PollSettings { HostSpacing = TimeSpan.Zero }, _time,
        (_, receipt) => Tell($"{receipt.FeedId} {receipt.Outcome}"), (feed, _) => Tell($"{feed.State.Id} left alone"));

    private void Tell(string what)
    {
        lock (_told) _told.Add(what);
    }

    private InstantFetcher Throttling(string host, TimeSpan? retryAfter) => new(request => request.Url.Contains(host, StringComparison.Ordinal)
        ? new FetchOutcome.Failed(FailureKind.Throttled, "fewer, please") { Status = 429, RetryAfter = _time.GetUtcNow() + retryAfter }
        : new FetchOutcome.NotModified { Status = 304 });

    private async Task<List<string>> RunAsync(PollEngine engine, params DueFeed[] feeds)
    {
        _told.Clear();
        foreach (var feed in feeds) Assert.True(engine.Offer(feed));
        engine.Complete();
        await engine.RunAsync(TestContext.Current.CancellationToken);
        return [.. _told.Order()];
    }

    [Fact]
    public async Task A_429_pauses_every_feed_of_its_host_and_no_other()
    {
        var network = Throttling("slow", TimeSpan.FromHours(2));
        var told = await RunAsync(Engine(network), [.. Enumerable.Range(1, 5).Select(id => Feeds.Due(id, "slow.example")), Feeds.Due(6, "other.example")]);
        Assert.Equal(["1 throttled", "2 left alone", "3 left alone", "4 left alone", "5 left alone", "6 changed"], told);
        Assert.Equal(2, network.Requests.Count);
        Assert.All(Enumerable.Range(2, 4), id => Assert.Equal(Now.AddHours(2), _archive.States[id].NextPollAt));
        Assert.Contains("429", _archive.States[2].NextPollReason, StringComparison.Ordinal);
        Assert.Equal(Now.AddHours(2), Assert.Single(_archive.Pauses).Until);
    }

    [Fact]
    public async Task It_holds_across_a_restart_until_its_end()
    {
        await RunAsync(Engine(Throttling("slow", TimeSpan.FromHours(2))), Feeds.Due(1, "slow.example"));
        var network = new InstantFetcher();
        _time.Advance(TimeSpan.FromMinutes(119));
        Assert.Equal(["2 left alone"], await RunAsync(Engine(network), Feeds.Due(2, "slow.example")));
        _time.Advance(TimeSpan.FromMinutes(1));
        Assert.Equal(["2 changed"], await RunAsync(Engine(network), Feeds.Due(2, "slow.example")));
    }

    [Fact]
    public async Task The_operator_may_force_what_was_asked_before_and_not_what_comes_after()
    {
        _archive.Pauses.Add(new HostPause("slow.example", Now, Now.AddHours(1), "asked before"));
        _time.Advance(TimeSpan.FromMinutes(1));
        var network = Throttling("slow", TimeSpan.FromHours(3));
        var forced = _time.GetUtcNow();
        Assert.Equal(
            ["1 throttled", "2 left alone"],
            await RunAsync(Engine(network), [Feeds.Due(1, "slow.example") with { ForcedAt = forced }, Feeds.Due(2, "slow.example") with { ForcedAt = forced }]));
    }

    [Fact]
    public async Task A_moved_feed_belongs_to_the_host_it_moved_to()
    {
        _archive.Pauses.Add(new HostPause("new.example", Now, Now.AddHours(1), "asked"));
        var state = new FeedState { Id = 1, Url = "https://old.example/1", MovedTo = "https://new.example/feed" };
        Assert.Equal(["1 left alone"], await RunAsync(Engine(new InstantFetcher()), Feeds.Due(1, "old.example", state)));
    }

    // A fetcher that is led from every feed to one host.
    private static InstantFetcher Leading(string to) => new(request => request.PauseOf?.Invoke(to) is { } pause
        ? new FetchOutcome.Held(pause)
        : new FetchOutcome.NotModified { Status = 304 });

    [Fact]
    public async Task A_redirect_to_a_host_that_waits_is_put_off_with_it()
    {
        _archive.Pauses.Add(new HostPause("busy.example:8080", Now, Now.AddHours(1), "busy.example:8080 asked"));
        Assert.Equal(["1 left alone", "2 left alone"], await RunAsync(Engine(Leading("http://BUSY.example:8080/x?y")), Feeds.Due(1, "a.example"), Feeds.Due(2, "b.example")));
        Assert.Empty(_archive.Commits);
        Assert.Equal((Now.AddHours(1), "busy.example:8080 asked"), (_archive.States[2].NextPollAt, _archive.States[2].NextPollReason));

        _time.Advance(TimeSpan.FromMinutes(1));
        Assert.Equal(["1 changed"], await RunAsync(Engine(Leading("http://busy.example:8080/x")), Feeds.Due(1, "a.example") with { ForcedAt = _time.GetUtcNow() }));
        Assert.Equal(["1 changed"], await RunAsync(Engine(Leading("http://busy.example/x")), Feeds.Due(1, "a.example")));
        _time.Advance(TimeSpan.FromHours(1));
        Assert.Equal(["1 changed"], await RunAsync(Engine(Leading("http://busy.example:8080/x")), Feeds.Due(1, "a.example")));
    }

    [Fact]
    public async Task A_pause_counts_at_once_for_redirects_under_way()
    {
        var network = new GatedFetcher(_time);
        var engine = new PollEngine(Feeds.Poll(network, _time), _archive, new PollSettings { HostSpacing = TimeSpan.Zero }, _time, (_, _) => { });
        engine.Offer(Feeds.Due(1, "a.example"));
        engine.Offer(Feeds.Due(2, "busy.example"));
        engine.Complete();
        var run = engine.RunAsync(TestContext.Current.CancellationToken);
        var both = new[] { await network.NextAsync(), await network.NextAsync() }.OrderBy(f => f.Request.Url, StringComparer.Ordinal).ToList();
        Assert.Null(both[0].Request.PauseOf!("https://busy.example/1"));

        both[1].Ends.SetResult(new FetchOutcome.Failed(FailureKind.Throttled, "fewer, please") { Status = 429 });
        HostPause? pause;
        while ((pause = both[0].Request.PauseOf!("https://busy.example/1")) is null) await Task.Yield();
        both[0].Ends.SetResult(new FetchOutcome.Held(pause));
        await run;

        Assert.Equal(Now + HostPauses.Unstated, _archive.States[1].NextPollAt);
    }

    [Fact(Timeout = 30_000)]
    public async Task What_could_not_be_postponed_is_not_offered_without_end()
    {
        _archive.Pauses.Add(new HostPause("slow.example", Now, Now.AddHours(1), "asked"));
        _archive.OnPostpone = () => throw new ArchiveUnavailableException("the disk is full");
        var engine = Engine(new InstantFetcher());
        var run = engine.RunAsync(TestContext.Current.CancellationToken);
        Assert.True(engine.Offer(Feeds.Due(1, "slow.example")));
        while (engine.InFlight > 0) await Task.Yield();
        Assert.False(engine.Offer(Feeds.Due(1, "slow.example")), string.Create(CultureInfo.InvariantCulture, $"{_told.Count} told"));
        engine.Complete();
        await run;
    }
}
