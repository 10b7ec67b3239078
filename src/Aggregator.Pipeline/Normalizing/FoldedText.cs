using System.Buffers;
using System.Globalization;

namespace Aggregator.Pipeline.Normalizing;

/// <summary>
/// A text reduced to its words, for comparing: lower case, apostrophes dropped, everything but letters, digits and marks a blank.
/// A character of a script that writes no blanks between words (Han, Kana, Thai and kin) is a word of its own.
/// </summary>
internal static class FoldedText
{
    // A character becomes at most itself and a blank on each side, and one more is written before it is known to be needed.
    private static int RoomFor(string text) => text.Length * 3 + 1;

    /// <summary>The words, apart by one blank.</summary>
    public static string Of(string? text)
    {
        if (string.IsNullOrEmpty(text)) return "";
        var rented = ArrayPool<char>.Shared.Rent(RoomFor(text));
        var folded = rented.AsSpan(0, Fold(text, rented, out _)).ToString();
        ArrayPool<char>.Shared.Return(rented);
        return folded;
    }

    /// <summary>The hash and the number of the words; null when there is no word.</summary>
    public static (long? Key, int Words) KeyOf(string? text)
    {
        if (string.IsNullOrEmpty(text)) return (null, 0);
        var rented = ArrayPool<char>.Shared.Rent(RoomFor(text));
        var length = Fold(text, rented, out var words);
        var key = words == 0 ? (long?)null : StableHash.Of(rented.AsSpan(0, length));
        ArrayPool<char>.Shared.Return(rented);
        return (key, words);
    }

    // What a character becomes: a blank ends the word, nothing leaves no trace.
    private const char Ends = ' ', Vanishes = '\0';

    // The alphabets, looked up; ideographs are found out one by one.
    private static readonly char[] _alphabets = [.. Enumerable.Range(0, 0x3000).Select(c => Become((char)c))];

    private static int Fold(ReadOnlySpan<char> text, Span<char> to, out int words)
    {
        var alphabets = _alphabets;
        var (length, blanks, afterBlank) = (0, 0, 1);
        foreach (var c in text)
        {
            if (c >= '\u0E00' && WritesNoBlanks(c) && IsWordPart(c))
            {
                if (afterBlank == 0) (to[length++], blanks) = (' ', blanks + 1);
                (to[length], to[length + 1], afterBlank) = (c, ' ', 1);
                (length, blanks) = (length + 2, blanks + 1);
                continue;
            }

            // Written always and kept by arithmetic: a branch at every end of a word would be guessed wrong every other time.
            var folded = c < alphabets.Length ? alphabets[c] : Become(c);
            var ends = folded == Ends ? 1 : 0;
            var kept = folded == Vanishes ? 0 : 1 - (ends & afterBlank);
            to[length] = folded;
            length += kept;
            blanks += kept & ends;
            afterBlank = folded == Vanishes ? afterBlank : ends;
        }

        if (length > 0 && afterBlank == 1) (length, blanks) = (length - 1, blanks - 1);
        words = length == 0 ? 0 : blanks + 1;
        return length;
    }

    private static char Become(char c) => IsApostropheOrJoiner(c) ? Vanishes : IsWordPart(c) ? char.ToLowerInvariant(c) : Ends;

    private static bool IsApostropheOrJoiner(char c) => c is '\'' or '`' or '\u2018' or '\u2019' or '\u201B' or '\u02BC' or '\u00B4' or '\u00AD' or '\u200C' or '\u200D';

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
