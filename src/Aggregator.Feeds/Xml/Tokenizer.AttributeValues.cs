namespace Aggregator.Feeds.Xml;

/// <summary>Values of attributes, also those that lost a quote.</summary>
internal sealed partial class Tokenizer
{
    private bool _noQuoteAhead;          // no further '"' or '\'' was found from here to the end
    private bool _noApostropheAhead;

    // Reads the value that begins here. Returns as ReadAttribute does.
    private int ReadValue(int p, ref Attribute a, ref bool empty)
    {
        var d = _data;
        if (p >= _end) return p;
        var quote = d[p];
        if (quote is not ((byte)'"' or (byte)'\''))
        {
            _problems.Fault("xml.malformed_attribute", "the value of an attribute is not quoted", p);
            a.ValueStart = p;
            var stop = d.AsSpan(p, _end - p).IndexOfAny(s_valueEnd);
            p = stop < 0 ? _end : p + stop;
            if (p < _end && d[p] == '>' && d[p - 1] == '/' && p - 1 > a.ValueStart) p--;   // <a href=x/>
            a.ValueLength = p - a.ValueStart;
            if (a.ValueLength > 0 && d[p - 1] is (byte)'"' or (byte)'\'') a.ValueLength--;
            CheckValue(a.ValueStart, a.ValueLength);
            return p;
        }

        p++;
        a.ValueStart = p;
        var rest = d.AsSpan(p, _end - p);
        var hit = rest.IndexOfAny(quote, (byte)'<');
        if (hit >= 0 && rest[hit] == quote)
        {
            var after = p + hit + 1;
            if (after < _end && IsNameByte(d[after]) && NextAttributeIn(rest[..hit]) is var value and >= 0)
            {
                // a="x b="y": the quote that closes is the one that should open the next value.
                _problems.Fault("xml.lost_quote", "the closing quote of an attribute is missing", p);
                a.ValueLength = value;
                CheckValue(a.ValueStart, value);
                return p + value;
            }

            a.ValueLength = hit;
            if (_lookForReferences) CheckValue(a.ValueStart, hit);
            return after;
        }

        return hit < 0 ? LostQuote(p, ref a, ref empty, rest.Length) : LessThanInValue(p, ref a, ref empty, quote, hit);
    }

    // Where a value ends that has swallowed the name of the next attribute and its equals sign; -1 when it has not.
    private static int NextAttributeIn(ReadOnlySpan<byte> value)
    {
        var end = value.Length;
        while (end > 0 && IsBlank(value[end - 1])) end--;
        if (end < 3 || value[end - 1] != '=') return -1;
        end--;
        while (end > 0 && IsBlank(value[end - 1])) end--;
        var name = end;
        while (name > 0 && IsNameByte(value[name - 1])) name--;
        if (name == end || name == 0 || !IsBlank(value[name - 1])) return -1;
        while (name > 0 && IsBlank(value[name - 1])) name--;
        return name;
    }

    // A '<' comes before the closing quote: the quote was lost when a '>' comes first, else the '<' is part of the value.
    private int LessThanInValue(int p, ref Attribute a, ref bool empty, byte quote, int lt)
    {
        var rest = _data.AsSpan(p, _end - p);
        if (rest[..lt].Contains((byte)'>')) return LostQuote(p, ref a, ref empty, lt);
        var gone = quote == '"' ? _noQuoteAhead : _noApostropheAhead;
        var close = gone ? -1 : rest[..Math.Min(rest.Length, Limits.QuoteSearch)].IndexOf(quote);
        if (close < 0)
        {
            if (rest.Length <= Limits.QuoteSearch) _ = quote == '"' ? _noQuoteAhead = true : _noApostropheAhead = true;
            return LostQuote(p, ref a, ref empty, lt);
        }

        _problems.Fault("xml.lt_in_value", "a < in an attribute must be written &lt;", p + lt);
        a.ValueLength = close;
        CheckValue(a.ValueStart, close);
        return p + close + 1;
    }

    // The value ends at the first '>' of the stretch, and the tag with it.
    private int LostQuote(int p, ref Attribute a, ref bool empty, int length)
    {
        _problems.Fault("xml.lost_quote", "the closing quote of an attribute is missing", a.ValueStart);
        var stretch = _data.AsSpan(p, length);
        var gt = stretch.IndexOf((byte)'>');
        if (gt < 0)
        {
            a.ValueLength = length;
            return p + length < _end ? p + length : ~(p + length);   // At a '<' the caller ends the tag; at the end of the document it is cut.
        }

        var valueEnd = gt;
        if (gt > 0 && stretch[gt - 1] == '/')
        {
            empty = true;
            valueEnd--;
            while (valueEnd > 0 && IsBlank(stretch[valueEnd - 1])) valueEnd--;
        }

        a.ValueLength = valueEnd;
        CheckValue(a.ValueStart, valueEnd);
        return ~(p + gt + 1);
    }

    private void CheckValue(int start, int length)
    {
        if (length > 0 && _data.AsSpan(start, length).Contains((byte)'&')) CheckReferences(start, start + length);
    }
}
