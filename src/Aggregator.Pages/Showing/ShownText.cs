using System.Text;
using Aggregator.Feeds;

namespace Aggregator.Pages.Showing;

/// <summary>What cannot be shown as HTML: its text, escaped, with paragraphs and line ends.</summary>
internal static class ShownText
{
    internal static string Of(string html)
    {
        var result = new StringBuilder();
        foreach (var paragraph in HtmlText.Of(html).Split("\n\n", StringSplitOptions.RemoveEmptyEntries))
        {
            var lines = paragraph.Split('\n').Select(Folded).Where(l => l.Length > 0);
            var body = string.Join("<br>\n", lines.Select(Escaped));
            if (body.Length > 0)
                result.Append(result.Length > 0 ? "\n<p>" : "<p>").Append(body).Append("</p>");
        }
        return result.ToString();
    }

    /// <summary>Characters as HTML's serialisation writes them (HTML Standard, 13.3).</summary>
    internal static string Escaped(string text)
    {
        var result = new StringBuilder(text.Length);
        AppendEscaped(result, text, inAttribute: false);
        return result.ToString();
    }

    internal static void AppendEscaped(StringBuilder result, ReadOnlySpan<char> text, bool inAttribute)
    {
        foreach (var c in text)
        {
            switch (c)
            {
                case '&':
                    result.Append("&amp;");
                    break;
                case '\u00A0':
                    result.Append("&nbsp;");
                    break;
                case '"' when inAttribute:
                    result.Append("&quot;");
                    break;
                case '<':
                    result.Append("&lt;");
                    break;
                case '>':
                    result.Append("&gt;");
                    break;
                default:
                    result.Append(c);
                    break;
            }
        }
    }

    private static string Folded(string line) => string.Join(' ', line.Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries));
}
