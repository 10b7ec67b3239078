using System.Buffers;
using System.Text;

namespace Aggregator.Feeds;

/// <summary>Reads the attributes of tags and collects the source with the addresses among them replaced.</summary>
internal ref struct HtmlSplices
{
    private static readonly SearchValues<char> NeedsQuotes = SearchValues.Create(" \t\n\r\f\"'<>=`");

    private readonly string _html;
    private readonly string _base;
    private StringBuilder? _result;
    private int _copied;

    internal HtmlSplices(string html, string baseUrl)
    {
        _html = html;
        _base = baseUrl;
    }

    /// <summary>Resolves what is relative between the end of a tag's name and its <c>&gt;</c>.</summary>
    internal void Attributes(ReadOnlySpan<char> element, int at, int end)
    {
        while (at < end)
        {
            // Names and blanks are a few characters: a loop is done with them before a search would begin.
            var nameStart = at;
            while (nameStart < end && (IsBlank(_html[nameStart]) || _html[nameStart] == '/'))
                nameStart++;
            var nameEnd = nameStart;
            while (nameEnd < end && !IsBlank(_html[nameEnd]) && _html[nameEnd] is not ('/' or '='))
                nameEnd++;
            var equals = SkipBlanks(nameEnd, end);
            if (equals >= end || _html[equals] != '=')
            {
                at = Math.Max(nameEnd, nameStart + 1);
                continue;
            }
            var value = SkipBlanks(equals + 1, end);
            if (value >= end)
                return;
            var quote = _html[value];
            int valueEnd;
            if (quote is '"' or '\'')
            {
                value++;
                var closing = _html.AsSpan(value, end - value).IndexOf(quote);
                valueEnd = closing < 0 ? end : value + closing;
                at = valueEnd + 1;
            }
            else
            {
                quote = '\0';
                var blank = _html.AsSpan(value, end - value).IndexOfAny(" \t\n\r\f");
                valueEnd = blank < 0 ? end : value + blank;
                // <a href=/path/> : the slash closes the tag only after a blank, as browsers read it.
                at = valueEnd;
            }
            if (valueEnd > value)
                Value(HtmlUrlAttributes.KindOf(element, _html.AsSpan(nameStart, nameEnd - nameStart)), value, valueEnd, quote);
        }
    }

    internal readonly string Result() => _result is null ? _html : _result.Append(_html, _copied, _html.Length - _copied).ToString();

    private void Value(HtmlUrlKind kind, int start, int end, char quote)
    {
        if (kind == HtmlUrlKind.None)
            return;
        var raw = _html.AsSpan(start, end - start);
        if (kind == HtmlUrlKind.One && FeedUrl.IsAbsolute(raw))
            return;
        var value = HtmlEntities.DecodeAttribute(raw.ToString());
        var resolved = kind == HtmlUrlKind.One ? Resolve(value) : SourceSet.MakeAbsolute(value, _base);
        if (string.Equals(resolved, value, StringComparison.Ordinal))
            return;
        _result ??= new StringBuilder(_html.Length + 256);
        _result.Append(_html, _copied, start - _copied);
        AppendEscaped(_result, resolved, quote);
        _copied = end;
    }

    private readonly string Resolve(string value) => string.IsNullOrWhiteSpace(value) ? value : FeedUrl.Resolve(value, _base);

    private static void AppendEscaped(StringBuilder result, string value, char quote)
    {
        var mustQuote = quote == '\0' && value.AsSpan().IndexOfAny(NeedsQuotes) >= 0;
        if (mustQuote)
            result.Append('"');
        foreach (var c in value)
        {
            switch (c)
            {
                case '&':
                    result.Append("&amp;");
                    break;
                case '"' when quote == '"' || mustQuote:
                    result.Append("&quot;");
                    break;
                case '\'' when quote == '\'':
                    result.Append("&#39;");
                    break;
                default:
                    result.Append(c);
                    break;
            }
        }
        if (mustQuote)
            result.Append('"');
    }

    private readonly int SkipBlanks(int at, int end)
    {
        while (at < end && IsBlank(_html[at]))
            at++;
        return at;
    }

    private static bool IsBlank(char c) => c is ' ' or '\t' or '\n' or '\r' or '\f';
}
