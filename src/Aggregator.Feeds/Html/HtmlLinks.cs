using System.Text;

namespace Aggregator.Feeds;

/// <summary>
/// Makes the addresses in a piece of HTML absolute by splicing: what is no relative address of a known attribute stays byte for byte.
/// One forward scan, linear for any input.
/// </summary>
internal static class HtmlLinks
{
    /// <summary>The HTML with its relative references resolved; the same instance when nothing changes.</summary>
    /// <param name="html">HTML source, of any quality.</param>
    /// <param name="baseUrl">What the references are relative to; null or empty: nothing changes.</param>
    internal static string MakeAbsolute(string html, string? baseUrl)
    {
        if (string.IsNullOrEmpty(baseUrl) || !html.Contains('<', StringComparison.Ordinal))
            return html;
        var tags = new HtmlTags(html);
        var splices = new HtmlSplices(html, baseUrl);
        var at = 0;
        while (true)
        {
            var next = html.AsSpan(at).IndexOf('<');
            if (next < 0)
                return splices.Result();
            at += next;
            if (!tags.IsTag(at))
            {
                at = tags.IsComment(at) && !IsCharacterData(html, at) ? tags.CommentEnd(at) : at + 1;
                continue;
            }
            var isEnd = html[at + 1] == '/';
            var nameStart = isEnd ? at + 2 : at + 1;
            var nameEnd = tags.NameEnd(nameStart);
            at = tags.TagEnd(nameEnd);
            if (isEnd)
                continue;
            var name = html.AsSpan(nameStart, nameEnd - nameStart);
            if (at - nameEnd > 5)
                splices.Attributes(name, nameEnd, at - 1);
            if (name.Length is 5 or 6 && HtmlElements.KindOf(name) == HtmlElementKind.Raw && html[at - 2] != '/')
                at = tags.EndTagOf(name, at) is var end and >= 0 ? end : html.Length;
        }
    }

    private static bool IsCharacterData(string html, int at) => html.AsSpan(at).StartsWith("<![CDATA[", StringComparison.Ordinal);
}
