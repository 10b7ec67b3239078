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

    /// <summary>
    /// What a person would read: <see cref="Value"/> itself when it is characters, else the text of its markup by <see cref="PlainTextOf"/>.
    /// </summary>
    public string ToPlainText() => Kind == TextKind.Text ? Value : PlainTextOf(Value);

    /// <summary>The text of a piece of HTML: paragraphs apart by a blank line, entities decoded, scripts, styles and comments dropped. One linear scan
    /// without a tree, so no input can make it slow; it never throws.</summary>
    /// <param name="html">HTML source, of any quality.</param>
    /// <returns>Text with <c>\n</c> line ends, trimmed; empty when there is none.</returns>
    /// <remarks>
    /// <c>br</c>, <c>li</c>, <c>div</c> and table rows begin a line, table cells are apart by a tab, white space folds to one blank but
    /// inside <c>pre</c>. Soft hyphens and control characters are dropped; joiners, which shape words, are kept. References are decoded once.
    /// </remarks>
    public static string PlainTextOf(ReadOnlySpan<char> html) => HtmlText.Of(html);

    /// <summary>True when a value holds a tag of HTML or a comment, so that reading it as characters would show markup.</summary>
    /// <param name="value">A text of which a feed does not say whether it is markup, as RSS does not.</param>
    /// <remarks>Only names of HTML count: <c>List&lt;T&gt;</c> and <c>a &lt; b</c> are no markup.</remarks>
    public static bool HasMarkup(ReadOnlySpan<char> value) => HtmlText.HasMarkup(value);
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
