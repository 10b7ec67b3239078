using System.Buffers;
using System.Globalization;

namespace Aggregator.Pipeline.Normalizing;

/// <summary>
/// A text reduced to its words, for comparing: lower case, apostrophes dropped, everything but letters, digits and marks a blank.
/// A character of a script that writes no blanks between words (Han, Kana, Thai and kin) is a word of its own.
/// </summary>
internal static class FoldedText
{
    /// <summary>An upper bound of how many characters one character becomes.</summary>
    private const int Growth = 2;

    /// <summary>The words, apart by one blank.</summary>
    public static string Of(string? text)
    {
        if (string.IsNullOrEmpty(text)) return "";
        var rented = ArrayPool<char>.Shared.Rent(text.Length * Growth);
        var folded = rented.AsSpan(0, Fold(text, rented, out _)).ToString();
        ArrayPool<char>.Shared.Return(rented);
        return folded;
    }

    /// <summary>The hash and the number of the words; null when there is no word.</summary>
    public static (long? Key, int Words) KeyOf(string? text)
    {
        if (string.IsNullOrEmpty(text)) return (null, 0);
        var rented = ArrayPool<char>.Shared.Rent(text.Length * Growth);
        var length = Fold(text, rented, out var words);
        var key = words == 0 ? (long?)null : StableHash.Of(rented.AsSpan(0, length));
        ArrayPool<char>.Shared.Return(rented);
        return (key, words);
    }

    private static int Fold(ReadOnlySpan<char> text, Span<char> to, out int words)
    {
        var (length, inWord) = (0, false);
        words = 0;
        foreach (var c in text)
        {
            char folded;
            var alone = false;
            if (c < 128)
            {
                if (char.IsAsciiLetterOrDigit(c)) folded = char.IsAsciiLetterUpper(c) ? (char)(c | 0x20) : c;
                else if (c is '\'' or '`') continue;
                else folded = ' ';
            }
            else if (c is '\u2018' or '\u2019' or '\u201B' or '\u02BC' or '\u00B4' or '\u00AD' or '\u200C' or '\u200D') continue;
            else
            {
                folded = IsWordPart(c) ? char.ToLowerInvariant(c) : ' ';
                alone = folded != ' ' && WritesNoBlanks(c);
            }

            if (folded == ' ')
            {
                inWord = false;
                continue;
            }

            if (!inWord || alone)
            {
                if (length > 0) to[length++] = ' ';
                words++;
            }

            to[length++] = folded;
            inWord = !alone;
        }

        return length;
    }

    private static bool IsWordPart(char c) => char.GetUnicodeCategory(c) switch
    {
        UnicodeCategory.UppercaseLetter or UnicodeCategory.LowercaseLetter or UnicodeCategory.TitlecaseLetter or UnicodeCategory.ModifierLetter
            or UnicodeCategory.OtherLetter or UnicodeCategory.NonSpacingMark or UnicodeCategory.SpacingCombiningMark
            or UnicodeCategory.DecimalDigitNumber or UnicodeCategory.LetterNumber or UnicodeCategory.OtherNumber or UnicodeCategory.Surrogate => true,
        _ => false,
    };

    private static bool WritesNoBlanks(char c) => c switch
    {
        >= '\u0E00' and <= '\u0EFF' => true, // Thai, Lao
        >= '\u1000' and <= '\u109F' => true, // Myanmar
        >= '\u1780' and <= '\u17FF' => true, // Khmer
        >= '\u3040' and <= '\u30FF' => true, // Hiragana, Katakana
        >= '\u3400' and <= '\u9FFF' => true, // Han
        >= '\uF900' and <= '\uFAFF' => true, // Han, compatibility
        _ => false,
    };
}
