using System.Net;
using Aggregator.Archive.Sqlite;
using Aggregator.Fetching;
using Aggregator.Fetching.Addresses;
using Aggregator.Passes;
using Aggregator.Pipeline.Polling;
using Aggregator.Pipeline.Ports;
using Aggregator.Pipeline.Scheduling;
using Aggregator.Pipeline.Subscribing;
using Aggregator.TestKit;
using Microsoft.Extensions.Time.Testing;

namespace Aggregator.Tests.Fetching;

/// <summary>
/// The real flow (engine, fetcher, archive file) over a real loopback server, by a clock that the test sets: days go by in seconds. While a
/// request is under way the clock stands still, so that how busy the machine is decides nothing.
/// </summary>
internal sealed class SimulatedDays : IAsyncDisposable, IFeedFetcher
{
    private readonly TempFolder _folder = new();
    private readonly HttpFeedFetcher _network;
    private readonly List<Asked> _asked = [];
    private IReadOnlyList<PassFeed> _feeds = [];
    private int _underWay;

    public SimulatedDays()
    {
        _network = new HttpFeedFetcher(new FetchSettings { AllowNetworks = [new AllowedNetwork(IPNetwork.Parse("127.0.0.0/8"), null)], RetryPause = TimeSpan.Zero }, Time);
        Archive = SqliteArchive.Open(_folder.Archive, Time);
    }

    public FakeTimeProvider Time { get; } = new(new DateTimeOffset(2026, 11, 25, 10, 0, 0, TimeSpan.Zero));

    public SqliteArchive Archive { get; private set; }

    public PollSettings Settings { get; init; } = new();

    /// <summary>Every fetch, with its beginning and end by the simulated clock.</summary>
    public IReadOnlyList<Asked> Fetches => _asked;

    public TempFolder Folder => _folder;

    public async Task<IReadOnlyList<long>> SubscribeAsync(params Subscription[] feeds)
    {
        var ids = await Archive.SubscribeAsync(feeds, Time.GetUtcNow());
        _feeds = [.. feeds.Select((feed, i) => new PassFeed(ids[i], feed))];
        return ids;
    }

    /// <summary>One pass over what is due.</summary>
    public async Task<IReadOnlyList<Receipt>> PassAsync()
    {
        var flow = new FeedPoll(this, this, new FeedSchedule(new ScheduleSettings()), Time);
        var receipts = new List<Receipt>();
        var pass = new PollPass(Archive, flow, Settings with { Index = false }, Time)
            .RunAsync(_feeds, new PassRules(false, false), new PassTally(), (_, receipt) => receipts.Add(receipt), TestContext.Current.CancellationToken);
        for (var turn = 1; !pass.IsCompleted; turn++)
        {
            if (Volatile.Read(ref _underWay) == 0) Time.Advance(TimeSpan.FromMilliseconds(50));

            // The threads of the pass get their turn: on a busy machine a clock that only ran on would be hours ahead before they have begun.
            if (turn % 10 == 0) await Task.Delay(1, CancellationToken.None);
            else await Task.Yield();
        }

        await pass;
        return receipts;
    }

    /// <summary>Passes as they come due, until so much time is over.</summary>
    public async Task<IReadOnlyList<Receipt>> RunAsync(TimeSpan time)
    {
        var (end, receipts) = (Time.GetUtcNow() + time, new List<Receipt>());
        while (await Archive.NextDueAsync() is { } next && next < end)
        {
            if (next > Time.GetUtcNow()) Time.Advance(next - Time.GetUtcNow());
            receipts.AddRange(await PassAsync());

            // Each pass has an engine of its own, as the program started twice has: it knows nothing of the last pass's requests.
            Time.Advance(Settings.HostSpacing);
        }

        if (end > Time.GetUtcNow()) Time.Advance(end - Time.GetUtcNow());
        return receipts;
    }

    /// <summary>As the program does when it is started anew.</summary>
    public void Restart()
    {
        Archive.Dispose();
        Archive = SqliteArchive.Open(_folder.Archive, Time);
    }

    public async ValueTask<FetchOutcome> FetchAsync(FetchRequest request, CancellationToken stop)
    {
        Interlocked.Increment(ref _underWay);
        var began = Time.GetUtcNow();
        try
        {
            var outcome = await _network.FetchAsync(request, stop);
            lock (_asked) _asked.Add(new Asked(request, outcome, began, Time.GetUtcNow()));
            return outcome;
        }
        finally
        {
            Interlocked.Decrement(ref _underWay);
        }
    }

    public ValueTask DisposeAsync()
    {
        Archive.Dispose();
        _network.Dispose();
        _folder.Dispose();
        return ValueTask.CompletedTask;
    }
}

/// <param name="Request">What was asked for.</param>
/// <param name="Outcome">What came; its body is gone.</param>
/// <param name="Began">When.</param>
/// <param name="Ended">When.</param>
internal sealed record Asked(FetchRequest Request, FetchOutcome Outcome, DateTimeOffset Began, DateTimeOffset Ended);
