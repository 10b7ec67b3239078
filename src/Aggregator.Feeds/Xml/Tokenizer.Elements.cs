using System.Text;

namespace Aggregator.Feeds.Xml;

/// <summary>The content of an element as one string.</summary>
internal sealed partial class Tokenizer
{
    private static ReadOnlySpan<byte> CDataOpening => "<![CDATA["u8;

    /// <summary>
    /// At a start: as <see cref="ReadText"/>, but a short plain ASCII text is written into a buffer and no string is made.
    /// </summary>
    /// <returns>How many characters were written; -1 when <paramref name="text"/> holds the text instead.</returns>
    public int ReadShortText(Span<char> into, LeafRule rule, out string? text)
    {
        text = null;
        if (!_empty)
        {
            var rest = _data.AsSpan(_pos, Math.Min(_end - _pos, into.Length));
            var lt = rest.IndexOf((byte)'<');
            if (lt >= 0 && EndsTop(_pos + lt) && rest[..lt].IndexOfAny(s_contentSpecials) < 0 && (_ascii || Ascii.IsValid(rest[..lt])))
            {
                var written = Widen(rest[..lt], into);
                EndTop(_pos + lt);
                return written;
            }
        }

        text = ReadText(rule);
        return -1;
    }

    /// <summary>
    /// At a start: the element's text, decoded and trimmed, up to its end, which becomes the current event. Markup inside makes it the
    /// source of that markup.
    /// </summary>
    public string ReadText(LeafRule rule)
    {
        if (_empty)
        {
            Read();
            return "";
        }

        return ReadPlainText() ?? ReadMixedText(rule);
    }

    /// <summary>At a start: the element's inner markup, trimmed. Prefixes of XHTML are taken away, the rest stays as written.</summary>
    /// <param name="rule">What shows that the end tag was lost.</param>
    /// <param name="xhtml">True for an XHTML construct: its outer <c>div</c> is not part of it (RFC 4287, 3.1.1.3), CDATA in it is characters.</param>
    public string ReadMarkup(LeafRule rule, bool xhtml)
    {
        var writer = new MarkupWriter(this, xhtml, Depth);
        var depth = Depth;
        while (Read() != Token.End || Depth > depth)
        {
            switch (Token)
            {
                case Token.Eof:
                    return writer.Finish();
                case Token.Text:
                    writer.Text();
                    break;
                case Token.Start when Depth == depth + 1 && EndTagIsLost(rule, depth):
                    EndBefore(depth, $"<{RawName(depth)}> is not ended before the next field");
                    return writer.Finish();
                case Token.Start:
                    writer.Start(_empty);
                    break;
                case Token.End:
                    writer.End();
                    break;
            }
        }

        return writer.Finish();
    }

    // One run of characters or one CDATA section, then the end tag: nearly every field. Null when it is anything else.
    private string? ReadPlainText()
    {
        var start = _pos;
        var rest = _data.AsSpan(start, _end - start);
        var lt = rest.IndexOf((byte)'<');
        if (lt < 0) return null;
        if (EndsTop(start + lt))
        {
            var text = Decode(start, start + lt, TextPlace.Content, true, true);
            EndTop(start + lt);
            return text;
        }

        if (!rest[lt..].StartsWith(CDataOpening) || _noCDataEndAhead || rest[..lt].IndexOfAnyExcept(s_blanks) >= 0) return null;
        var inner = rest[(lt + CDataOpening.Length)..];
        var close = inner.IndexOf("]]>"u8);
        if (close < 0) return null;
        var after = start + lt + CDataOpening.Length + close + 3;
        var end = after;
        while (end < _end && IsBlank(_data[end])) end++;
        if (!EndsTop(end)) return null;
        var section = Decode(start + lt + CDataOpening.Length, after - 3, TextPlace.CData, false, true);
        EndTop(end);
        return section;
    }

    // A field began inside a text field. The end tag is lost unless it comes soon, before the next start of the same name and the
    // item's end: then the field is only nested, which is odd, but well-formed.
    private bool EndTagIsLost(LeafRule rule, int leaf)
    {
        if (!LostEndTag.Shows(rule, _scopes[leaf].Ns, Ns, Name)) return false;
        if (Name is Name.Item or Name.Entry) return true;
        var name = RawNameBytes(leaf);
        var ahead = _data.AsSpan(_pos, Math.Min(_end - _pos, Limits.EndTagSearch));
        while (ahead.IndexOf((byte)'<') is var lt and >= 0)
        {
            ahead = ahead[(lt + 1)..];
            if (ahead.StartsWith(name)) return true;
            if (!ahead.StartsWith((byte)'/')) continue;
            if (ahead[1..].StartsWith(name)) return ahead.Length <= name.Length + 1 || IsNameByte(ahead[name.Length + 1]);
            if (ahead[1..].StartsWith("item>"u8) || ahead[1..].StartsWith("entry>"u8)) return true;
        }

        return true;
    }

    private bool EndsTop(int p)
    {
        ref readonly var top = ref _scopes[Depth];
        var length = top.NameLength;
        return p + 2 + length < _end && _data[p] == '<' && _data[p + 1] == '/' && _data[p + 2 + length] == '>'
            && _data.AsSpan(p + 2, length).SequenceEqual(_data.AsSpan(top.NameStart, length));
    }

    private void EndTop(int p)
    {
        _pos = p + 2 + _scopes[Depth].NameLength + 1;
        (_closing, _closingLast) = (1, EndKind.Tag);
        EndNext();
    }

    private string ReadMixedText(LeafRule rule)
    {
        var (depth, start, mark) = (Depth, _pos, _problems.Mark());
        var first = "";
        StringBuilder? more = null;
        while (Read() != Token.Eof && !(Token == Token.End && Depth == depth))
        {
            if (Token == Token.Text)
            {
                var text = TextValue();
                if (first.Length == 0) first = text;
                else if ((more ??= new StringBuilder(first)).Length < Limits.Text) more.Append(text);
            }
            else if (Token == Token.Start)
            {
                if (EndTagIsLost(rule, depth))
                {
                    EndBefore(depth, $"<{RawName(depth)}> is not ended before the next field");
                    break;
                }

                // Markup: once more from the start of the content, as source.
                Leave();
                _empty = false;
                _pos = start;
                _problems.Reset(mark);
                (Token, Ns, Name) = (Token.Start, _scopes[depth].Ns, _scopes[depth].Name);
                return ReadMarkup(rule, false);
            }
        }

        return (more?.ToString() ?? first).Trim();
    }
}
