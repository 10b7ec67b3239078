using Aggregator.Pipeline.Polling;
using Aggregator.Pipeline.Ports;
using Microsoft.Extensions.Time.Testing;

namespace Aggregator.Pipeline.Tests.Polling;

public class PollEngineTests
{
    private readonly FakeTimeProvider _time = new(new DateTimeOffset(2026, 11, 25, 10, 0, 0, TimeSpan.Zero));
    private readonly MemoryArchive _archive = new();
    private readonly List<Receipt> _receipts = [];
    private readonly GatedFetcher _network;

    public PollEngineTests() => _network = new GatedFetcher(_time);

    private PollEngine Engine(PollSettings? settings = null, IFeedFetcher? network = null) => new(
        Feeds.Poll(network ?? _network, _time), _archive, settings ?? new PollSettings(), _time, (_, receipt) =>
        {
            lock (_receipts) _receipts.Add(receipt);
        });

    // Moves the clock on until something has happened: the engine's own timers ring, nothing waits in real time.
    private async Task<T> ReachAsync<T>(Task<T> task, TimeSpan step)
    {
        while (!task.IsCompleted)
        {
            _time.Advance(step);
            await Task.Yield();
            TestContext.Current.CancellationToken.ThrowIfCancellationRequested();
        }

        return await task;
    }

    [Fact(Timeout = 30_000)]
    public async Task Everything_offered_is_stored_and_the_run_ends()
    {
        var engine = Engine(new PollSettings { Parallel = 8, HostSpacing = TimeSpan.Zero }, new InstantFetcher());
        for (var id = 1; id <= 500; id++) Assert.True(engine.Offer(Feeds.Due(id, $"host{id % 20}.example")));
        engine.Complete();
        await engine.RunAsync(TestContext.Current.CancellationToken);
        Assert.Equal(Enumerable.Range(1, 500).Select(i => (long)i), _archive.States.Keys.Order());
        Assert.Equal(500, _receipts.Count);
        Assert.Equal(0, engine.InFlight);
        Assert.Equal(0, _archive.Unindexed);
    }

    [Fact(Timeout = 30_000)]
    public async Task Nothing_offered_is_nothing_done()
    {
        var engine = Engine();
        engine.Complete();
        await engine.RunAsync(TestContext.Current.CancellationToken);
        Assert.Empty(_receipts);
        Assert.False(engine.Offer(Feeds.Due(1)));
    }

    [Fact(Timeout = 30_000)]
    public async Task A_host_is_asked_once_at_a_time_with_a_pause_between()
    {
        var engine = Engine(new PollSettings { HostSpacing = TimeSpan.FromSeconds(1) });
        for (var id = 1; id <= 5; id++) engine.Offer(Feeds.Due(id));
        engine.Complete();
        var run = engine.RunAsync(TestContext.Current.CancellationToken);
        DateTimeOffset? ended = null;
        for (var id = 1; id <= 5; id++)
        {
            var fetch = await ReachAsync(_network.NextAsync(), TimeSpan.FromMilliseconds(100));
            Assert.False(_network.Waiting);
            Assert.True(ended is null || fetch.At - ended >= TimeSpan.FromSeconds(1), $"feed {id} began {fetch.At - ended} after the one before");
            _time.Advance(TimeSpan.FromSeconds(3));
            Assert.False(_network.Waiting);
            ended = _time.GetUtcNow();
            fetch.End();
        }

        await run;
    }

    [Fact(Timeout = 30_000)]
    public async Task A_host_that_hangs_delays_nobody()
    {
        var engine = Engine(new PollSettings { Parallel = 2 });
        for (var id = 1; id <= 50; id++) engine.Offer(Feeds.Due(id, "slow.example"));
        for (var id = 51; id <= 100; id++) engine.Offer(Feeds.Due(id, $"host{id}.example"));
        var run = engine.RunAsync(TestContext.Current.CancellationToken);
        Fetch? hanging = null;
        for (var asked = 0; asked < 51; asked++)
        {
            // The clock stands still: whoever waits for the slow host would wait for ever.
            var fetch = await _network.NextAsync();
            if (fetch.Request.Url.Contains("slow", StringComparison.Ordinal)) hanging = hanging is null ? fetch : throw new InvalidOperationException("two at once");
            else fetch.End();
        }

        Assert.NotNull(hanging);
        hanging.End();
        var second = await ReachAsync(_network.NextAsync(), TimeSpan.FromMilliseconds(100));
        Assert.Contains("slow", second.Request.Url, StringComparison.Ordinal);
        Assert.False(run.IsCompleted);
    }

    [Fact(Timeout = 30_000)]
    public async Task No_more_run_at_once_than_the_limit()
    {
        var engine = Engine(new PollSettings { Parallel = 3 });
        for (var id = 1; id <= 9; id++) engine.Offer(Feeds.Due(id, $"host{id}.example"));
        engine.Complete();
        var run = engine.RunAsync(TestContext.Current.CancellationToken);
        var running = new Queue<Fetch>();
        for (var asked = 0; asked < 9; asked++)
        {
            if (running.Count == 3)
            {
                Assert.False(_network.Waiting);
                running.Dequeue().End();
            }

            running.Enqueue(await _network.NextAsync());
        }

        foreach (var fetch in running) fetch.End();
        await run;
        Assert.Equal(9, _archive.States.Count);
    }

    [Fact(Timeout = 30_000)]
    public async Task A_feed_under_way_is_not_taken_twice()
    {
        var engine = Engine();
        Assert.True(engine.Offer(Feeds.Due(1)));
        Assert.False(engine.Offer(Feeds.Due(1)));
        var run = engine.RunAsync(TestContext.Current.CancellationToken);
        var fetch = await _network.NextAsync();
        Assert.False(engine.Offer(Feeds.Due(1)));
        Assert.Equal(1, engine.InFlight);
        engine.Complete();
        fetch.End();
        await run;
        Assert.Single(_receipts);
    }

    [Fact(Timeout = 30_000)]
    public async Task A_stop_stores_what_came_and_cancels_the_rest()
    {
        var (committing, commit) = (new TaskCompletionSource(), new TaskCompletionSource());
        _archive.OnCommit = () =>
        {
            committing.TrySetResult();
            return commit.Task;
        };
        using var stop = CancellationTokenSource.CreateLinkedTokenSource(TestContext.Current.CancellationToken);
        var engine = Engine(new PollSettings { Parallel = 3 });
        for (var id = 1; id <= 8; id++) engine.Offer(Feeds.Due(id, $"host{id}.example"));
        var run = engine.RunAsync(stop.Token);
        var (one, two) = (await _network.NextAsync(), await _network.NextAsync());
        one.End();
        await committing.Task;
        two.End();
        Fetch[] underWay = [await _network.NextAsync(), await _network.NextAsync(), await _network.NextAsync()];
        await stop.CancelAsync();
        await Assert.ThrowsAnyAsync<OperationCanceledException>(() => Task.WhenAll(underWay.Select(f => f.Ends.Task)));
        Assert.All(underWay, f => Assert.True(f.Ends.Task.IsCanceled));
        Assert.False(run.IsCompleted);
        commit.SetResult();
        await Assert.ThrowsAnyAsync<OperationCanceledException>(() => run);
        Assert.Equal(2, _archive.States.Count);
        Assert.Equal(2, _receipts.Count);
        Assert.False(_network.Waiting);
    }

    [Fact(Timeout = 30_000)]
    public async Task A_feed_that_could_not_be_stored_is_left_alone_for_a_while()
    {
        var full = true;
        _archive.OnWrite = _ =>
        {
            if (full) throw new ArchiveUnavailableException("the disk is full");
        };
        var told = new TaskCompletionSource<Receipt>();
        var settings = new PollSettings { NotStoredPause = TimeSpan.FromMinutes(15) };
        var engine = new PollEngine(Feeds.Poll(new InstantFetcher(), _time), _archive, settings, _time, (_, receipt) => told.TrySetResult(receipt));
        engine.Offer(Feeds.Due(1));
        var run = engine.RunAsync(TestContext.Current.CancellationToken);
        Assert.Equal("not-stored", (await told.Task).Outcome);
        Assert.Equal(0, engine.InFlight);
        Assert.False(engine.Offer(Feeds.Due(1)));
        _time.Advance(TimeSpan.FromMinutes(14));
        Assert.False(engine.Offer(Feeds.Due(1)));
        full = false;
        _time.Advance(TimeSpan.FromMinutes(1));
        Assert.True(engine.Offer(Feeds.Due(1)));
        engine.Complete();
        await run;
        Assert.Equal(0, _archive.States[1].Failures);
    }

    [Fact(Timeout = 30_000)]
    public async Task A_fault_of_ours_in_one_feed_is_its_failure()
    {
        var engine = Engine(network: new InstantFetcher(r => r.Url.EndsWith("/2", StringComparison.Ordinal) ? throw new InvalidOperationException("boom") : new FetchOutcome.NotModified()));
        for (var id = 1; id <= 3; id++) engine.Offer(Feeds.Due(id, $"host{id}.example"));
        engine.Complete();
        await engine.RunAsync(TestContext.Current.CancellationToken);
        Assert.Equal([false, true, false], _receipts.OrderBy(r => r.FeedId).Select(r => r.Failed));
        Assert.Contains("boom", _archive.States[2].LastError, StringComparison.Ordinal);
    }

    [Fact(Timeout = 30_000)]
    public async Task A_fault_of_the_caller_ends_the_run_and_is_seen()
    {
        var engine = new PollEngine(Feeds.Poll(new InstantFetcher(), _time), _archive, new PollSettings { Parallel = 2, HostSpacing = TimeSpan.Zero }, _time,
            (_, _) => throw new InvalidOperationException("the caller's fault"));
        for (var id = 1; id <= 50; id++) engine.Offer(Feeds.Due(id, $"host{id}.example"));
        var fault = await Assert.ThrowsAsync<InvalidOperationException>(() => engine.RunAsync(TestContext.Current.CancellationToken));
        Assert.Equal("the caller's fault", fault.Message);
    }
}
