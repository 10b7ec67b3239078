namespace Aggregator.Pipeline.Moving;

/// <summary>A move that was seen and is not adopted yet.</summary>
/// <param name="To">Where the permanent redirects lead.</param>
/// <param name="Days">The days (UTC) on which they did, in order.</param>
public sealed record PendingMove(string To, IReadOnlyList<DateOnly> Days);
