using System.IO.Hashing;
using Aggregator.Feeds;
using Aggregator.Pipeline.Deduplicating;
using Aggregator.Pipeline.Moving;
using Aggregator.Pipeline.Normalizing;
using Aggregator.Pipeline.Ports;
using Aggregator.Pipeline.Scheduling;

namespace Aggregator.Pipeline.Polling;

/// <summary>
/// One poll of one feed: fetch → read → normalize → deduplicate → archive. It calls; it does not decide.
/// <see cref="AskAsync"/> runs for many feeds at once; <see cref="StoreAsync"/> is called by the one writing loop, inside its transaction.
/// </summary>
public sealed class FeedPoll(IFeedFetcher network, IFeedFetcher files, FeedSchedule schedule, TimeProvider time)
{
    /// <param name="due">The feed.</param>
    /// <param name="room">Awaited when a body has come, before it is read.</param>
    /// <param name="stop">Ends it.</param>
    public ValueTask<Answer> AskAsync(DueFeed due, Func<Task> room, CancellationToken stop) => AskAsync(due, room, null, stop);

    /// <inheritdoc cref="AskAsync(DueFeed, Func{Task}, CancellationToken)"/>
    /// <param name="due">The feed.</param>
    /// <param name="room">Awaited when a body has come, before it is read.</param>
    /// <param name="pauseOf">The pause of an address's host, asked before a redirect to it is followed; null: no host waits.</param>
    /// <param name="stop">Ends it.</param>
    /// <returns>One whose fetch is <see cref="FetchOutcome.Held"/> is not to be stored: nobody answered yet.</returns>
    public async ValueTask<Answer> AskAsync(DueFeed due, Func<Task> room, Func<string, HostPause?>? pauseOf, CancellationToken stop)
    {
        var (state, subscription) = (due.State, due.Subscription);
        var answer = new Answer
        {
            FeedId = state.Id,
            Subscription = subscription,
            Address = due.Address,
            StartedAt = time.GetUtcNow(),
            Duration = TimeSpan.Zero,
            Fetch = new FetchOutcome.Failed(FailureKind.Internal, "the poll did not begin"),
        };
        var started = time.GetTimestamp();

        var fetch = await (subscription.FilePath is null ? network : files).FetchAsync(RequestFor(due, answer.StartedAt) with { PauseOf = pauseOf }, stop).ConfigureAwait(false);
        if (fetch is FetchOutcome.Fetched fetched)
        {
            using (fetched)
            {
                await room().ConfigureAwait(false);
                answer = Read(answer, fetched, due.Unconditional ? null : state.BodyHash);
            }
        }

        return answer with { Fetch = fetch, Duration = time.GetElapsedTime(started), HostPause = HostPauses.Of(fetch, due.Address, time.GetUtcNow()) };
    }

    public async ValueTask<Receipt> StoreAsync(Answer answer, IArchiveBatch batch)
    {
        var state = await batch.StateAsync(answer.FeedId).ConfigureAwait(false);
        var known = await batch.LookUpAsync(answer.FeedId, answer.Articles).ConfigureAwait(false);
        var now = time.GetUtcNow();
        var verdicts = DuplicateDecider.Decide(answer.FeedId, answer.Articles, known);
        var move = FeedMoves.Decide(state, answer, verdicts, known, now);
        if (move is MoveDecision.Adopt { To: var to } && await batch.IsTakenAsync(to, answer.FeedId).ConfigureAwait(false)) move = new MoveDecision.Stay();
        var next = InsecureRedirects.Noted(FeedMoves.After(schedule.Next(state, answer, verdicts, now), move), answer.Fetch);
        var receipt = await batch.WriteAsync(answer, verdicts, next).ConfigureAwait(false);
        return receipt with { Moved = move as MoveDecision.Adopt };
    }

    /// <summary>The answer of a poll that a fault of ours ended.</summary>
    internal static Answer Faulted(DueFeed due, Exception fault, DateTimeOffset now) => new()
    {
        FeedId = due.State.Id,
        Subscription = due.Subscription,
        StartedAt = now,
        Duration = TimeSpan.Zero,
        Fetch = new FetchOutcome.Failed(FailureKind.Internal, $"the program failed on this feed, please report it: {fault}"),
    };

    private static FetchRequest RequestFor(DueFeed due, DateTimeOffset now) => new()
    {
        Url = due.Address,
        ConfiguredUrl = due.State.MovedTo is null ? null : due.Subscription.Url,
        Validators = due.Unconditional || StoredConditions.AreStale(due.State, now) ? null : due.State.Validators,
        // A feed that fails is asked often enough by its next polls.
        MayRetry = due.State.Failures == 0,
        Timeout = due.Subscription.Timeout,
        MaxBytes = due.Subscription.MaxBytes,
        AllowPrivateNetwork = due.Subscription.AllowPrivateNetwork,
        Headers = due.Subscription.Headers,
        UserAgent = due.Subscription.UserAgent,
        Auth = due.Subscription.Auth,
        Proxy = due.Subscription.Proxy,
        IgnoreTls = due.Subscription.IgnoreTls,
    };

    private static Answer Read(Answer answer, FetchOutcome.Fetched fetched, long? lastBody)
    {
        var hash = unchecked((long)XxHash3.HashToUInt64(fetched.Body.Span));
        if (hash == lastBody) return answer with { BodyHash = hash, SameBody = true };

        var read = FeedReader.Read(fetched.Body, new ReadContext
        {
            // A local file is no base for links: its place on this machine is nobody's business.
            Url = answer.Subscription.FilePath is null ? fetched.Url : null,
            ContentType = fetched.ContentType,
            ContentLocation = fetched.ContentLocation,
            ContentLanguage = fetched.ContentLanguage,
            FetchedAt = answer.StartedAt,
        });
        if (read is not ReadOutcome.Parsed { Feed: var feed } parsed) return answer with { BodyHash = hash, Read = read };
        return answer with
        {
            BodyHash = hash,
            // The items live on as articles: kept twice, they would be most of what a commit holds.
            Read = parsed with { Feed = feed with { Items = [] } },
            ItemsRead = feed.Items.Count,
            Articles = ArticleNormalizer.Normalize(feed, answer.Subscription, answer.FeedId, answer.StartedAt),
        };
    }
}
