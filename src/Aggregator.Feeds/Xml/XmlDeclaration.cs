using System.Buffers;
using System.Text;

namespace Aggregator.Feeds.Xml;

/// <summary>The grammar of <c>&lt;?xml version="1.0" encoding="…" standalone="…"?&gt;</c> (XML 1.0, production 23).</summary>
internal static class XmlDeclaration
{
    private static readonly SearchValues<byte> s_labelEnd = SearchValues.Create("\"' \t\r\n?"u8);

    /// <param name="inner">What stands between <c>&lt;?xml</c> and <c>?&gt;</c>.</param>
    public static bool IsValid(ReadOnlySpan<byte> inner)
    {
        var p = 0;
        if (!Pseudo(inner, ref p, "version"u8, out var version) || version.Length < 3 || !version.StartsWith("1."u8) || version[2..].IndexOfAnyExceptInRange((byte)'0', (byte)'9') >= 0) return false;
        if (Pseudo(inner, ref p, "encoding"u8, out var encoding) && (encoding.Length == 0 || !char.IsAsciiLetter((char)encoding[0]))) return false;
        if (Pseudo(inner, ref p, "standalone"u8, out var alone) && !alone.SequenceEqual("yes"u8) && !alone.SequenceEqual("no"u8)) return false;
        return inner[p..].IndexOfAnyExcept(" \t\r\n"u8) < 0;
    }

    /// <summary>The value of <c>encoding</c> in a declaration that begins within the first KiB; empty when there is none.</summary>
    public static string EncodingOf(ReadOnlySpan<byte> document)
    {
        var head = document.Length > 1024 ? document[..1024] : document;
        var start = head.IndexOf("<?xml"u8);
        if (start < 0) return "";
        var inner = document[(start + 5)..Math.Min(document.Length, start + 512)];
        var close = inner.IndexOf((byte)'>');
        if (close >= 0) inner = inner[..close];
        var at = inner.IndexOf("encoding"u8);
        if (at < 0) return "";
        var p = at + 8;
        while (p < inner.Length && inner[p] is (byte)' ' or (byte)'\t' or (byte)'\r' or (byte)'\n' or (byte)'=') p++;
        if (p >= inner.Length) return "";
        var quoted = inner[p] is (byte)'"' or (byte)'\'';
        if (quoted) p++;
        var rest = inner[p..];
        var stop = rest.IndexOfAny(s_labelEnd);
        return Encoding.Latin1.GetString(stop < 0 ? rest : rest[..stop]);
    }

    private static bool Pseudo(ReadOnlySpan<byte> s, ref int p, ReadOnlySpan<byte> name, out ReadOnlySpan<byte> value)
    {
        value = default;
        var q = p;
        while (q < s.Length && s[q] is (byte)' ' or (byte)'\t' or (byte)'\r' or (byte)'\n') q++;
        if (q == p || !s[q..].StartsWith(name)) return false;
        q += name.Length;
        while (q < s.Length && s[q] is (byte)' ' or (byte)'\t' or (byte)'\r' or (byte)'\n') q++;
        if (q >= s.Length || s[q] != '=') return false;
        q++;
        while (q < s.Length && s[q] is (byte)' ' or (byte)'\t' or (byte)'\r' or (byte)'\n') q++;
        if (q >= s.Length || s[q] is not ((byte)'"' or (byte)'\'')) return false;
        var close = s[(q + 1)..].IndexOf(s[q]);
        if (close < 0) return false;
        value = s.Slice(q + 1, close);
        p = q + 1 + close + 1;
        return true;
    }
}
