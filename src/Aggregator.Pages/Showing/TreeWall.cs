using AngleSharp.Html;
using Ganss.Xss;

namespace Aggregator.Pages.Showing;

/// <summary>
/// The second wall: HtmlSanitizer over AngleSharp, which parses as browsers do. It gets only what the scanner wrote, within its limits:
/// on HTML as feeds hold it both take time that grows with the square of what there is to remove (20,000 unknown tags: 20 s).
/// </summary>
internal static class TreeWall
{
    private static readonly HtmlSanitizerOptions Lists = new()
    {
        AllowedTags = ShownTags.All.Keys.ToHashSet(StringComparer.OrdinalIgnoreCase),
        AllowedAttributes = ShownTags.All.Values.SelectMany(t => t.Attributes).Concat(ShownTags.Everywhere).ToHashSet(StringComparer.OrdinalIgnoreCase),
        UriAttributes = ShownTags.Addresses.ToHashSet(StringComparer.OrdinalIgnoreCase),
        AllowedSchemes = new HashSet<string>(["http", "https", "mailto", "tel", "ftp", "data"], StringComparer.OrdinalIgnoreCase),
        AllowedCssProperties = new HashSet<string>(StringComparer.OrdinalIgnoreCase),
        AllowedAtRules = new HashSet<AngleSharp.Css.Dom.CssRuleType>(),
    };

    internal static string Pass(string html)
    {
        if (!html.Contains('<', StringComparison.Ordinal))
            return html;
        // One each: its events and lists are not made for several threads.
        var sanitizer = new HtmlSanitizer(Lists) { KeepChildNodes = true };
        sanitizer.FilterUrl += (_, url) =>
        {
            if (url.SanitizedUrl is null || !url.OriginalUrl.TrimStart().StartsWith("data:", StringComparison.OrdinalIgnoreCase))
                return;
            url.SanitizedUrl = url.Tag.LocalName == "img" ? ShownUrl.Of(url.OriginalUrl, null, isPicture: true) : null;
        };
        return sanitizer.Sanitize(html, "", HtmlMarkupFormatter.Instance);
    }
}
