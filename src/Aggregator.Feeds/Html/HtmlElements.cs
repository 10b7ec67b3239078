namespace Aggregator.Feeds;

/// <summary>The elements of HTML, today's and obsolete ones.</summary>
internal static class HtmlElements
{
    private const int LongestName = 10;

    internal static HtmlElementKind KindOf(ReadOnlySpan<char> name)
    {
        if (name.IsEmpty || name.Length > LongestName)
            return HtmlElementKind.Unknown;
        Span<char> lower = stackalloc char[LongestName];
        for (var i = 0; i < name.Length; i++)
        {
            var c = name[i];
            if (c > 'z')
                return HtmlElementKind.Unknown;
            lower[i] = c is >= 'A' and <= 'Z' ? (char)(c | 0x20) : c;
        }
        return OfLowerCase(lower[..name.Length]);
    }

    private static HtmlElementKind OfLowerCase(ReadOnlySpan<char> name) => name switch
    {
        "p" or "h1" or "h2" or "h3" or "h4" or "h5" or "h6" or "blockquote" or "table" or "hr" or "figure" or "dl" or "article" or "section"
            or "header" or "footer" or "aside" or "nav" or "main" or "address" or "form" or "fieldset" or "hgroup" or "details" or "body"
            => HtmlElementKind.Paragraph,
        "div" or "li" or "tr" or "dt" or "dd" or "caption" or "figcaption" or "legend" or "summary" or "center" or "thead" or "tbody" or "tfoot"
            or "option" or "optgroup" or "title" or "dialog" or "search" or "html" or "frameset" or "multicol"
            => HtmlElementKind.Line,
        "br" => HtmlElementKind.LineEnd,
        "td" or "th" => HtmlElementKind.Cell,
        "ul" or "ol" or "menu" or "dir" => HtmlElementKind.List,
        "pre" or "listing" or "xmp" or "plaintext" or "textarea" => HtmlElementKind.Preformatted,
        "script" or "style" => HtmlElementKind.Raw,
        "head" or "template" or "iframe" or "svg" or "noembed" or "noframes" => HtmlElementKind.Dropped,
        "a" or "abbr" or "acronym" or "applet" or "area" or "audio" or "b" or "base" or "basefont" or "bdi" or "bdo" or "bgsound" or "big"
            or "blink" or "button" or "canvas" or "cite" or "code" or "col" or "colgroup" or "data" or "datalist" or "del" or "dfn" or "em"
            or "embed" or "font" or "frame" or "i" or "image" or "img" or "input" or "ins" or "isindex" or "kbd" or "keygen" or "label"
            or "link" or "map" or "mark" or "marquee" or "math" or "meta" or "meter" or "nobr" or "noscript" or "object" or "output"
            or "param" or "picture" or "progress" or "q" or "rb" or "rp" or "rt" or "rtc" or "ruby" or "s" or "samp" or "select" or "slot"
            or "small" or "source" or "span" or "strike" or "strong" or "sub" or "sup" or "time" or "track" or "tt" or "u" or "var"
            or "video" or "wbr"
            => HtmlElementKind.Inline,
        _ => HtmlElementKind.Unknown,
    };
}
