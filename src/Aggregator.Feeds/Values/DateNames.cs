using System.Collections.Frozen;
using System.Text;

namespace Aggregator.Feeds;

/// <summary>
/// Looks words up among the names of <see cref="DateNameTable"/>. The same short word means different things in different languages, so
/// the answer is a set: bit 0 for January or Sunday and so on.
/// </summary>
internal static class DateNames
{
    private const int LongestWord = 40;

    private static readonly string[] EnglishMonths = ["jan", "feb", "mar", "apr", "may", "jun", "jul", "aug", "sep", "oct", "nov", "dec"];
    private static readonly string[] EnglishDays = ["sun", "mon", "tue", "wed", "thu", "fri", "sat"];

    /// <summary>The months, 1 to 12 as bits 0 to 11, that the word names.</summary>
    internal static int Months(ReadOnlySpan<char> word) => Find(Names.Months, word);

    /// <summary>The weekdays, Sunday as bit 0, that the word names.</summary>
    internal static int Weekdays(ReadOnlySpan<char> word) => Find(Names.Weekdays, word);

    /// <summary>0 before noon, 1 after noon, -1 neither.</summary>
    internal static int DayHalf(ReadOnlySpan<char> word) => Find(Names.DayHalves, word) switch { 1 => 0, 2 => 1, _ => -1 };

    /// <summary>Month 1 to 12 of an English name's first three letters, 0 for none; needs no table.</summary>
    internal static int EnglishMonth(ReadOnlySpan<char> word) => IndexOf(EnglishMonths, word) + 1;

    /// <summary>Weekday 0 (Sunday) to 6 of an English name's first three letters, -1 for none; needs no table.</summary>
    internal static int EnglishWeekday(ReadOnlySpan<char> word) => IndexOf(EnglishDays, word);

    /// <summary>Lower case, without dots and without the accents of Latin, Greek and Cyrillic letters, as the table holds its names.</summary>
    internal static string Fold(ReadOnlySpan<char> word)
    {
        var text = word.ToString();
        if (!System.Text.Ascii.IsValid(text))
            text = text.ToLowerInvariant().Normalize(NormalizationForm.FormD);
        var result = new StringBuilder(text.Length);
        foreach (var c in text)
        {
            switch (c)
            {
                case '.' or (>= '\u0300' and <= '\u036F') or (>= '\u064B' and <= '\u0655'):
                    break;
                case '\u0131':
                    result.Append('i');
                    break;
                case '\u0142':
                    result.Append('l');
                    break;
                case '\u0111':
                    result.Append('d');
                    break;
                case '\u00F8':
                    result.Append('o');
                    break;
                case '\u03C2':
                    result.Append('\u03C3');
                    break;
                default:
                    result.Append(char.ToLowerInvariant(c));
                    break;
            }
        }
        return result.ToString().Normalize(NormalizationForm.FormC);
    }

    private static int Find(FrozenDictionary<string, int> names, ReadOnlySpan<char> word)
    {
        if (word.IsEmpty || word.Length > LongestWord)
            return 0;
        var folded = Fold(word);
        if (names.TryGetValue(folded, out var set))
            return set;
        // Hebrew writes "in March" as one word; Catalan and French elide "de".
        if (folded.Length > 2 && (folded[0] == '\u05D1' || folded.StartsWith("d'", StringComparison.Ordinal)))
            return names.GetValueOrDefault(folded[(folded[0] == 'd' ? 2 : 1)..]);
        return 0;
    }

    private static int IndexOf(string[] names, ReadOnlySpan<char> word)
    {
        if (word.Length != 3)
            return -1;
        for (var i = 0; i < names.Length; i++)
            if ((word[0] | 0x20) == names[i][0] && (word[1] | 0x20) == names[i][1] && (word[2] | 0x20) == names[i][2])
                return i;
        return -1;
    }

    /// <summary>Built when the first word is met that is not plain English: most feeds never do.</summary>
    private static class Names
    {
        internal static readonly FrozenDictionary<string, int> Months = Of(DateNameTable.Months);
        internal static readonly FrozenDictionary<string, int> Weekdays = Of(DateNameTable.Weekdays);
        internal static readonly FrozenDictionary<string, int> DayHalves = Of(DateNameTable.DayHalves);

        private static FrozenDictionary<string, int> Of(string[] lists)
        {
            var sets = new Dictionary<string, int>(StringComparer.Ordinal);
            for (var i = 0; i < lists.Length; i++)
                foreach (var name in lists[i].Split('|'))
                    sets[name] = sets.GetValueOrDefault(name) | (1 << i);
            return sets.ToFrozenDictionary(StringComparer.Ordinal);
        }
    }
}
