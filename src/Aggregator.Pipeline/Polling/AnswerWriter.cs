using System.Threading.Channels;
using Aggregator.Pipeline.Ports;

namespace Aggregator.Pipeline.Polling;

/// <summary>
/// The one writing loop: takes the answers that wait, one after the other, looks up, decides and writes them in one transaction, and indexes
/// for search when none waits. Nothing else in this process writes articles.
/// </summary>
/// <remarks>
/// It stays on the thread it was started on, a thread of its own. An archive allocates its page cache outside the collector, and the C library
/// keeps what a thread has freed for that thread: a loop that wandered over the pool left a page cache's worth of memory behind on each.
/// </remarks>
/// <param name="poll">The flow of one feed.</param>
/// <param name="archive">Where answers go.</param>
/// <param name="settings">Bounds.</param>
/// <param name="time">The clock.</param>
/// <param name="stored">Called after each commit, for every answer of it.</param>
internal sealed class AnswerWriter(
    FeedPoll poll, IFeedArchive archive, PollSettings settings, TimeProvider time, Action<Answer, Receipt> stored)
{
    private long _lastSlice = time.GetTimestamp();
    private bool _indexed = !settings.Index;

    /// <summary>Runs until the channel is complete and everything of it is stored; indexes to the end too, unless <paramref name="stop"/> says that
    /// time is short: the watermark stands, and the next run goes on from there.</summary>
    public void Run(ChannelReader<Answer> answers, CancellationToken stop)
    {
        while (true)
        {
            if (!answers.TryRead(out var first))
            {
                if (!_indexed && !stop.IsCancellationRequested)
                {
                    Here(IndexAsync(settings.IdleSlice));
                    continue;
                }

                if (!Here(answers.WaitToReadAsync(CancellationToken.None).AsTask())) return;
                continue;
            }

            Here(StoreAsync(first, answers));
            _indexed = !settings.Index;
            if (settings.Index && time.GetElapsedTime(_lastSlice) >= settings.BusySliceEvery) Here(IndexAsync(settings.BusySlice));
        }
    }

    private static void Here(Task work) => work.GetAwaiter().GetResult();

    private static T Here<T>(Task<T> work) => work.GetAwaiter().GetResult();

    // What waits, up to the limits; it never waits for more. A large commit costs less than many: pages that its answers share are written once.
    private async Task StoreAsync(Answer first, ChannelReader<Answer> answers)
    {
        var batch = new List<Answer> { first };
        if (await TryStoreAsync(batch, answers).ConfigureAwait(false) is not { } trouble) return;

        if (batch.Count == 1)
        {
            await LostAsync(first, trouble).ConfigureAwait(false);
            return;
        }

        // One answer must not take its neighbours with it: alone, each shows whether it is the cause. When the archive takes none, trying all of
        // them would hold up the next ones for as long as each waits.
        Exception? down = null;
        foreach (var answer in batch)
        {
            if ((down ?? await TryStoreAsync([answer]).ConfigureAwait(false)) is not { } its) continue;
            await LostAsync(answer, its).ConfigureAwait(false);
            if (trouble is ArchiveUnavailableException && its is ArchiveUnavailableException) down = its;
        }
    }

    // Stores the answer of the batch and, when there is a channel, what waits there: each joins the batch, so that it can be stored again alone.
    private async Task<Exception?> TryStoreAsync(List<Answer> batch, ChannelReader<Answer>? more = null)
    {
        var receipts = new List<Receipt>();
        var (articles, started) = (0, time.GetTimestamp());
        try
        {
            await using var transaction = await archive.BeginAsync().ConfigureAwait(false);
            while (true)
            {
                receipts.Add(await poll.StoreAsync(batch[^1], transaction).ConfigureAwait(false));
                articles += batch[^1].Articles.Count;
                if (more is null || articles >= settings.BatchArticles || time.GetElapsedTime(started) >= settings.BatchTime || !more.TryRead(out var next)) break;
                batch.Add(next);
            }

            await transaction.CommitAsync().ConfigureAwait(false);
        }
#pragma warning disable CA1031 // Whatever one answer brings must not end the service: it is reported as the answer's failure.
        catch (Exception trouble)
#pragma warning restore CA1031
        {
            return trouble;
        }

        for (var i = 0; i < batch.Count; i++) stored(batch[i], receipts[i]);
        return null;
    }

    // A fault of ours is stored as the poll's failure, so that the feed backs off and the reason can be read in the archive; when the archive
    // itself does not take anything, the caller is told and the feed is left alone for a while.
    private async Task LostAsync(Answer answer, Exception trouble)
    {
        var reason = trouble is ArchiveUnavailableException ? trouble.Message : $"the program failed to store this answer, please report it: {trouble}";
        if (trouble is not ArchiveUnavailableException && answer.Fetch is not FetchOutcome.Failed)
        {
            var fault = answer with { Fetch = new FetchOutcome.Failed(FailureKind.Internal, reason), Read = null, Articles = [], BodyHash = null, SameBody = false };
            if (await TryStoreAsync([fault]).ConfigureAwait(false) is null) return;
        }

        stored(answer, new Receipt { FeedId = answer.FeedId, Outcome = FailureKind.NotStored.Name(), Error = reason, Items = answer.Articles.Count });
    }

    private async Task IndexAsync(int articles)
    {
        try
        {
            _indexed = await archive.IndexAsync(articles).ConfigureAwait(false) == 0;
        }
        catch (ArchiveUnavailableException)
        {
            _indexed = true; // The watermark stands; the next answer tries again.
        }

        _lastSlice = time.GetTimestamp();
    }
}
