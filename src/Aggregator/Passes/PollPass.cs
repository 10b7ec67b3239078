using Aggregator.Pipeline.Polling;
using Aggregator.Pipeline.Ports;
using Aggregator.Pipeline.Subscribing;

namespace Aggregator.Passes;

/// <summary>
/// One pass over feeds. Takes the chosen feeds; polls those that are due (or all), page by page, so that memory does not grow with the list;
/// ends when everything is stored.
/// </summary>
internal sealed class PollPass(IFeedArchive archive, FeedPoll poll, PollSettings settings, TimeProvider time)
{
    private const int Page = 1000;

    // Feeds that may wait at once: enough that a host with thousands of them holds up nobody else.
    private const int Window = 10_000;

    /// <param name="feeds">The chosen feeds.</param>
    /// <param name="rules">Which of them.</param>
    /// <param name="tally">Counts.</param>
    /// <param name="stored">Told of every answer, after it was stored and counted.</param>
    /// <param name="stop">Stores what came, then throws.</param>
    public async Task RunAsync(IReadOnlyList<PassFeed> feeds, PassRules rules, PassTally tally, Action<Subscription, Receipt> stored, CancellationToken stop)
    {
        using var ended = CancellationTokenSource.CreateLinkedTokenSource(stop);
        using var room = new SemaphoreSlim(Window);
        var engine = new PollEngine(poll, archive, settings, time, (answer, receipt) =>
        {
            tally.Add(receipt);
            stored(answer.Subscription, receipt);
            room.Release();
        }, (_, _) =>
        {
            tally.AddLeftAlone();
            room.Release();
        });

        var offering = OfferAsync(engine, feeds, rules, tally, room, ended.Token);
        try
        {
            // Only the operator's stop reaches the engine; a fault of the offering ends it through Complete.
            await engine.RunAsync(stop);
        }
        finally
        {
            await ended.CancelAsync();
            await offering;
        }
    }

    private async Task OfferAsync(PollEngine engine, IReadOnlyList<PassFeed> feeds, PassRules rules, PassTally tally, SemaphoreSlim room, CancellationToken ended)
    {
        // What hosts wish from now on counts also for a pass that is forced.
        DateTimeOffset? forcedAt = rules.DespiteRetryAfter ? time.GetUtcNow() : null;
        try
        {
            foreach (var page in feeds.Chunk(Page))
            {
                var states = await archive.StatesAsync(page.Select(f => f.Id).ToList());
                for (var i = 0; i < page.Length; i++)
                {
                    if (!rules.Wants(states[i], time.GetUtcNow(), tally)) continue;
                    await room.WaitAsync(ended);
                    if (!engine.Offer(new DueFeed(states[i], page[i].Subscription) { ForcedAt = forcedAt })) room.Release();
                }
            }
        }
        catch (OperationCanceledException) when (ended.IsCancellationRequested)
        {
            // The engine has ended, or is about to.
        }
        finally
        {
            engine.Complete();
        }
    }
}
