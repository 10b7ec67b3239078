namespace Aggregator.Feeds.Xml;

internal enum ReferenceKind : byte
{
    /// <summary>An ampersand that begins no reference.</summary>
    Bare,

    /// <summary><c>&amp;#65;</c></summary>
    Number,

    /// <summary>One of XML's five names.</summary>
    Xml,

    /// <summary>Another name with its semicolon: declared by the document, an HTML name, or unknown.</summary>
    Name,
}

/// <summary>A character or entity reference as written.</summary>
/// <param name="Kind">What it is.</param>
/// <param name="Length">Bytes it takes, the ampersand included.</param>
/// <param name="Text">What it stands for; null for names other than XML's.</param>
/// <param name="Fault">Why it is not well-formed; null when it is.</param>
internal readonly record struct Reference(ReferenceKind Kind, int Length, string? Text, string? Fault)
{
    private const int LongestName = 40;
    private static readonly string[] s_ascii = [.. Enumerable.Range(0, 128).Select(code => ((char)code).ToString())];

    /// <summary>Reads the reference at the start of some bytes, which is an ampersand.</summary>
    public static Reference Read(ReadOnlySpan<byte> s)
    {
        if (s.Length < 3) return new Reference(ReferenceKind.Bare, 1, "&", "xml.bare_amp");
        if (s[1] == '#') return Number(s);
        switch (s[1])
        {
            case (byte)'l' when s.StartsWith("&lt;"u8): return new Reference(ReferenceKind.Xml, 4, "<", null);
            case (byte)'g' when s.StartsWith("&gt;"u8): return new Reference(ReferenceKind.Xml, 4, ">", null);
            case (byte)'a' when s.StartsWith("&amp;"u8): return new Reference(ReferenceKind.Xml, 5, "&", null);
            case (byte)'q' when s.StartsWith("&quot;"u8): return new Reference(ReferenceKind.Xml, 6, "\"", null);
            case (byte)'a' when s.StartsWith("&apos;"u8): return new Reference(ReferenceKind.Xml, 6, "'", null);
        }

        var n = 1;
        while (n < s.Length && n <= LongestName && IsNameByte(s[n])) n++;
        if (n > 1 && n < s.Length && s[n] == ';' && !char.IsAsciiDigit((char)s[1])) return new Reference(ReferenceKind.Name, n + 1, null, null);
        return XmlNameWithoutSemicolon(s[1..n]) is { } text
            ? new Reference(ReferenceKind.Xml, n, text, "xml.reference_without_semicolon")
            : new Reference(ReferenceKind.Bare, 1, "&", "xml.bare_amp");
    }

    /// <summary>What an HTML name stands for; null when HTML does not know it.</summary>
    public static string? HtmlName(ReadOnlySpan<byte> name) => HtmlEntities.TryFind(name, out var entity) ? entity.ToString() : null;

    private static string? XmlNameWithoutSemicolon(ReadOnlySpan<byte> name) => name.Length switch
    {
        2 when name.SequenceEqual("lt"u8) => "<",
        2 when name.SequenceEqual("gt"u8) => ">",
        3 when name.SequenceEqual("amp"u8) => "&",
        4 when name.SequenceEqual("quot"u8) => "\"",
        4 when name.SequenceEqual("apos"u8) => "'",
        _ => null,
    };

    private static Reference Number(ReadOnlySpan<byte> s)
    {
        var hex = (s[2] | 0x20) == 'x';
        var digits = hex ? 3 : 2;
        var n = digits;
        long code = 0;
        while (n < s.Length)
        {
            var digit = hex ? HexDigit(s[n]) : s[n] - '0';
            if ((uint)digit >= (hex ? 16u : 10u)) break;
            code = Math.Min((code * (hex ? 16 : 10)) + digit, 0x7FFFFFFF);
            n++;
        }

        if (n == digits) return new Reference(ReferenceKind.Bare, 1, "&", "xml.bare_amp");
        var closed = n < s.Length && s[n] == ';';
        var fault = !closed ? "xml.reference_without_semicolon" : hex && s[2] == 'X' ? "xml.malformed_reference" : null;
        if (!IsXmlCharacter(code)) fault = "xml.illegal_character_reference";
        return new Reference(ReferenceKind.Number, closed ? n + 1 : n, TextOf(code), fault);
    }

    // A lone half of a surrogate pair stays a half here; the decoder joins it with the other one or drops it.
    private static string TextOf(long code) => code switch
    {
        < 0x20 and not (0x9 or 0xA or 0xD) => "",
        < 0x80 => s_ascii[code],
        0xFFFE or 0xFFFF => "",
        < 0x10000 => ((char)code).ToString(),
        <= 0x10FFFF => char.ConvertFromUtf32((int)code),
        _ => "\uFFFD",
    };

    private static bool IsXmlCharacter(long code) =>
        code is 0x9 or 0xA or 0xD or (>= 0x20 and <= 0xD7FF) or (>= 0xE000 and <= 0xFFFD) or (>= 0x10000 and <= 0x10FFFF);

    private static int HexDigit(byte b) => b switch
    {
        >= (byte)'0' and <= (byte)'9' => b - '0',
        >= (byte)'a' and <= (byte)'f' => b - 'a' + 10,
        >= (byte)'A' and <= (byte)'F' => b - 'A' + 10,
        _ => -1,
    };

    private static bool IsNameByte(byte b) => b >= 0x80 || char.IsAsciiLetterOrDigit((char)b) || b is (byte)'_' or (byte)'-' or (byte)'.' or (byte)':';
}
