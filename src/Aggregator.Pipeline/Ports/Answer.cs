using Aggregator.Feeds;
using Aggregator.Pipeline.Moving;
using Aggregator.Pipeline.Normalizing;
using Aggregator.Pipeline.Scheduling;
using Aggregator.Pipeline.Subscribing;

namespace Aggregator.Pipeline.Ports;

/// <summary>One poll of one feed, fetched, read and normalized: what the writing thread takes.</summary>
public sealed record Answer
{
    public required long FeedId { get; init; }

    public required Subscription Subscription { get; init; }

    /// <summary>The address that was asked first: where the list says, or where the feed moved to.</summary>
    public string Address
    {
        get => field ?? Subscription.FilePath ?? Subscription.Url;
        init;
    }

    public required DateTimeOffset StartedAt { get; init; }

    /// <summary>From the first byte sent to the normalized articles.</summary>
    public required TimeSpan Duration { get; init; }

    /// <summary>How the fetch ended; a <see cref="FetchOutcome.Fetched"/> body is no longer valid here.</summary>
    public required FetchOutcome Fetch { get; init; }

    /// <summary>Set when the server asked for its whole host to be left alone.</summary>
    public HostPause? HostPause { get; init; }

    /// <summary>Hash of the body; null without one.</summary>
    public long? BodyHash { get; init; }

    /// <summary>True when the body equals the last complete one, so that it was not read again.</summary>
    public bool SameBody { get; init; }

    /// <summary>What reading gave, without the items; null when there was nothing to read.</summary>
    public ReadOutcome? Read { get; init; }

    /// <summary>Items that reading gave.</summary>
    public int ItemsRead { get; init; }

    /// <summary>The items, normalized, in document order.</summary>
    public IReadOnlyList<Article> Articles { get; init; } = [];

    /// <summary>Why this poll is a failure: the fetch's, or that the body is no feed; null for a success.</summary>
    public FetchOutcome.Failed? Failure => Fetch as FetchOutcome.Failed ?? (Read is ReadOutcome.Rejected rejected
        ? Fetch is FetchOutcome.Fetched { Damage: { } damage } ? new FetchOutcome.Failed(FailureKind.BrokenTransfer, damage)
        : new FetchOutcome.Failed(FailureKind.NotAFeed, rejected.Reason)
        : null);
}

/// <summary>What was done with an answer.</summary>
public sealed record Receipt
{
    public required long FeedId { get; init; }

    /// <summary><c>changed</c>, <c>unchanged</c>, <c>not-modified</c>, or the failure's name.</summary>
    public required string Outcome { get; init; }

    /// <summary>The failure's sentence; null for a success.</summary>
    public string? Error { get; init; }

    public int Items { get; init; }

    public int New { get; init; }

    public int Revised { get; init; }

    /// <summary>New sightings of articles that were known.</summary>
    public int Copies { get; init; }

    public int Unchanged { get; init; }

    public int Dropped { get; init; }

    public int Warnings { get; init; }

    /// <summary>What should be known of an answer that is no failure, in one sentence; it counts as a warning. Null: nothing.</summary>
    public string? Note { get; init; }

    public DateTimeOffset? NextPollAt { get; init; }

    public string? NextPollReason { get; init; }

    /// <summary>Set when this answer made the feed move: where to, and why that is believed.</summary>
    public MoveDecision.Adopt? Moved { get; init; }

    public bool Failed => Error is not null;
}
