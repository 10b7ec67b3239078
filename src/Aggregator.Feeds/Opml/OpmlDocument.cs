namespace Aggregator.Feeds;

/// <summary>A list of feeds in OPML (1.0 to 2.0).</summary>
public sealed record OpmlDocument
{
    /// <summary>True when the document is OPML, however broken: its root is <c>opml</c>, or it holds an <c>outline</c>.</summary>
    public bool IsOpml { get; init; } = true;

    /// <summary>False when the document needed repair (markup, characters, encoding, a cut).</summary>
    public bool WellFormed { get; init; } = true;

    /// <summary>False when the document ends before its root does: it was cut, or is still being written.</summary>
    public bool Complete { get; init; } = true;

    /// <summary>The character encoding that the text was decoded with, as a WHATWG name in lower case.</summary>
    public string Encoding { get; init; } = "utf-8";

    /// <summary><c>head/title</c>.</summary>
    public string? Title { get; init; }

    /// <summary>Every outline that names a feed, in document order.</summary>
    public IReadOnlyList<OpmlOutline> Outlines { get; init; } = [];

    /// <summary>What was noticed, in document order; the first 50.</summary>
    public IReadOnlyList<FeedProblem> Problems { get; init; } = [];
}
