using System.Collections.Frozen;
using System.Text;

namespace Aggregator.Feeds.Decoding;

/// <summary>Charset labels with the meanings that browsers give them (WHATWG Encoding, 4.2).</summary>
internal static class CharsetNames
{
    private const int Utf7 = 65000;

    // What a label means there and not in .NET's tables.
    private static readonly FrozenDictionary<string, string> s_meanings = new Dictionary<string, string>
    {
        ["iso-8859-1"] = "windows-1252",
        ["iso8859-1"] = "windows-1252",
        ["iso88591"] = "windows-1252",
        ["iso_8859-1"] = "windows-1252",
        ["latin1"] = "windows-1252",
        ["latin-1"] = "windows-1252",
        ["l1"] = "windows-1252",
        ["us-ascii"] = "windows-1252",
        ["ascii"] = "windows-1252",
        ["cp1252"] = "windows-1252",
        ["x-cp1252"] = "windows-1252",
        ["ansi"] = "windows-1252",
        ["iso-8859-9"] = "windows-1254",
        ["latin5"] = "windows-1254",
        ["tis-620"] = "windows-874",
        ["iso-8859-11"] = "windows-874",
        ["cp874"] = "windows-874",
        ["gb2312"] = "gb18030",
        ["gbk"] = "gb18030",
        ["gb_2312-80"] = "gb18030",
        ["x-gbk"] = "gb18030",
        ["euc-cn"] = "gb18030",
        ["cp936"] = "gb18030",
        ["big5-hkscs"] = "big5",
        ["cn-big5"] = "big5",
        ["cp950"] = "big5",
        ["ks_c_5601-1987"] = "euc-kr",
        ["ksc5601"] = "euc-kr",
        ["cp949"] = "euc-kr",
        ["uhc"] = "euc-kr",
        ["windows-949"] = "euc-kr",
        ["sjis"] = "shift_jis",
        ["x-sjis"] = "shift_jis",
        ["shift-jis"] = "shift_jis",
        ["cp932"] = "shift_jis",
        ["windows-31j"] = "shift_jis",
        ["ujis"] = "euc-jp",
        ["x-euc-jp"] = "euc-jp",
        ["eucjp"] = "euc-jp",
        ["utf8"] = "utf-8",
        ["u8"] = "utf-8",
        ["unicode-1-1-utf-8"] = "utf-8",
        ["cp1251"] = "windows-1251",
        ["win-1251"] = "windows-1251",
        ["koi8r"] = "koi8-r",
        ["koi"] = "koi8-r",
        ["cp1250"] = "windows-1250",
        ["utf16"] = "utf-16",
        ["utf_16"] = "utf-16",
        ["u16"] = "utf-16",
        ["utf-16le"] = "utf-16le",
        ["utf_16_le"] = "utf-16le",
        ["utf_16_be"] = "utf-16be",
        ["utf32"] = "utf-32",
        ["utf_32"] = "utf-32",
        ["u32"] = "utf-32",
        ["ucs-2"] = "utf-16",
        ["iso-10646-ucs-2"] = "utf-16",
        ["utf-16be"] = "utf-16be",
        ["utf-32le"] = "utf-32le",
        ["utf-32be"] = "utf-32be",
        ["utf_32_le"] = "utf-32le",
        ["utf_32_be"] = "utf-32be",
        ["ucs-4"] = "utf-32",
    }.ToFrozenDictionary(StringComparer.OrdinalIgnoreCase);

    static CharsetNames() => Encoding.RegisterProvider(CodePagesEncodingProvider.Instance);

    /// <summary>The usual name of a charset; null when the label means none that we can read.</summary>
    public static string? Find(string label)
    {
        label = label.Trim();
        if (label.Length is 0 or > 40) return null;
        if (s_meanings.TryGetValue(label, out var meaning)) return meaning;
        try
        {
            var encoding = Encoding.GetEncoding(label);
            return encoding.CodePage == Utf7 ? null : encoding.WebName.ToLowerInvariant();
        }
        catch (ArgumentException)
        {
            return null;
        }
    }

    /// <summary>A decoder that throws at invalid bytes, or one that puts U+FFFD in their place.</summary>
    public static Encoding Decoder(string name, bool strict)
    {
        DecoderFallback fallback = strict ? DecoderFallback.ExceptionFallback : DecoderFallback.ReplacementFallback;
        return name switch
        {
            "utf-16" or "utf-16le" => Wide(new UnicodeEncoding(false, false, false), fallback),
            "utf-16be" => Wide(new UnicodeEncoding(true, false, false), fallback),
            "utf-32" or "utf-32le" => Wide(new UTF32Encoding(false, false, false), fallback),
            "utf-32be" => Wide(new UTF32Encoding(true, false, false), fallback),
            _ => Encoding.GetEncoding(name, EncoderFallback.ReplacementFallback, fallback),
        };
    }

    /// <summary>True for charsets of 16 or 32 bits.</summary>
    public static bool IsWide(string name) => name.StartsWith("utf-16", StringComparison.Ordinal) || name.StartsWith("utf-32", StringComparison.Ordinal);

    /// <summary>True when every byte is one character.</summary>
    public static bool IsSingleByte(string name) => !IsWide(name) && name != "utf-8" && Encoding.GetEncoding(name).IsSingleByte;

    /// <summary>True when bytes below 0x80 are ASCII.</summary>
    public static bool HoldsAscii(string name) =>
        !IsWide(name) && (name == "utf-8" || Encoding.GetEncoding(name).GetString("<?xml ?>"u8) == "<?xml ?>") && !name.StartsWith("iso-2022", StringComparison.Ordinal)
        && name != "hz-gb-2312";

    private static Encoding Wide(Encoding encoding, DecoderFallback fallback)
    {
        var copy = (Encoding)encoding.Clone();
        copy.DecoderFallback = fallback;
        return copy;
    }
}
