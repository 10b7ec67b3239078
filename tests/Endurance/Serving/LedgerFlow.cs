using System.Collections.Concurrent;
using Aggregator.Archive.Sqlite;
using Aggregator.Pipeline.Polling;
using Aggregator.Pipeline.Ports;
using Aggregator.Pipeline.Scheduling;
using Aggregator.Pipeline.Subscribing;

namespace Aggregator.Endurance.Serving;

/// <summary>The product's own flow over ledger feeds inside this process: engine, decisions, archive, index; only the network is left out.</summary>
internal sealed class LedgerFlow
{
    private readonly LedgerFeeds _feeds;
    private readonly LedgerFetcher _fetcher;
    private readonly FeedPoll _poll;
    private readonly List<Subscription> _subscriptions;

    public LedgerFlow(int feeds, int seed) : this(new LedgerFeeds(feeds, seed), null)
    {
    }

    /// <param name="feeds">The feeds.</param>
    /// <param name="urls">Where a server has them too, so that the program and this flow may poll into one archive in turn.</param>
    public LedgerFlow(LedgerFeeds feeds, IReadOnlyList<string>? urls)
    {
        _feeds = feeds;
        _fetcher = new LedgerFetcher(_feeds, urls);
        _poll = new FeedPoll(_fetcher, _fetcher, new FeedSchedule(new ScheduleSettings()), TimeProvider.System);
        _subscriptions = [.. _fetcher.Urls.Select(u => new Subscription { Url = u })];
    }

    public Ledger Ledger => _feeds.Ledger;

    /// <summary>Items of every answer whose receipt said that it is stored.</summary>
    public ConcurrentQueue<LedgerItem> Acknowledged { get; } = [];

    /// <summary>Rings when a receipt came that says so.</summary>
    public event Action? Stored;

    /// <summary>Opens the archive, makes one pass, and closes it.</summary>
    public async Task<IReadOnlyList<Receipt>> PassAsync(string path)
    {
        using var archive = SqliteArchive.Open(path, TimeProvider.System);
        return await PassAsync(archive);
    }

    /// <summary>One pass over all feeds.</summary>
    public async Task<IReadOnlyList<Receipt>> PassAsync(SqliteArchive archive)
    {
        var ids = await archive.SubscribeAsync(_subscriptions, TimeProvider.System.GetUtcNow());
        var receipts = new List<Receipt>();
        var settings = new PollSettings { Parallel = 4, PerHost = 4, HostSpacing = TimeSpan.Zero };
        var engine = new PollEngine(_poll, archive, settings, TimeProvider.System, (answer, receipt) =>
        {
            if (!receipt.Failed) Acknowledge(answer);
            lock (receipts) receipts.Add(receipt);
        });
        var states = await archive.StatesAsync(ids);
        for (var i = 0; i < states.Count; i++) engine.Offer(new DueFeed(states[i], _subscriptions[i]));
        engine.Complete();
        await engine.RunAsync(CancellationToken.None);
        return receipts;
    }

    private void Acknowledge(Answer answer)
    {
        foreach (var article in answer.Articles) Acknowledged.Enqueue(LedgerItem.Of(article.Guid!));
        Stored?.Invoke();
    }
}
