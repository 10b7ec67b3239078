namespace Aggregator.Feeds;

/// <summary>What reading a document gave: a feed, perhaps repaired, or the reason why there is none.</summary>
public abstract record ReadOutcome
{
    private ReadOutcome() { }

    /// <summary>False exactly when the document as such needed repair (markup, characters, encoding, a cut).</summary>
    public required bool WellFormed { get; init; }

    /// <summary>The character encoding that the text was finally decoded with, as a WHATWG name in lower case.</summary>
    public required string Encoding { get; init; }

    /// <summary>What was noticed, in document order; at most 50, see <see cref="ProblemCount"/>.</summary>
    public IReadOnlyList<FeedProblem> Problems { get; init; } = [];

    /// <summary>How many problems there were, kept or not.</summary>
    public int ProblemCount { get; init; }

    /// <summary>A feed was recognised.</summary>
    /// <param name="Feed">The feed and its items.</param>
    public sealed record Parsed(ParsedFeed Feed) : ReadOutcome;

    /// <summary>Nothing usable was found.</summary>
    /// <param name="Code">A stable code: <c>feed.empty</c>, <c>feed.html</c>, <c>feed.unknown_root</c> and others.</param>
    /// <param name="Reason">One sentence for a person: what the document is instead, and the first feed that it names.</param>
    public sealed record Rejected(string Code, string Reason) : ReadOutcome
    {
        /// <summary>Absolute addresses of feeds that the document names (an HTML page's alternate links).</summary>
        public IReadOnlyList<string> FeedUrls { get; init; } = [];
    }
}
