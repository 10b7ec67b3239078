using Aggregator.Pipeline.Moving;

namespace Aggregator.Pipeline.Ports;

/// <summary>What the archive remembers of a feed between two polls.</summary>
public sealed record FeedState
{
    public required long Id { get; init; }

    /// <summary>The address as the list gives it.</summary>
    public required string Url { get; init; }

    /// <summary>Validators of the last complete answer; null: fetch unconditionally.</summary>
    public Validators? Validators { get; init; }

    /// <summary>XxHash3 of the last complete body, so that equal bytes are recognised before they are parsed.</summary>
    public long? BodyHash { get; init; }

    /// <summary>Failed polls in a row.</summary>
    public int Failures { get; init; }

    public DateTimeOffset? LastPolledAt { get; init; }

    public DateTimeOffset? LastSuccessAt { get; init; }

    public DateTimeOffset? LastNewAt { get; init; }

    /// <summary>When the feed is due; null: as soon as possible.</summary>
    public DateTimeOffset? NextPollAt { get; init; }

    /// <summary>Why then, in words.</summary>
    public string? NextPollReason { get; init; }

    /// <summary>The interval that was in effect.</summary>
    public TimeSpan? Interval { get; init; }

    /// <summary>Until when the server asked not to be asked; null when it did not.</summary>
    public DateTimeOffset? RetryAfter { get; init; }

    /// <summary>The last failure's sentence; null after a success.</summary>
    public string? LastError { get; init; }

    /// <summary>410 Gone was answered.</summary>
    public bool Gone { get; init; }

    /// <summary>When a whole body last came; since then only "not modified", or partial answers. Null: not known.</summary>
    public DateTimeOffset? LastBodyAt { get; init; }

    /// <summary>Where the feed is polled since the server moved it for good; null: where the list says.</summary>
    public string? MovedTo { get; init; }

    /// <summary>A move that was seen and is not adopted yet.</summary>
    public PendingMove? Moving { get; init; }

    /// <summary>Addresses that are never adopted: taken back by the operator, or found to be another feed. The newest stand last.</summary>
    public IReadOnlyList<string> RefusedMoves { get; init; } = [];
}

/// <summary>What a server gave to make the next request conditional (RFC 9110, 8.8), byte for byte, and the address that gave it.</summary>
/// <param name="Url">The address that answered; the validators are sent to no other.</param>
/// <param name="ETag">The raw field value in Latin-1; null when none was given or it was over 1 KB.</param>
/// <param name="LastModified">The raw field value in Latin-1; null when none was given.</param>
public sealed record Validators(string Url, string? ETag, string? LastModified);
