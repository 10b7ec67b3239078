namespace Aggregator.TestKit.Hostile;

/// <summary>One way in which a server misbehaves, and the outcome that the fetcher must give. All of them together are the table
/// <see cref="HostileTable"/>, which is documentation and test at once.</summary>
/// <param name="Name">The path it is served under, and its name in reports.</param>
/// <param name="Does">What the server does, for a reader.</param>
/// <param name="Outcome">What a poll must give: <see cref="Feed"/> and its like, or the name of a failure's kind.</param>
/// <param name="Serve">Answers one request.</param>
public sealed record HostileBehaviour(string Name, string Does, string Outcome, Func<HostileConnection, Task> Serve)
{
    /// <summary>A whole body with no validators to keep.</summary>
    public const string Feed = "feed";

    /// <summary>A whole body whose validators are kept.</summary>
    public const string Kept = "feed, kept";

    /// <summary>The beginning of a feed, with the damage told and no validators.</summary>
    public const string Damaged = "feed, damaged";

    /// <summary>304.</summary>
    public const string NotModified = "not-modified";

    /// <summary>Outcome of a second poll, which sends what the first gave back; null: there is none.</summary>
    public string? Second { get; init; }

    /// <summary>A text that the failure's sentence must hold; null: any.</summary>
    public string? Says { get; init; }

    /// <summary>The address polled, when it is not the behaviour's own path; <c>PORT</c> is the server's.</summary>
    public string? Address { get; init; }

    /// <summary>The text that the body must be; null: the usual feed, or any for a damaged one.</summary>
    public string? Body { get; init; }

    /// <summary>Requests that all polls together may send; null: any number.</summary>
    public int? Requests { get; init; }

    public override string ToString() => Name;
}
