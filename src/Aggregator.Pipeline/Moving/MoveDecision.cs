namespace Aggregator.Pipeline.Moving;

/// <summary>What becomes of a feed's address after a poll.</summary>
public abstract record MoveDecision
{
    private MoveDecision() { }

    /// <summary>Nothing is moving; what was pending is forgotten.</summary>
    public sealed record Stay : MoveDecision;

    /// <summary>The redirects lead to another feed: never adopted, and what was pending is forgotten.</summary>
    /// <param name="To">Where they lead.</param>
    public sealed record Refuse(string To) : MoveDecision;

    /// <summary>It may be moving: remembered until it was seen often enough.</summary>
    public sealed record Wait(PendingMove Move) : MoveDecision;

    /// <summary>It has moved: polled at the new address from now on, the old one kept in the history.</summary>
    /// <param name="To">The new address.</param>
    /// <param name="Reason">Why it is believed, for the log.</param>
    public sealed record Adopt(string To, string Reason) : MoveDecision;
}
