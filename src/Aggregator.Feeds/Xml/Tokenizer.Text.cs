using System.Buffers;
using System.Text;
using Aggregator.Feeds.Decoding;

namespace Aggregator.Feeds.Xml;

/// <summary>Where characters stand: what is special there differs.</summary>
internal enum TextPlace : byte
{
    Content,
    CData,
    Attribute,
}

/// <summary>Texts: validity, references, line ends.</summary>
internal sealed partial class Tokenizer
{
    private static readonly SearchValues<byte> s_contentSpecials = SearchValues.Create("&]\r"u8);
    private static readonly SearchValues<byte> s_attributeSpecials = SearchValues.Create("&\t\r\n"u8);
    private Dictionary<string, string?>? _entities;
    private readonly bool _ascii;
    private int _expanded;
    private bool _lookForReferences = true;
    private bool _rawC1;                 // the document holds U+0080 to U+009F
    private char[] _chars = [];

    /// <summary>The text of the current <see cref="Token.Text"/>, decoded, untrimmed.</summary>
    public string TextValue()
    {
        var report = !_textChecked;
        _textChecked = true;
        return Decode(_textStart, _textEnd, _textIsCData ? TextPlace.CData : TextPlace.Content, report);
    }

    /// <summary>True when the current text is a CDATA section.</summary>
    public bool TextIsCData => _textIsCData;

    /// <summary>The current text as written.</summary>
    public ReadOnlySpan<byte> RawText => _data.AsSpan(_textStart, _textEnd - _textStart);

    /// <summary>The current text as written, once its validity is noted.</summary>
    public string TakeRawText()
    {
        if (!_textChecked) CheckText();
        return Encoding.UTF8.GetString(RawText);
    }

    /// <summary>True when the document declares entities of its own.</summary>
    public bool HasOwnEntities => _entities is not null;

    /// <summary>True when the document holds characters from U+0080 to U+009F.</summary>
    public bool HasRawC1 => _rawC1;

    private void LookForRareCharacters()
    {
        var all = _data.AsSpan(_start, _end - _start);
        for (var p = 0; all[p..].IndexOf((byte)0xC2) is var at and >= 0; p += at + 2)
        {
            if (p + at + 1 >= all.Length) break;
            if (all[p + at + 1] >= 0xA0) continue;
            _rawC1 = true;
            _problems.Warn("text.c1_control", "there are characters from U+0080 to U+009F, read as windows-1252", _start + p + at);
            break;
        }
    }

    private void CheckText()
    {
        _textChecked = true;
        var first = _data.AsSpan(_textStart, _textEnd - _textStart).IndexOfAny((byte)'&', (byte)']');
        if (first < 0) return;
        CheckReferences(_textStart + first, _textEnd);
        CheckCDataEnd(_textStart + first, _textEnd);
    }

    private void CheckCDataEnd(int start, int end)
    {
        if (_data.AsSpan(start, end - start).IndexOf("]]>"u8) is var at and >= 0)
            _problems.Fault("xml.cdata_end_in_text", "]]> stands outside a CDATA section", start + at);
    }

    private void CheckReferences(int start, int end)
    {
        while (_data.AsSpan(start, end - start).IndexOf((byte)'&') is var at and >= 0)
        {
            start += at;
            var reference = Reference.Read(_data.AsSpan(start, end - start));
            Report(reference, start);
            start += reference.Length;
        }
    }

    private void Report(in Reference reference, int at)
    {
        if (reference.Fault is not null)
        {
            _problems.Fault(reference.Fault, reference.Fault switch
            {
                "xml.bare_amp" => "an & that begins no reference must be written &amp;",
                "xml.reference_without_semicolon" => "a reference does not end with a semicolon",
                "xml.illegal_character_reference" => "a reference names a character that XML does not allow",
                _ => "a hexadecimal reference begins with &#x, not &#X",
            }, at);
        }
        else if (reference.Kind == ReferenceKind.Name)
        {
            var name = _data.AsSpan(at + 1, reference.Length - 2);
            if (_entities is not null && _entities.TryGetValue(Encoding.UTF8.GetString(name), out var own))
            {
                if (own is null) _problems.Warn("xml.entity_not_expanded", $"&{Shown(name)}; is declared as more than plain text and left as written", at);
                return;
            }

            if (_externalSubset) _problems.Warn("xml.external_entity", $"&{Shown(name)}; may be declared outside the document", at);
            else _problems.Fault("xml.undeclared_entity", $"the entity &{Shown(name)}; is not declared", at);
        }
    }

    /// <summary>The characters of some bytes, trimmed of XML's blanks, references replaced, line ends <c>\n</c>.</summary>
    private string Decode(int start, int end, TextPlace place, bool report, bool trim = false)
    {
        if (trim)
        {
            while (start < end && IsBlank(_data[start])) start++;
            while (end > start && IsBlank(_data[end - 1])) end--;
        }

        if (start >= end) return "";
        var bytes = _data.AsSpan(start, end - start);
        var first = place switch
        {
            TextPlace.CData => bytes.IndexOf((byte)'\r'),
            TextPlace.Attribute => bytes.IndexOfAny(s_attributeSpecials),
            _ => bytes.IndexOfAny(s_contentSpecials),
        };
        if (first < 0 && bytes.Length <= Limits.Text)
        {
            var whole = StringOf(bytes);
            return _rawC1 ? Mojibake.Mend(whole) : whole;
        }

        return _entities is null && bytes.Length <= Limits.Text ? DecodeReferences(bytes, start, place, report) : DecodeSpecials(bytes, start, place, report);
    }

    // One pass over plain ASCII, which needs no count of its characters beforehand. Else one pass into the working memory and a copy:
    // that is cheaper than reading the sequences twice.
    private string StringOf(ReadOnlySpan<byte> bytes)
    {
        if (_ascii || Ascii.IsValid(bytes)) return Encoding.Latin1.GetString(bytes);
        _chars = CharBuffer.AtLeast(_chars, bytes.Length, 0);
        return new string(_chars, 0, Encoding.UTF8.GetChars(bytes, _chars));
    }

    /// <summary>Gives the working memory back. The tokenizer reads on all the same.</summary>
    public void Release()
    {
        if (_chars.Length > 0) ArrayPool<char>.Shared.Return(_chars);
        _chars = [];
    }

    private string DecodeSpecials(ReadOnlySpan<byte> bytes, int offset, TextPlace place, bool report)
    {
        var output = new CharBuffer(_chars, Math.Min(bytes.Length, Limits.Text));
        var c1 = _rawC1;
        var p = 0;
        while (p < bytes.Length && !output.Full)
        {
            var rest = bytes[p..];
            var run = place switch
            {
                TextPlace.CData => rest.IndexOf((byte)'\r'),
                TextPlace.Attribute => rest.IndexOfAny(s_attributeSpecials),
                _ => rest.IndexOfAny(s_contentSpecials),
            };
            if (run < 0) run = rest.Length;
            output.Append(rest[..run]);
            p += run;
            if (p >= bytes.Length) break;
            switch (bytes[p])
            {
                case (byte)'&':
                    p += Expand(bytes[p..], offset + p, ref output, ref c1, report);
                    break;
                case (byte)'\r':
                    output.Append(place == TextPlace.Attribute ? ' ' : '\n');
                    p += p + 1 < bytes.Length && bytes[p + 1] == '\n' ? 2 : 1;
                    break;
                case (byte)']':
                    if (report && bytes[p..].StartsWith("]]>"u8)) _problems.Fault("xml.cdata_end_in_text", "]]> stands outside a CDATA section", offset + p);
                    output.Append(']');
                    p++;
                    break;
                default:
                    output.Append(' ');   // Blanks of an attribute are spaces (XML 1.0, 3.3.3).
                    p++;
                    break;
            }
        }

        if (output.Full)
        {
            _problems.Warn("limit.text", $"a text is cut after {Limits.Text} characters", offset);
            if (report) CheckReferences(offset + p, offset + bytes.Length);
        }

        var text = output.ToString();
        _chars = output.Give();
        return c1 ? Mojibake.Mend(text) : text;
    }

    private int Expand(ReadOnlySpan<byte> bytes, int at, ref CharBuffer output, ref bool c1, bool report)
    {
        var reference = Reference.Read(bytes);
        if (report) Report(reference, at);
        var text = reference.Text;
        if (reference.Kind == ReferenceKind.Name)
        {
            var name = bytes[1..(reference.Length - 1)];
            if (_entities is not null && _entities.TryGetValue(Encoding.UTF8.GetString(name), out var own))
            {
                if (own is null) text = null;
                else if ((_expanded += own.Length) <= Limits.Expansion) text = own;
                else if (_expanded - own.Length <= Limits.Expansion) _problems.Warn("limit.entities", "the document's entities expand to too much; the rest is left as written", at);
            }
            else
            {
                text = Reference.HtmlName(name);
            }

            if (text is null)
            {
                output.Append(bytes[..reference.Length]);
                return reference.Length;
            }
        }
        else if (text!.Length == 1)
        {
            if (text[0] is >= '\u0080' and <= '\u009F') c1 = true;
            if (char.IsSurrogate(text[0]))
            {
                output.AppendHalf(text[0]);
                return reference.Length;
            }
        }

        output.Append(text);
        return reference.Length;
    }
}
