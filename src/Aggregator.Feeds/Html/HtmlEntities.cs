namespace Aggregator.Feeds;

/// <summary>Character references of HTML: the named ones of the standard, and numeric ones with its C1 mapping (13.2.5.80).</summary>
internal static class HtmlEntities
{
    /// <summary>Finds a name, given without <c>&amp;</c> and <c>;</c>. Case matters.</summary>
    internal static bool TryFind(ReadOnlySpan<byte> name, out HtmlEntity entity)
    {
        entity = default;
        if (name.IsEmpty || name.Length > HtmlEntityTable.LongestName)
            return false;
        var letter = LetterIndex(name[0]);
        if (letter < 0)
            return false;
        int low = HtmlEntityTable.Letters[letter], high = HtmlEntityTable.Letters[letter + 1] - 1;
        while (low <= high)
        {
            var middle = (low + high) >>> 1;
            var order = NameAt(middle).SequenceCompareTo(name);
            if (order == 0)
            {
                entity = new HtmlEntity(HtmlEntityTable.Values[middle], (HtmlEntityTable.Starts[middle] & HtmlEntityTable.Legacy) != 0);
                return true;
            }
            if (order < 0)
                low = middle + 1;
            else
                high = middle - 1;
        }
        return false;
    }

    /// <summary>Finds a name, given without <c>&amp;</c> and <c>;</c>. Case matters.</summary>
    internal static bool TryFind(ReadOnlySpan<char> name, out HtmlEntity entity)
    {
        entity = default;
        if (name.IsEmpty || name.Length > HtmlEntityTable.LongestName)
            return false;
        Span<byte> ascii = stackalloc byte[HtmlEntityTable.LongestName];
        for (var i = 0; i < name.Length; i++)
        {
            if (!char.IsAsciiLetterOrDigit(name[i]))
                return false;
            ascii[i] = (byte)name[i];
        }
        return TryFind(ascii[..name.Length], out entity);
    }

    /// <summary>The code point that a numeric reference means: C1 controls by windows-1252, what is no character as U+FFFD.</summary>
    internal static int CodePoint(uint number) => number switch
    {
        0 or > 0x10FFFF or (>= 0xD800 and <= 0xDFFF) => 0xFFFD,
        >= 0x80 and <= 0x9F => C1[(int)number - 0x80],
        _ => (int)number,
    };

    /// <summary>Reads the reference that <paramref name="text"/> begins with.</summary>
    /// <param name="text">Text whose first character is <c>&amp;</c>.</param>
    /// <param name="inAttribute">In an attribute value a name without semicolon before <c>=</c> or a letter or digit is text.</param>
    /// <param name="into">Receives at most two UTF-16 units.</param>
    /// <param name="written">How many.</param>
    /// <returns>How many characters the reference takes; 0 when it is none.</returns>
    internal static int Read(ReadOnlySpan<char> text, bool inAttribute, Span<char> into, out int written)
    {
        written = 0;
        if (text.Length < 3)
            return 0;
        return text[1] == '#' ? ReadNumeric(text, into, out written) : ReadNamed(text, inAttribute, into, out written);
    }

    /// <summary>The text with every reference in it decoded; the same instance when there is none.</summary>
    internal static string DecodeAttribute(string value) => Decode(value, inAttribute: true);

    /// <summary>The text with every reference in it decoded, as in element content; the same instance when there is none.</summary>
    internal static string DecodeText(string value) => Decode(value, inAttribute: false);

    private static string Decode(string value, bool inAttribute)
    {
        var at = value.IndexOf('&', StringComparison.Ordinal);
        if (at < 0)
            return value;
        var result = new System.Text.StringBuilder(value.Length);
        Span<char> units = stackalloc char[2];
        var copied = 0;
        while (at >= 0)
        {
            var length = Read(value.AsSpan(at), inAttribute, units, out var written);
            if (length > 0)
            {
                result.Append(value, copied, at - copied).Append(units[..written]);
                copied = at + length;
            }
            var next = at + Math.Max(length, 1);
            at = next < value.Length ? value.IndexOf('&', next) : -1;
        }
        return result.Append(value, copied, value.Length - copied).ToString();
    }

    private static int ReadNumeric(ReadOnlySpan<char> text, Span<char> into, out int written)
    {
        written = 0;
        var at = 2;
        uint number = 0;
        var isHex = text[2] is 'x' or 'X';
        if (isHex)
            at = 3;
        var first = at;
        for (; at < text.Length; at++)
        {
            var digit = Digit(text[at]);
            if (digit >= (isHex ? 16 : 10))
                break;
            // Beyond Unicode it stays beyond Unicode, however many digits follow.
            number = number > 0x10FFFF ? number : number * (isHex ? 16u : 10u) + (uint)digit;
        }
        if (at == first)
            return 0;
        if (at < text.Length && text[at] == ';')
            at++;
        var rune = new System.Text.Rune(CodePoint(number));
        written = rune.EncodeToUtf16(into);
        return at;
    }

    private static int ReadNamed(ReadOnlySpan<char> text, bool inAttribute, Span<char> into, out int written)
    {
        written = 0;
        var length = 0;
        while (length <= HtmlEntityTable.LongestName && 1 + length < text.Length && char.IsAsciiLetterOrDigit(text[1 + length]))
            length++;
        if (length == 0)
            return 0;
        var after = 1 + length < text.Length ? text[1 + length] : '\0';
        if (after == ';' && TryFind(text.Slice(1, length), out var entity))
        {
            written = entity.WriteTo(into);
            return length + 2;
        }
        // Without its semicolon the longest old name counts; in an attribute only when the value does not read on.
        for (var shorter = Math.Min(length, LongestLegacy); shorter >= 2; shorter--)
        {
            if (!TryFind(text.Slice(1, shorter), out entity) || !entity.CountsWithoutSemicolon)
                continue;
            if (inAttribute && (shorter < length || after == '='))
                return 0;
            written = entity.WriteTo(into);
            return shorter + 1;
        }
        return 0;
    }

    private const int LongestLegacy = 6;

    // 13.2.5.80, the table of numeric references in the C1 range.
    private static ReadOnlySpan<ushort> C1 =>
    [
        0x20AC, 0x81, 0x201A, 0x0192, 0x201E, 0x2026, 0x2020, 0x2021, 0x02C6, 0x2030, 0x0160, 0x2039, 0x0152, 0x8D, 0x017D, 0x8F,
        0x90, 0x2018, 0x2019, 0x201C, 0x201D, 0x2022, 0x2013, 0x2014, 0x02DC, 0x2122, 0x0161, 0x203A, 0x0153, 0x9D, 0x017E, 0x0178,
    ];

    private static ReadOnlySpan<byte> NameAt(int index)
    {
        var start = HtmlEntityTable.Starts[index] & ~HtmlEntityTable.Legacy;
        var end = HtmlEntityTable.Starts[index + 1] & ~HtmlEntityTable.Legacy;
        return HtmlEntityTable.Names[start..end];
    }

    private static int LetterIndex(byte letter) => letter switch
    {
        >= (byte)'A' and <= (byte)'Z' => letter - 'A',
        >= (byte)'a' and <= (byte)'z' => letter - 'a' + 26,
        _ => -1,
    };

    private static int Digit(char c) => c switch
    {
        >= '0' and <= '9' => c - '0',
        >= 'a' and <= 'f' => c - 'a' + 10,
        >= 'A' and <= 'F' => c - 'A' + 10,
        _ => 16,
    };
}
