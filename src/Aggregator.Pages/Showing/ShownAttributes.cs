using System.Text;
using Aggregator.Feeds;

namespace Aggregator.Pages.Showing;

/// <summary>Reads the attributes of one start tag and writes those that may be shown.</summary>
internal readonly ref struct ShownAttributes(string html, string? baseUrl, ShownTag tag)
{
    private const string Blanks = " \t\n\r\f/";

    internal void Write(StringBuilder output, int at, int end)
    {
        var written = new List<string>(4);
        while (at < end)
        {
            at = Skip(at, end, Blanks);
            var nameStart = at;
            while (at < end && (html[at] is not (' ' or '\t' or '\n' or '\r' or '\f' or '/' or '=') || (html[at] == '=' && at == nameStart)))
                at++;
            var name = html.AsSpan(nameStart, at - nameStart);
            var equals = Skip(at, end, " \t\n\r\f");
            var value = "";
            if (equals < end && html[equals] == '=')
                value = Value(Skip(equals + 1, end, " \t\n\r\f"), end, out at);
            if (name.Length is > 0 and <= 12 && Allowed(name) is { } allowed && !written.Contains(allowed) && Shown(allowed, value) is { } shown)
            {
                written.Add(allowed);
                output.Append(' ').Append(allowed).Append("=\"");
                ShownText.AppendEscaped(output, shown, inAttribute: true);
                output.Append('"');
            }
        }
    }

    private string Value(int at, int end, out int after)
    {
        after = end;
        if (at >= end)
            return "";
        var quote = html[at];
        if (quote is '"' or '\'')
        {
            var closing = html.AsSpan(at + 1, end - at - 1).IndexOf(quote);
            var valueEnd = closing < 0 ? end : at + 1 + closing;
            after = Math.Min(valueEnd + 1, end);
            return HtmlEntities.DecodeAttribute(html[(at + 1)..valueEnd]);
        }
        var blank = html.AsSpan(at, end - at).IndexOfAny(' ', '\t', '\n');
        var other = html.AsSpan(at, end - at).IndexOfAny('\r', '\f');
        var length = Math.Min(blank < 0 ? end - at : blank, other < 0 ? end - at : other);
        after = at + length;
        return HtmlEntities.DecodeAttribute(html.Substring(at, length));
    }

    private string? Allowed(ReadOnlySpan<char> name)
    {
        Span<char> lower = stackalloc char[12];
        name.ToLowerInvariant(lower);
        var key = lower[..name.Length];
        foreach (var attribute in tag.Attributes)
            if (key.SequenceEqual(attribute))
                return attribute;
        return ShownTags.Everywhere.GetAlternateLookup<ReadOnlySpan<char>>().TryGetValue(key, out var everywhere) ? everywhere : null;
    }

    private string? Shown(string name, string value)
    {
        value = OpenElements.Clean(value);
        if (name == "srcset")
            return ShownUrl.Set(value, baseUrl);
        return ShownTags.Addresses.Contains(name) ? ShownUrl.Of(value, baseUrl, isPicture: tag.Name == "img" && name == "src") : value;
    }

    private int Skip(int at, int end, string set)
    {
        var length = html.AsSpan(at, end - at).IndexOfAnyExcept(set);
        return length < 0 ? end : at + length;
    }
}
