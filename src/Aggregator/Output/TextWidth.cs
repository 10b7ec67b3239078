using System.Globalization;
using System.Text;

namespace Aggregator.Output;

/// <summary>How many columns of a terminal a text takes: none for combining marks, two for the wide scripts and emoji, one for the rest.</summary>
internal static class TextWidth
{
    /// <summary>Unicode's East Asian Wide and Fullwidth blocks, coarsely.</summary>
    private static readonly (int From, int To)[] Wide =
    [
        (0x1100, 0x115F), (0x231A, 0x231B), (0x2E80, 0x303E), (0x3041, 0x33FF), (0x3400, 0x4DBF), (0x4E00, 0x9FFF), (0xA000, 0xA4CF),
        (0xA960, 0xA97F), (0xAC00, 0xD7A3), (0xF900, 0xFAFF), (0xFE30, 0xFE6F), (0xFF00, 0xFF60), (0xFFE0, 0xFFE6), (0x1F300, 0x1F64F),
        (0x1F680, 0x1F6FF), (0x1F900, 0x1F9FF), (0x1FA70, 0x1FAFF), (0x20000, 0x3FFFD),
    ];

    public static int Of(string text)
    {
        var width = 0;
        foreach (var rune in text.EnumerateRunes())
            width += Of(rune);
        return width;
    }

    /// <summary>The text cut to <paramref name="width"/> columns, with an ellipsis when something was cut.</summary>
    public static string Fit(string text, int width)
    {
        if (text.Length <= width && Of(text) <= width)
            return text;
        var kept = new StringBuilder();
        var used = 0;
        foreach (var rune in text.EnumerateRunes())
        {
            var next = Of(rune);
            if (used + next > width - 1)
            {
                // The rest may still be nothing but marks.
                return Of(text) <= width ? text : kept.Append('…').ToString();
            }
            used += next;
            kept.Append(rune.ToString());
        }
        return kept.ToString();
    }

    private static int Of(Rune rune)
    {
        var point = rune.Value;
        if (point < 0x300)
            return 1;
        if (Rune.GetUnicodeCategory(rune) is UnicodeCategory.NonSpacingMark or UnicodeCategory.EnclosingMark or UnicodeCategory.Format)
            return 0;
        foreach (var (from, to) in Wide)
        {
            if (point >= from && point <= to)
                return 2;
        }
        return 1;
    }
}
