using System.Buffers;
using System.Runtime.InteropServices;
using System.Text;
using System.Text.Unicode;
using Aggregator.Feeds.Xml;

namespace Aggregator.Feeds.Decoding;

/// <summary>
/// Makes a document's bytes into UTF-8.
/// Takes the bytes and the HTTP content type; gives UTF-8 without control characters, the name of the encoding, and a problem for every
/// label that was wrong. Order: byte order mark, zero bytes, HTTP charset, XML declaration, UTF-8; what the bytes prove beats labels.
/// </summary>
internal static class TextDecoder
{
    private static readonly SearchValues<byte> s_controls = SearchValues.Create(
        [0, 1, 2, 3, 4, 5, 6, 7, 8, 0x0B, 0x0C, 0x0E, 0x0F, 0x10, 0x11, 0x12, 0x13, 0x14, 0x15, 0x16, 0x17, 0x18, 0x19, 0x1A, 0x1B, 0x1C, 0x1D, 0x1E, 0x1F]);

    public static DecodedText Decode(ReadOnlyMemory<byte> body, string? contentType, Problems problems)
    {
        var text = ToUtf8(body, contentType, problems);
        problems.CountLinesIn(text.Data);
        return WithoutControls(text, problems);
    }

    private static DecodedText ToUtf8(ReadOnlyMemory<byte> body, string? contentType, Problems problems)
    {
        var bytes = body.Span;
        var http = MediaType.Charset(contentType);
        var (name, mark) = ByteOrderMark(bytes);
        if (name is not null)
        {
            if (http is not null && CharsetNames.Find(http) is { } said && !SameFamily(said, name))
                problems.Warn("encoding.mark_overrules", $"the label says {http}, the byte order mark says {name}");
            return Strictly(body, mark, name, problems);
        }

        if (ZeroPattern(bytes) is { } wide) return Strictly(body, 0, wide, problems);

        var label = Labelled(http, bytes, problems);
        var ascii = Ascii.IsValid(bytes);
        if (label is null or "utf-8") return ascii ? Whole(body, 0, "utf-8") with { IsAscii = true } : Utf8OrRepaired(body, problems);
        if (ascii && CharsetNames.HoldsAscii(label)) return Whole(body, 0, label) with { IsAscii = true };
        if (!ascii && CharsetNames.IsSingleByte(label) && Utf8.IsValid(bytes))
        {
            problems.Fault("encoding.utf8_overrules", $"the label says {label}, the bytes are UTF-8");
            return Whole(body, 0, "utf-8");
        }

        return Strictly(body, 0, label, problems);
    }

    // HTTP's label, else the declaration's; one that cannot be true or is unknown is skipped.
    private static string? Labelled(string? http, ReadOnlySpan<byte> bytes, Problems problems)
    {
        foreach (var label in (ReadOnlySpan<string?>)[http, XmlDeclaration.EncodingOf(bytes)])
        {
            if (string.IsNullOrWhiteSpace(label)) continue;
            var name = CharsetNames.Find(label);
            if (name is null) problems.Fault("encoding.unknown_label", $"no charset is called {(label.Length > 40 ? label[..40] : label)}");
            else if (CharsetNames.IsWide(name)) problems.Fault("encoding.wide_label", $"the label says {name}, the bytes are of 8 bits");
            else return name;
        }

        return null;
    }

    private static (string? Name, int Length) ByteOrderMark(ReadOnlySpan<byte> bytes)
    {
        if (bytes.StartsWith((ReadOnlySpan<byte>)[0xEF, 0xBB, 0xBF])) return ("utf-8", 3);
        if (bytes.StartsWith((ReadOnlySpan<byte>)[0xFF, 0xFE, 0, 0])) return ("utf-32le", 4);
        if (bytes.StartsWith((ReadOnlySpan<byte>)[0, 0, 0xFE, 0xFF])) return ("utf-32be", 4);
        if (bytes.StartsWith((ReadOnlySpan<byte>)[0xFF, 0xFE])) return ("utf-16le", 2);
        if (bytes.StartsWith((ReadOnlySpan<byte>)[0xFE, 0xFF])) return ("utf-16be", 2);
        return (null, 0);
    }

    // Where the zero bytes of ASCII characters stand tells the width and order, whatever labels say.
    private static string? ZeroPattern(ReadOnlySpan<byte> bytes)
    {
        if (bytes.Length < 4) return null;
        return (bytes[0] != 0, bytes[1] != 0, bytes[2] != 0, bytes[3] != 0) switch
        {
            (true, false, false, false) => "utf-32le",
            (false, false, false, true) => "utf-32be",
            (true, false, true, false) => "utf-16le",
            (false, true, false, true) => "utf-16be",
            _ => null,
        };
    }

    private static bool SameFamily(string a, string b) => a == b || (CharsetNames.IsWide(a) && CharsetNames.IsWide(b) && a.AsSpan(0, 6).SequenceEqual(b.AsSpan(0, 6)));

    private static DecodedText Strictly(ReadOnlyMemory<byte> body, int start, string name, Problems problems)
    {
        if (name == "utf-8")
        {
            if (Utf8.IsValid(body.Span[start..])) return Whole(body, start, name);
            problems.Fault("encoding.invalid_bytes", "some bytes are not valid UTF-8");
            return Fresh(BrokenUtf8.Mend(body.Span[start..]), name);
        }

        string chars;
        try
        {
            chars = CharsetNames.Decoder(name, strict: true).GetString(body.Span[start..]);
        }
        catch (DecoderFallbackException)
        {
            if (!CharsetNames.IsWide(name) && Utf8.IsValid(body.Span))
            {
                problems.Fault("encoding.utf8_overrules", $"the label says {name}, the bytes are UTF-8");
                return Whole(body, start, "utf-8");
            }

            problems.Fault("encoding.invalid_bytes", $"some bytes are not valid {name}");
            chars = CharsetNames.Decoder(name, strict: false).GetString(body.Span[start..]);
        }

        return Fresh(Encoding.UTF8.GetBytes(chars), name);
    }

    private static DecodedText Utf8OrRepaired(ReadOnlyMemory<byte> body, Problems problems)
    {
        var bytes = body.Span;
        if (Utf8.IsValid(bytes)) return Whole(body, 0, "utf-8");
        problems.Fault("encoding.invalid_bytes", "some bytes are not valid UTF-8");
        if (BrokenUtf8.IsMostlyBad(bytes) && CharsetGuess.Of(bytes) is { } guess)
        {
            problems.Warn("encoding.guessed", $"the text looks like {guess}");
            return Fresh(Encoding.UTF8.GetBytes(CharsetNames.Decoder(guess, strict: false).GetString(bytes)), guess);
        }

        return Fresh(BrokenUtf8.Mend(bytes), "utf-8");
    }

    private static DecodedText Whole(ReadOnlyMemory<byte> body, int start, string name) =>
        MemoryMarshal.TryGetArray(body, out var segment)
            ? new DecodedText(segment.Array!, segment.Offset + start, segment.Offset + segment.Count, name)
            : Fresh(body[start..].ToArray(), name);

    private static DecodedText Fresh(byte[] data, string name)
    {
        var start = data.AsSpan().StartsWith((ReadOnlySpan<byte>)[0xEF, 0xBB, 0xBF]) ? 3 : 0;
        return new DecodedText(data, start, data.Length, name);
    }

    // A copy without C0 controls and the two code points that are no characters: XML allows none of them. Tabs of old terminals
    // (U+000B, U+000C) part words, so they become spaces.
    private static DecodedText WithoutControls(DecodedText text, Problems problems)
    {
        var span = text.Data.AsSpan(text.Start, text.End - text.Start);
        var first = span.IndexOfAny(s_controls);
        var nonCharacter = text.IsAscii ? -1 : NonCharacter(span);
        if (first < 0 && nonCharacter < 0) return text;
        var at = first < 0 ? nonCharacter : nonCharacter < 0 ? first : Math.Min(first, nonCharacter);
        problems.Fault("xml.control_character", "there are control characters, which XML does not allow", text.Start + at);

        var clean = new byte[span.Length];
        var length = 0;
        for (var i = 0; i < span.Length; i++)
        {
            var b = span[i];
            if (b == 0xEF && i + 2 < span.Length && span[i + 1] == 0xBF && span[i + 2] is 0xBE or 0xBF) i += 2;
            else if (b is 0x0B or 0x0C) clean[length++] = (byte)' ';
            else if (b >= 0x20 || b is (byte)'\t' or (byte)'\n' or (byte)'\r') clean[length++] = b;
        }

        problems.CountLinesIn(clean);
        return text with { Data = clean, Start = 0, End = length };
    }

    private static int NonCharacter(ReadOnlySpan<byte> span)
    {
        var p = 0;
        while (span[p..].IndexOf((ReadOnlySpan<byte>)[0xEF, 0xBF]) is var at and >= 0)
        {
            p += at + 2;
            if (p < span.Length && span[p] is 0xBE or 0xBF) return p - 2;
        }

        return -1;
    }
}
