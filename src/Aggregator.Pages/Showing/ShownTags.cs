using System.Collections.Frozen;
using static Aggregator.Pages.Showing.TagTraits;

namespace Aggregator.Pages.Showing;

/// <summary>
/// The elements and attributes that may be shown: text, structure, links, pictures, sound and video. Not among them: whatever runs, loads
/// documents, takes input, styles, or is parsed by other rules than HTML's (svg, math, noscript, template, frames, forms, style, comments).
/// </summary>
internal static class ShownTags
{
    /// <summary>On every element. Not <c>id</c>, <c>name</c>, <c>class</c>, <c>style</c>: they reach into the page around.</summary>
    internal static readonly FrozenSet<string> Everywhere = new[] { "title", "lang", "dir" }.ToFrozenSet(StringComparer.Ordinal);

    /// <summary>Attributes that hold one address.</summary>
    internal static readonly FrozenSet<string> Addresses = new[] { "href", "src", "cite", "poster" }.ToFrozenSet(StringComparer.Ordinal);

    internal static readonly FrozenDictionary<string, ShownTag> All = List().ToFrozenDictionary(t => t.Name, StringComparer.Ordinal);

    private static IEnumerable<ShownTag> List()
    {
        foreach (var name in "address article aside center details dir div dl fieldset figcaption figure footer header hgroup main menu nav section summary ul".Split(' '))
            yield return new ShownTag(name, EndsParagraph | Special, name == "details" ? ["open"] : name == "div" ? ["align"] : []);
        foreach (var name in "h1 h2 h3 h4 h5 h6".Split(' '))
            yield return new ShownTag(name, EndsParagraph | Special | Heading, ["align"]);
        foreach (var name in "b big code em font i s small strike strong tt u".Split(' '))
            yield return new ShownTag(name, Formatting, name == "font" ? ["color", "size", "face"] : []);
        foreach (var name in "abbr acronym bdi bdo cite dfn kbd map mark picture rb rp rt ruby samp span sub sup var".Split(' '))
            yield return new ShownTag(name, None, []);
        foreach (var name in "tbody thead tfoot tr".Split(' '))
            yield return new ShownTag(name, Special | TablePart, ["align", "valign"]);
        foreach (var name in "td th".Split(' '))
            yield return new ShownTag(name, Special | TablePart | Scope, ["colspan", "rowspan", "align", "valign", "scope", "abbr", "width", "height"]);
        yield return new ShownTag("a", Formatting, ["href", "hreflang"]);
        yield return new ShownTag("p", EndsParagraph | Special, ["align"]);
        yield return new ShownTag("pre", EndsParagraph | Special, []);
        yield return new ShownTag("blockquote", EndsParagraph | Special, ["cite"]);
        yield return new ShownTag("ol", EndsParagraph | Special, ["start", "type", "reversed"]);
        yield return new ShownTag("li", EndsParagraph | Special, ["value", "type"]);
        yield return new ShownTag("dt", EndsParagraph | Special, []);
        yield return new ShownTag("dd", EndsParagraph | Special, []);
        yield return new ShownTag("hr", EndsParagraph | Special | TagTraits.Void, ["align", "size", "width"]);
        yield return new ShownTag("br", Special | TagTraits.Void, ["clear"]);
        yield return new ShownTag("wbr", Special | TagTraits.Void, []);
        yield return new ShownTag("q", None, ["cite"]);
        yield return new ShownTag("del", None, ["cite", "datetime"]);
        yield return new ShownTag("ins", None, ["cite", "datetime"]);
        yield return new ShownTag("time", None, ["datetime"]);
        yield return new ShownTag("table", EndsParagraph | Special | Scope, ["border", "cellpadding", "cellspacing", "summary", "width", "align"]);
        yield return new ShownTag("caption", Special | TablePart | Scope, ["align"]);
        yield return new ShownTag("colgroup", Special | TablePart, ["span", "width", "align"]);
        yield return new ShownTag("col", Special | TablePart | TagTraits.Void, ["span", "width", "align"]);
        yield return new ShownTag("img", Special | TagTraits.Void, ["src", "srcset", "sizes", "alt", "width", "height"]);
        yield return new ShownTag("source", Special | TagTraits.Void, ["src", "srcset", "sizes", "media", "type"]);
        yield return new ShownTag("audio", None, ["src", "controls", "loop", "muted", "preload"]);
        yield return new ShownTag("video", None, ["src", "poster", "controls", "loop", "muted", "preload", "width", "height"]);
    }
}
