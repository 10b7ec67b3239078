using System.Text;

namespace Aggregator.Feeds.Xml;

/// <summary>Comments, CDATA sections, processing instructions, the XML declaration and the DOCTYPE.</summary>
internal sealed partial class Tokenizer
{
    private readonly int _start;
    private bool _noCommentEndAhead;     // remembered, so that no search for a terminator runs over the same bytes twice
    private bool _noCDataEndAhead;
    private bool _noInstructionEndAhead;
    private bool _doctypeSeen;
    private bool _externalSubset;

    private bool ReadDeclaration()
    {
        var rest = _data.AsSpan(_pos, _end - _pos);
        if (rest.StartsWith("<!--"u8)) return ReadComment(rest);
        if (rest.StartsWith("<![CDATA["u8)) return ReadCData(rest);
        if (rest.Length >= 9 && Ascii.EqualsIgnoreCase(rest[..9], "<!DOCTYPE"u8))
        {
            ReadDoctype(rest);
            return false;
        }

        _problems.Fault("xml.malformed_declaration", "a <! begins no comment, CDATA section or DOCTYPE", _pos);
        var stop = rest[2..].IndexOfAny((byte)'>', (byte)'<');
        _pos = stop < 0 ? _end : _pos + 2 + stop + (rest[2 + stop] == '>' ? 1 : 0);
        return false;
    }

    private bool ReadComment(ReadOnlySpan<byte> rest)
    {
        var close = _noCommentEndAhead ? -1 : rest[4..].IndexOf("-->"u8);
        if (close < 0)
        {
            _noCommentEndAhead = true;
            _problems.Fault("xml.unclosed_comment", "a comment is not closed", _pos);
            SkipPastGreaterThan(rest, 4);
            return false;
        }

        var inner = rest.Slice(4, close);
        if (inner.IndexOf("--"u8) >= 0 || (close > 0 && inner[^1] == '-'))
            _problems.Fault("xml.bad_comment", "a comment holds --", _pos);
        _pos += 4 + close + 3;
        return false;
    }

    private void SkipPastGreaterThan(ReadOnlySpan<byte> rest, int from)
    {
        var gt = rest[from..].IndexOf((byte)'>');
        _pos = gt < 0 ? _end : _pos + from + gt + 1;
    }

    private bool ReadCData(ReadOnlySpan<byte> rest)
    {
        const int Opening = 9;
        var start = _pos + Opening;
        var close = _noCDataEndAhead ? -1 : rest[Opening..].IndexOf("]]>"u8);
        int end;
        if (close >= 0)
        {
            end = start + close;
            _pos = end + 3;
        }
        else
        {
            // Up to the end tag of the element that it stands in.
            _noCDataEndAhead = true;
            _problems.Fault("xml.unclosed_cdata", "a CDATA section is not closed", _pos);
            end = EndTagAhead(rest[Opening..]) is var tag and >= 0 ? start + tag : _end;
            _pos = end;
        }

        if (_deep > 0) return false;
        if (Depth == 0)
        {
            _problems.Fault("xml.text_outside_root", "there is a CDATA section outside the root element", _tagStart);
            return false;
        }

        (_textStart, _textEnd, _textIsCData, _textChecked) = (start, end, true, true);
        Token = Token.Text;
        return true;
    }

    private int EndTagAhead(ReadOnlySpan<byte> rest)
    {
        if (Depth == 0) return -1;
        var name = RawNameBytes(Depth);
        var from = 0;
        while (rest[from..].IndexOf("</"u8) is var at and >= 0)
        {
            from += at;
            if (rest[(from + 2)..].StartsWith(name)) return from;
            from += 2;
        }

        return -1;
    }

    private bool ReadInstruction()
    {
        var rest = _data.AsSpan(_pos, _end - _pos);
        var close = _noInstructionEndAhead ? -1 : rest[2..].IndexOf("?>"u8);
        var at = _pos;
        if (close < 0)
        {
            _noInstructionEndAhead = true;
            _problems.Fault("xml.unclosed_instruction", "a processing instruction is not closed", at);
            SkipPastGreaterThan(rest, 2);
            return false;
        }

        var inner = rest.Slice(2, close);
        _pos += 2 + close + 2;
        var length = 0;
        while (length < inner.Length && IsNameByte(inner[length])) length++;
        var target = inner[..length];
        if (length == 0 || !IsNameStart(target[0]) || (length < inner.Length && !IsBlank(inner[length])))
            _problems.Fault("xml.malformed_instruction", "a processing instruction does not begin with a name", at);
        else if (target.Contains((byte)':')) _problems.Fault("xml.malformed_instruction", "the name of a processing instruction holds a colon", at);
        else if (Ascii.EqualsIgnoreCase(target, "xml"u8)) CheckXmlDeclaration(inner[length..], target, at);
        return false;
    }

    private void CheckXmlDeclaration(ReadOnlySpan<byte> inner, ReadOnlySpan<byte> target, int at)
    {
        if (at != _start) _problems.Fault("xml.declaration_not_first", "the XML declaration is not at the very beginning", at);
        else if (!target.SequenceEqual("xml"u8) || !XmlDeclaration.IsValid(inner)) _problems.Fault("xml.malformed_declaration", "the XML declaration is malformed", at);
    }

    // Its entities are read; nothing else counts, and nothing outside is ever fetched.
    private void ReadDoctype(ReadOnlySpan<byte> rest)
    {
        var at = _pos;
        if (_doctypeSeen || _rootSeen) _problems.Fault("xml.misplaced_doctype", "a DOCTYPE stands twice or after the root element began", at);
        else _problems.Warn("xml.doctype", "there is a DOCTYPE; nothing that it refers to is fetched", at);
        _doctypeSeen = true;
        var doctype = new DoctypeScanner(rest.Length > Limits.Doctype ? rest[..Limits.Doctype] : rest);
        doctype.Scan();
        if (!doctype.Closed) _problems.Fault("xml.malformed_doctype", "the DOCTYPE is not closed", at);
        else if (doctype.Malformed) _problems.Fault("xml.malformed_doctype", "the DOCTYPE is malformed", at);
        _externalSubset |= doctype.External;
        if (doctype.Entities is not null)
        {
            _entities ??= [];
            foreach (var (name, value) in doctype.Entities) _entities.TryAdd(name, value);
        }

        _pos += doctype.Length;
    }
}
