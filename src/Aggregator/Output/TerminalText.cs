using System.Globalization;
using System.Text;

namespace Aggregator.Output;

/// <summary>
/// Makes text that came from a feed safe to show on a terminal: no character of it moves the cursor, changes colours, sets titles,
/// writes to the clipboard or turns the direction of what follows. Such characters are shown, not dropped, so that a person sees what was there.
/// </summary>
internal static class TerminalText
{
    /// <summary>One line: line breaks and tabs become single spaces.</summary>
    public static string Line(string text) => Safe(text, keepLines: false);

    /// <summary>Line breaks (as <c>\n</c>) and tabs stay.</summary>
    public static string Lines(string text) => Safe(text, keepLines: true);

    /// <summary>True for what a terminal could obey, or what hides or turns text.</summary>
    public static bool IsUnsafe(int point) => point switch
    {
        < 0x20 or (>= 0x7F and <= 0x9F) => true,
        0x061C or 0x200E or 0x200F => true,
        >= 0x2028 and <= 0x202E => true,
        >= 0x2066 and <= 0x206F => true,
        >= 0xD800 and <= 0xDFFF => true,
        >= 0xFFF9 and <= 0xFFFB => true,
        >= 0xE0000 and <= 0xE0FFF => true,
        _ => false,
    };

    private static string Safe(string text, bool keepLines)
    {
        if (!NeedsWork(text))
            return text;
        var safe = new StringBuilder(text.Length + 16);
        foreach (var rune in text.EnumerateRunes())
        {
            var point = rune.Value;
            if (point is '\t' or '\n' or '\r' or '\v' or '\f' or 0x85 or 0x2028 or 0x2029)
                Break(safe, point, keepLines);
            else if (!IsUnsafe(point))
                Append(safe, rune);
            else if (point < 0x20)
                safe.Append((char)(0x2400 + point)); // The control's own picture: U+241B is ␛.
            else
                safe.Append(CultureInfo.InvariantCulture, $"\\u{{{point:x}}}");
        }
        return safe.ToString();
    }

    private static void Break(StringBuilder safe, int point, bool keepLines)
    {
        if (keepLines && point is '\n' or '\t')
            safe.Append((char)point);
        else if (keepLines && point is '\r' or 0x85 or 0x2028 or 0x2029)
            safe.Append('\n');
        else if (safe.Length > 0 && safe[^1] != ' ')
            safe.Append(' ');
    }

    private static void Append(StringBuilder safe, Rune rune)
    {
        Span<char> units = stackalloc char[2];
        safe.Append(units[..rune.EncodeToUtf16(units)]);
    }

    private static bool NeedsWork(string text)
    {
        foreach (var c in text)
        {
            // 0xD800 and above: let the runes decide (lone surrogates, tags).
            if (c is < ' ' or >= '\u007f' && (c >= '\ud800' || IsUnsafe(c)))
                return true;
        }
        return false;
    }
}
