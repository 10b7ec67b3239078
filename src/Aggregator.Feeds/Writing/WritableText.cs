using System.Text;
using System.Xml;

namespace Aggregator.Feeds;

/// <summary>Text as XML 1.0 and JSON can hold it.</summary>
internal static class WritableText
{
    /// <summary>The text without characters that XML forbids, lone surrogates as U+FFFD; the same instance when nothing changes.</summary>
    internal static string Clean(string? text)
    {
        if (string.IsNullOrEmpty(text))
            return "";
        var bad = FirstBad(text);
        if (bad < 0)
            return text;
        var result = new StringBuilder(text.Length).Append(text, 0, bad);
        for (var i = bad; i < text.Length; i++)
        {
            var c = text[i];
            if (XmlConvert.IsXmlChar(c))
                result.Append(c);
            else if (char.IsHighSurrogate(c) && i + 1 < text.Length && char.IsLowSurrogate(text[i + 1]))
                result.Append(c).Append(text[++i]);
            else if (char.IsSurrogate(c))
                result.Append('\uFFFD');
        }
        return result.ToString();
    }

    /// <summary>A text where only plain text may stand. What holds no tag of HTML is no markup but for its references, whatever it is called.</summary>
    internal static string? Plain(FeedText? text) => text switch
    {
        null => null,
        { Kind: TextKind.Text } => Clean(text.Value),
        _ when FeedText.HasMarkup(text.Value) => Clean(text.ToPlainText()),
        _ => Clean(FeedText.PlainTextOf(text.Value.Replace("<", "&lt;", StringComparison.Ordinal))),
    };

    /// <summary>Plain text as HTML: characters escaped, blank lines as paragraphs, line ends as <c>br</c>.</summary>
    internal static string AsHtml(string text)
    {
        var escaped = new StringBuilder(text.Length + 16);
        foreach (var c in Clean(text))
        {
            switch (c)
            {
                case '&':
                    escaped.Append("&amp;");
                    break;
                case '<':
                    escaped.Append("&lt;");
                    break;
                case '>':
                    escaped.Append("&gt;");
                    break;
                case '\r':
                    break;
                default:
                    escaped.Append(c);
                    break;
            }
        }
        var html = escaped.ToString();
        if (!html.Contains('\n', StringComparison.Ordinal))
            return html;
        var paragraphs = html.Split("\n\n", StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries);
        return string.Join('\n', paragraphs.Select(p => "<p>" + p.Replace("\n", "<br>\n", StringComparison.Ordinal) + "</p>"));
    }

    private static int FirstBad(string text)
    {
        for (var i = 0; i < text.Length; i++)
            if (!XmlConvert.IsXmlChar(text[i]))
                return i;
        return -1;
    }
}
