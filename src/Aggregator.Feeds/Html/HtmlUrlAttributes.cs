namespace Aggregator.Feeds;

/// <summary>The attributes whose value is an address (HTML Standard, index of attributes, and the obsolete ones).</summary>
internal static class HtmlUrlAttributes
{
    private const int LongestName = 11;

    internal static HtmlUrlKind KindOf(ReadOnlySpan<char> element, ReadOnlySpan<char> attribute)
    {
        if (attribute is "href" or "src")
            return HtmlUrlKind.One;
        if (attribute.Length is < 3 or > LongestName)
            return HtmlUrlKind.None;
        Span<char> lower = stackalloc char[LongestName];
        for (var i = 0; i < attribute.Length; i++)
            lower[i] = char.ToLowerInvariant(attribute[i]);
        return lower[..attribute.Length] switch
        {
            "href" or "src" or "action" or "formaction" or "background" or "poster" or "cite" or "longdesc" or "codebase" or "usemap"
                or "dynsrc" or "lowsrc" or "xlink:href" => HtmlUrlKind.One,
            "data" or "classid" => When(element.Equals("object", StringComparison.OrdinalIgnoreCase)),
            "profile" => When(element.Equals("head", StringComparison.OrdinalIgnoreCase)),
            "manifest" => When(element.Equals("html", StringComparison.OrdinalIgnoreCase)),
            "srcset" or "imagesrcset" => HtmlUrlKind.Set,
            _ => HtmlUrlKind.None,
        };
    }

    private static HtmlUrlKind When(bool isUrl) => isUrl ? HtmlUrlKind.One : HtmlUrlKind.None;
}
