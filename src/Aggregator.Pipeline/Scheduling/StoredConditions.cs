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
    public static FeedState After(FeedState state, Answer answer, IReadOnlyList<Verdict> verdicts) => answer.Fetch switch
    {
        FetchOutcome.NotModified notModified => state with { Validators = Refreshed(state.Validators, notModified.Validators) },

        // The bytes are those of the last complete answer, but the server may name them anew. When a command has forgotten that answer
        // in the meantime, so that it is read again, nothing is stored.
        FetchOutcome.Fetched fetched when answer.SameBody =>
            answer.BodyHash == state.BodyHash && IsWhole(fetched) ? state with { Validators = fetched.Validators } : state,

        // An incomplete answer leaves the promise about the last complete one as it is: that one is still stored.
        FetchOutcome.Fetched fetched when IsWhole(fetched) && IsComplete(answer, verdicts) =>
            state with { Validators = fetched.Validators, BodyHash = answer.BodyHash },

        _ => state,
    };

    // RFC 9111, 3.2: what a 304 repeats replaces what is stored, what it leaves out stays. Without a stored validator there is no promise to refresh.
    private static Validators? Refreshed(Validators? stored, Validators? given) =>
        stored is null || given is null || given.Url != stored.Url
            ? stored
            : stored with { ETag = given.ETag ?? stored.ETag, LastModified = given.LastModified ?? stored.LastModified };

    // 203 and 226 are successes whose validators stand for something else; a local file has no status.
    private static bool IsWhole(FetchOutcome.Fetched fetched) => fetched.Status is null or 200;

    private static bool IsComplete(Answer answer, IReadOnlyList<Verdict> verdicts) =>
        answer.Read is ReadOutcome.Parsed { Feed: { Complete: true } feed }
        && answer.Articles.Count == feed.Items.Count
        && verdicts.Count == answer.Articles.Count;
}
