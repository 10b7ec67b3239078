using Aggregator.Feeds.Xml;

namespace Aggregator.Feeds.Reading.Extensions;

/// <summary>XHTML right inside an RSS item: <c>body</c>, or a <c>div</c> in its place.</summary>
internal static class XhtmlBody
{
    public static bool Read(ElementCursor e, Draft d)
    {
        if (d.IsFeed || e.Name is not (Name.Body or Name.Div)) return false;
        var (language, @base, own) = (e.Language, e.Base, e.Tokens.HasOwnBase);
        var markup = e.Tokens.ReadMarkup(LeafRule.Markup, true);
        if (ElementCursor.HtmlText(markup, TextKind.Xhtml, language, @base, own) is { } content) d.AddContent(content);
        return true;
    }
}
