namespace Aggregator.Feeds;

/// <summary>Plain text of HTML, by one linear scan: no tree, so no input can make it slow.</summary>
internal static class HtmlText
{
    /// <summary>The text of a piece of HTML: paragraphs apart by a blank line, entities decoded, scripts, styles and comments dropped.</summary>
    internal static string Of(ReadOnlySpan<char> html)
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
    internal static bool HasMarkup(ReadOnlySpan<char> value)
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
