using System.Text;
using Aggregator.Feeds.Decoding;

namespace Aggregator.Feeds.Xml;

/// <summary>Decoding of texts without entities of the document's own: nearly all.</summary>
internal sealed partial class Tokenizer
{
    // No reference is shorter than what it stands for, so the characters fit into as many as there are bytes.
    private string DecodeReferences(ReadOnlySpan<byte> bytes, int offset, TextPlace place, bool report)
    {
        _chars = CharBuffer.AtLeast(_chars, bytes.Length, 0);
        var chars = _chars.AsSpan();
        var (p, n, c1) = (0, 0, _rawC1);
        while (true)
        {
            var rest = bytes[p..];
            var run = place switch
            {
                TextPlace.CData => rest.IndexOf((byte)'\r'),
                TextPlace.Attribute => rest.IndexOfAny(s_attributeSpecials),
                _ => rest.IndexOfAny(s_contentSpecials),
            };
            if (run < 0) run = rest.Length;
            n += Widen(rest[..run], chars[n..]);
            p += run;
            if (p >= bytes.Length) break;
            rest = rest[run..];
            switch (rest[0])
            {
                case (byte)'&':
                    p += Refer(rest, offset + p, chars, ref n, ref c1, report);
                    break;
                case (byte)'\r':
                    chars[n++] = place == TextPlace.Attribute ? ' ' : '\n';
                    p += rest.Length > 1 && rest[1] == '\n' ? 2 : 1;
                    break;
                case (byte)']':
                    if (report && rest.StartsWith("]]>"u8)) _problems.Fault("xml.cdata_end_in_text", "]]> stands outside a CDATA section", offset + p);
                    chars[n++] = ']';
                    p++;
                    break;
                default:
                    chars[n++] = ' ';   // Blanks of an attribute are spaces (XML 1.0, 3.3.3).
                    p++;
                    break;
            }
        }

        var text = new string(chars[..n]);
        return c1 ? Mojibake.Mend(text) : text;
    }

    private int Refer(ReadOnlySpan<byte> bytes, int at, Span<char> chars, ref int n, ref bool c1, bool report)
    {
        // Escaped HTML is made of these.
        if (bytes.Length >= 4 && bytes[3] == ';' && bytes[2] == 't' && bytes[1] is (byte)'l' or (byte)'g')
        {
            chars[n++] = bytes[1] == 'l' ? '<' : '>';
            return 4;
        }

        if (bytes.StartsWith("&amp;"u8))
        {
            chars[n++] = '&';
            return 5;
        }

        var reference = Reference.Read(bytes);
        if (report) Report(reference, at);
        var text = reference.Kind == ReferenceKind.Name ? Reference.HtmlName(bytes[1..(reference.Length - 1)]) : reference.Text;
        if (text is null)
        {
            n += Widen(bytes[..reference.Length], chars[n..]);
            return reference.Length;
        }

        foreach (var c in text)
        {
            if (c is >= '\u0080' and <= '\u009F') c1 = true;

            // Halves of a pair that are written as references of their own meet here; a half that stays alone is no character.
            if (text.Length == 1 && char.IsLowSurrogate(c) && n > 0 && char.IsHighSurrogate(chars[n - 1])) chars[n++] = c;
            else if (text.Length == 1 && char.IsSurrogate(c)) chars[n++] = LoneOrFirst(c, bytes[reference.Length..]);
            else chars[n++] = c;
        }

        return reference.Length;
    }

    private static char LoneOrFirst(char half, ReadOnlySpan<byte> next) =>
        char.IsHighSurrogate(half) && next.StartsWith("&#"u8) && Reference.Read(next).Text is [var other] && char.IsLowSurrogate(other) ? half : '\uFFFD';

    private static int Widen(ReadOnlySpan<byte> utf8, Span<char> chars)
    {
        if (utf8.Length >= 24) return Encoding.UTF8.GetChars(utf8, chars);
        for (var i = 0; i < utf8.Length; i++)
        {
            if (utf8[i] >= 0x80) return i + Encoding.UTF8.GetChars(utf8[i..], chars[i..]);
            chars[i] = (char)utf8[i];
        }

        return utf8.Length;
    }
}
