using Aggregator.Pipeline.Deduplicating;
using Aggregator.Pipeline.Normalizing;
using Aggregator.Pipeline.Scheduling;
using Aggregator.Pipeline.Subscribing;

namespace Aggregator.Pipeline.Ports;

/// <summary>
/// The archive as the polling process holds it. Only the process that holds the polling lock has one.
/// Any thread may call any member at any time: those that write wait for their turn, one after the other, and an open batch has it until it
/// is disposed of.
/// </summary>
/// <remarks>Trouble with the disk (full, I/O error, read only) is an <see cref="ArchiveUnavailableException"/>: nothing of the batch is
/// stored, and the next batch may work again.</remarks>
public interface IFeedArchive
{
    /// <summary>Makes the feeds of the archive those of the list: new ones get an id and are due at once, missing ones are no longer listed,
    /// and what the list says of each (title, group, tags, enabled) is stored.</summary>
    /// <returns>The id of each subscription, in list order.</returns>
    ValueTask<IReadOnlyList<long>> SubscribeAsync(IReadOnlyList<Subscription> feeds, DateTimeOffset now);

    /// <summary>Listed and enabled feeds that are due (<see cref="FeedSchedule.DueAt"/>), longest overdue first.</summary>
    ValueTask<IReadOnlyList<FeedState>> DueAsync(DateTimeOffset now, int limit);

    /// <summary>When the next listed and enabled feed is due; null when there is none.</summary>
    ValueTask<DateTimeOffset?> NextDueAsync();

    /// <summary>The states of the named feeds, in the order asked for.</summary>
    ValueTask<IReadOnlyList<FeedState>> StatesAsync(IReadOnlyList<long> feedIds);

    /// <summary>Hosts that asked to be left alone, as long as it stands (<see cref="HostPauses.Stands"/>).</summary>
    ValueTask<IReadOnlyList<HostPause>> HostPausesAsync(DateTimeOffset now);

    /// <summary>Feeds of a host that is left alone are due at the end of the pause, with its reason; a later Retry-After of their own stands.
    /// Polls of them that were asked for are answered: there will be none.</summary>
    ValueTask PostponeAsync(IReadOnlyList<long> feedIds, HostPause pause, DateTimeOffset now);

    /// <summary>Opens a transaction that holds the write lock.</summary>
    ValueTask<IArchiveBatch> BeginAsync();

    /// <summary>Indexes at most <paramref name="articles"/> articles for full-text search, in a transaction of its own.</summary>
    /// <returns>How many were indexed; 0 when none waits.</returns>
    ValueTask<int> IndexAsync(int articles);
}

/// <summary>One transaction: several answers, each stored whole or, when storing it fails, not at all.</summary>
public interface IArchiveBatch : IAsyncDisposable
{
    /// <summary>What the archive knows about a feed now (a command may have changed it since it was due).</summary>
    ValueTask<FeedState> StateAsync(long feedId);

    /// <summary>What the archive knows about these items; sees what this batch wrote before.</summary>
    ValueTask<Knowledge> LookUpAsync(long feedId, IReadOnlyList<Article> articles);

    /// <summary>Whether another feed is listed at, or was moved to, this address.</summary>
    ValueTask<bool> IsTakenAsync(string address, long feedId);

    /// <summary>Stores an answer: articles, revisions, sightings, claims, the feed's next state (an adopted move with its history), the pause of
    /// its host and the row of <c>fetches</c>.</summary>
    /// <param name="answer">The answer.</param>
    /// <param name="verdicts">One for each article of the answer; empty for an answer without articles.</param>
    /// <param name="next">The feed's state from now on.</param>
    ValueTask<Receipt> WriteAsync(Answer answer, IReadOnlyList<Verdict> verdicts, FeedState next);

    /// <summary>Makes everything written durable. Without it, disposing undoes everything.</summary>
    ValueTask CommitAsync();
}

/// <summary>The archive cannot be written at the moment: disk full, I/O error, read-only file system.</summary>
public sealed class ArchiveUnavailableException(string message, Exception? inner = null) : Exception(message, inner);
