namespace Aggregator.Feeds;

/// <summary>Plain text of HTML, by one linear scan: no tree, so no input can make it slow.</summary>
public static class HtmlText
{
    /// <summary>The text of a piece of HTML: paragraphs apart by a blank line, entities decoded, scripts, styles and comments dropped.</summary>
    /// <param name="html">HTML source, of any quality.</param>
    /// <returns>Text with <c>\n</c> line ends, trimmed; empty when there is none.</returns>
    /// <remarks>
    /// <c>br</c>, <c>li</c>, <c>div</c> and table rows begin a line, table cells are apart by a tab, white space folds to one blank but
    /// inside <c>pre</c>. Soft hyphens and control characters are dropped; joiners, which shape words, are kept. References are decoded once.
    /// </remarks>
    public static string Of(ReadOnlySpan<char> html)
    {
        var output = new TextOutput(html.Length);
        try
        {
            new HtmlTextScanner(html).Run(ref output);
            return output.ToString();
        }
        finally
        {
            output.Dispose();
        }
    }

    /// <summary>True when the value holds a tag or a comment, so that reading it as characters would show markup.</summary>
    /// <param name="value">A text of which a feed does not say whether it is markup.</param>
    /// <remarks>Only names of HTML count: <c>List&lt;T&gt;</c> and <c>a &lt; b</c> are no markup.</remarks>
    public static bool HasMarkup(ReadOnlySpan<char> value)
    {
        var tags = new HtmlTags(value);
        var at = 0;
        while (true)
        {
            var next = value[at..].IndexOf('<');
            if (next < 0)
                return false;
            at += next;
            if (tags.IsTag(at))
            {
                var name = value[at + 1] == '/' ? at + 2 : at + 1;
                if (HtmlElements.KindOf(value[name..tags.NameEnd(name)]) != HtmlElementKind.Unknown)
                    return true;
            }
            else if (tags.IsComment(at) && value[at..].StartsWith("<!--", StringComparison.Ordinal))
            {
                return true;
            }
            at++;
        }
    }
}
