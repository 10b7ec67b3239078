using Aggregator.Feeds;
using Aggregator.Pipeline.Deduplicating;
using Aggregator.Pipeline.Ports;

namespace Aggregator.Pipeline.Scheduling;

/// <summary>
/// Decides which validators and which body hash are kept after a success. A stored one is a promise that every article of that body
/// is stored: the next 304, or the next equal body, is believed and not read.
/// </summary>
internal static class StoredConditions
{
    /// <summary>A feed that answered only "not modified" (or partially) for so long is asked once without a condition: its cache may be stuck.</summary>
    public static readonly TimeSpan LongestBelief = TimeSpan.FromDays(7);

    /// <summary>Whether the next request goes without a condition.</summary>
    public static bool AreStale(FeedState state, DateTimeOffset now) => state.LastBodyAt is { } last && now - last >= LongestBelief;

    public static FeedState After(FeedState state, Answer answer, IReadOnlyList<Verdict> verdicts, DateTimeOffset now) => answer.Fetch switch
    {
        // What is stored from before that date was kept counts from now on. A clock that was wrong is no reason to wait for longer.
        FetchOutcome.NotModified notModified => state with
        {
            Validators = Refreshed(state.Validators, notModified.Validators),
            LastBodyAt = state.LastBodyAt is { } last && last <= now ? last : now,
        },

        // The bytes are those of the last complete answer, but the server may name them anew. When a command has forgotten that answer
        // in the meantime, so that it is read again, nothing is stored.
        FetchOutcome.Fetched fetched when answer.SameBody =>
            answer.BodyHash == state.BodyHash && IsWhole(fetched) ? state with { Validators = fetched.Validators, LastBodyAt = now } : state,

        // An incomplete answer leaves the promise about the last complete one as it is: that one is still stored.
        FetchOutcome.Fetched fetched when IsWhole(fetched) =>
            IsComplete(answer, verdicts)
                ? state with { Validators = fetched.Validators, BodyHash = answer.BodyHash, LastBodyAt = now }
                : state with { LastBodyAt = now },

        // RFC 3229: the tag of a 226 names the whole feed as it is now, which is what was stored under the old tag and what came now. That
        // stands only on the promise about the old tag; and as no whole body came, LastBodyAt makes one come in time, whatever the server left out.
        FetchOutcome.Fetched { Status: 226, Validators: { } named } when state.Validators?.Url == named.Url && IsComplete(answer, verdicts) =>
            state with { Validators = named },

        _ => state,
    };

    // RFC 9111, 3.2: what a 304 repeats replaces what is stored, what it leaves out stays. Without a stored validator there is no promise to refresh.
    private static Validators? Refreshed(Validators? stored, Validators? given) =>
        stored is null || given is null || given.Url != stored.Url
            ? stored
            : stored with { ETag = given.ETag ?? stored.ETag, LastModified = given.LastModified ?? stored.LastModified };

    // 203 and 226 are successes whose body is not what the server has under that address; a local file has no status.
    private static bool IsWhole(FetchOutcome.Fetched fetched) => fetched.Status is null or 200;

    private static bool IsComplete(Answer answer, IReadOnlyList<Verdict> verdicts) =>
        answer.Read is ReadOutcome.Parsed { Feed.Complete: true }
        && answer.Articles.Count == answer.ItemsRead
        && verdicts.Count == answer.Articles.Count;
}
