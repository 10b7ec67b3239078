using Aggregator.Archive.Sqlite;
using Aggregator.Pipeline.Polling;
using Aggregator.Pipeline.Ports;

namespace Aggregator.Service;

/// <summary>What a tick does: looks after the list and the size of the write-ahead log, claims the feeds that are due or asked for, and offers them to the engine.</summary>
internal sealed class DuePolls(ListInEffect list, SqliteArchive archive, PollEngine engine, LogWatch log, TimeProvider time)
{
    // Feeds that may wait at once: enough that a host with thousands of them holds up nobody else, few enough for memory.
    private const int Window = 10_000;

    public async Task ClaimAsync(CancellationToken stop)
    {
        archive.Tick(time.GetUtcNow());
        log.Look();
        await list.RefreshAsync();

        // Those under way are still due, as their next time is not stored yet: a full window can only drain.
        if (engine.InFlight > Window * 3 / 4) return;
        foreach (var requested in archive.Requested(Window)) Offer(requested.State, requested.ForcedAt, stop);
        foreach (var due in await archive.DueAsync(time.GetUtcNow(), Window)) Offer(due, null, stop);
    }

    private void Offer(FeedState state, DateTimeOffset? forcedAt, CancellationToken stop)
    {
        if (!stop.IsCancellationRequested && list.Feeds.TryGetValue(state.Id, out var subscription))
            engine.Offer(new DueFeed(state, subscription) { ForcedAt = forcedAt });
    }
}
