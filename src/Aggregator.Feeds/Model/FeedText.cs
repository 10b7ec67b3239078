namespace Aggregator.Feeds;

/// <summary>A text of a feed and how to read it.</summary>
/// <param name="Value">The value after one level of XML or JSON unescaping, trimmed; markup where <paramref name="Kind"/> says so.
/// Relative references inside HTML are absolute where a base is known.</param>
/// <param name="Kind">How to read <paramref name="Value"/>.</param>
public sealed record FeedText(string Value, TextKind Kind)
{
    /// <summary><c>xml:lang</c> in effect, as written.</summary>
    public string? Language { get; init; }

    /// <summary><c>xml:base</c> in effect, absolute.</summary>
    public string? Base { get; init; }

    /// <summary>The media type that Atom <c>content</c> states when it is none of <c>text</c>, <c>html</c>, <c>xhtml</c>.</summary>
    public string? MediaType { get; init; }

    /// <summary>Atom <c>content/@src</c>, absolute: the content lies there and <see cref="Value"/> is empty.</summary>
    public string? ContentUrl { get; init; }
}

/// <summary>How a <see cref="FeedText"/> is to be read.</summary>
public enum TextKind
{
    /// <summary>Characters, not markup.</summary>
    Text,

    /// <summary>HTML source. RSS does not say, so RSS texts are of this kind: they may hold markup.</summary>
    Html,

    /// <summary>The serialised inner markup of an XHTML construct.</summary>
    Xhtml,
}
