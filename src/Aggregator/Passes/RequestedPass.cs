using Aggregator.Archive.Sqlite.Opening;
using Aggregator.Archive.Sqlite.Requesting;
using Aggregator.Pipeline.Ports;
using Aggregator.Pipeline.Subscribing;

namespace Aggregator.Passes;

/// <summary>
/// A pass beside the service that polls the archive: the service does the polling, at its next tick. Takes the chosen feeds; asks for those that
/// are due (or all) and waits for the receipts; ends early when the service ends.
/// </summary>
internal sealed class RequestedPass(PollRequests requests, string archive, ArchiveHolder service, TimeProvider time)
{
    private static readonly TimeSpan Look = TimeSpan.FromMilliseconds(500);

    /// <param name="feeds">The chosen feeds, all of them known to the service.</param>
    /// <param name="rules">Which of them.</param>
    /// <param name="tally">Counts.</param>
    /// <param name="stored">Told of every answer, after it was stored and counted.</param>
    /// <param name="stop">Takes back what is not answered, then throws.</param>
    public async Task RunAsync(IReadOnlyList<PassFeed> feeds, PassRules rules, PassTally tally, Action<Subscription, Receipt> stored, CancellationToken stop)
    {
        var now = time.GetUtcNow();
        var states = requests.States(feeds.Select(f => f.Id).ToList());
        var wanted = feeds.Where((_, i) => rules.Wants(states[i], now, tally)).ToList();
        if (wanted.Count == 0) return;

        var ids = requests.Ask(wanted.Select(f => f.Id).ToList(), rules.DespiteRetryAfter, now);
        var open = ids.Zip(wanted).ToDictionary(p => p.First, p => p.Second);
        var (from, to) = (ids.Min(), ids.Max());
        try
        {
            while (Take(open, from, to, tally, stored) && IsPolling()) await Task.Delay(Look, time, stop);
            if (open.Count > 0) Take(open, from, to, tally, stored); // What it stored while it ended.
            tally.NotAnswered = open.Count;
        }
        finally
        {
            if (open.Count > 0) requests.Withdraw(from, to);
        }
    }

    private bool IsPolling() => ArchiveHolder.Of(archive)?.Name == service.Name;

    /// <returns>True while requests are open.</returns>
    private bool Take(Dictionary<long, PassFeed> open, long from, long to, PassTally tally, Action<Subscription, Receipt> stored)
    {
        foreach (var (request, receipt) in requests.Answered(from, to))
        {
            if (!open.Remove(request, out var feed)) continue;
            if (receipt is null)
            {
                tally.AddLeftAlone();
                continue;
            }

            tally.Add(receipt);
            stored(feed.Subscription, receipt);
        }

        return open.Count > 0;
    }
}
