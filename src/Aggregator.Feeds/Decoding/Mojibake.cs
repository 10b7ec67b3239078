using System.Text;

namespace Aggregator.Feeds.Decoding;

/// <summary>Mends characters from U+0080 to U+009F, which no text holds on purpose.</summary>
internal static class Mojibake
{
    private const string Windows1252 =
        "\u20AC\u0081\u201A\u0192\u201E\u2026\u2020\u2021\u02C6\u2030\u0160\u2039\u0152\u008D\u017D\u008F\u0090\u2018\u2019\u201C\u201D\u2022\u2013\u2014\u02DC\u2122\u0161\u203A\u0153\u009D\u017E\u0178";

    /// <summary>
    /// When all characters are below U+0100 and, taken as bytes, are valid UTF-8, the text was encoded twice: it is read once more.
    /// Else those characters are what windows-1252 has in their places.
    /// </summary>
    public static string Mend(string text)
    {
        var first = text.AsSpan().IndexOfAnyInRange('\u0080', '\u009F');
        if (first < 0) return text;
        if (text.AsSpan().IndexOfAnyExceptInRange('\0', '\u00FF') < 0)
        {
            var bytes = Encoding.Latin1.GetBytes(text);
            if (System.Text.Unicode.Utf8.IsValid(bytes)) return Encoding.UTF8.GetString(bytes);
        }

        return string.Create(text.Length, text, static (mended, source) =>
        {
            for (var i = 0; i < mended.Length; i++)
                mended[i] = source[i] <= '\u00FF' ? FromWindows1252((byte)source[i]) : source[i];
        });
    }

    /// <summary>The character that a byte is in windows-1252.</summary>
    public static char FromWindows1252(byte b) => b is >= 0x80 and <= 0x9F ? Windows1252[b - 0x80] : (char)b;
}
