using Aggregator.Feeds;
using Aggregator.Pipeline.Deduplicating;
using Aggregator.Pipeline.Ports;

namespace Aggregator.Pipeline.Moving;

/// <summary>What a poll says about a feed's address, and what becomes of the feed's state. Decides by <see cref="PermanentMoves"/>.</summary>
public static class FeedMoves
{
    /// <summary>So many refused addresses are remembered; then the oldest is forgotten.</summary>
    public const int MostRefused = 16;

    /// <param name="state">The feed as it is now: a command may have taken a move back since the poll began.</param>
    /// <param name="answer">The answer.</param>
    /// <param name="verdicts">One for each of its articles.</param>
    /// <param name="known">What the archive knew of them.</param>
    /// <param name="now">When.</param>
    public static MoveDecision Decide(FeedState state, Answer answer, IReadOnlyList<Verdict> verdicts, Knowledge known, DateTimeOffset now)
    {
        if (answer.Subscription.FilePath is not null) return new MoveDecision.Stay();
        if (answer.Fetch.Hops.Count == 0 && state.Moving is null) return new MoveDecision.Stay();

        // Asked at an address that is no longer the feed's: it says nothing about the one that is.
        if (answer.Address != (state.MovedTo ?? answer.Subscription.Url)) return Unchanged(state);
        var shares = SharesItems(answer, verdicts, known);
        return PermanentMoves.Decide(answer.Address, new MoveSighting(answer.Fetch.Hops, EndIsFeed(answer), shares, now)
        {
            IsOther = !shares && answer.Articles.Count > 0 && state.LastNewAt is not null,
        }, state.Moving, state.RefusedMoves);
    }

    /// <summary>The state with the decision in it.</summary>
    public static FeedState After(FeedState state, MoveDecision decision) => decision switch
    {
        MoveDecision.Wait wait => state with { Moving = wait.Move },
        MoveDecision.Adopt adopt => state with { Moving = null, MovedTo = adopt.To },
        MoveDecision.Refuse refuse => state with { Moving = null, RefusedMoves = Refused(state.RefusedMoves, refuse.To) },
        _ => state.Moving is null ? state : state with { Moving = null },
    };

    /// <summary>The refused addresses with one more.</summary>
    public static IReadOnlyList<string> Refused(IReadOnlyList<string> refused, string address) => [.. refused.Where(r => r != address).TakeLast(MostRefused - 1), address];

    private static MoveDecision Unchanged(FeedState state) => state.Moving is { } pending ? new MoveDecision.Wait(pending) : new MoveDecision.Stay();

    private static bool EndIsFeed(Answer answer) =>
        answer.Fetch is FetchOutcome.NotModified || answer.SameBody || answer.Read is ReadOutcome.Parsed;

    // A condition is sent only where a complete answer gave it, so a 304 stands for items that are stored.
    private static bool SharesItems(Answer answer, IReadOnlyList<Verdict> verdicts, Knowledge known) =>
        answer.Fetch is FetchOutcome.NotModified
        || answer.SameBody
        || answer.Articles.Any(a => known.Sightings.ContainsKey(a.ItemKey))
        || verdicts.Any(v => TargetOf(v) is { } id && known.SightedHere.Contains(id));

    private static long? TargetOf(Verdict verdict) => verdict switch
    {
        Verdict.Unchanged same => same.Target.Id,
        Verdict.Revised revised => revised.Target.Id,
        Verdict.SeenAgain again => again.Target.Id,
        _ => null,
    };
}
