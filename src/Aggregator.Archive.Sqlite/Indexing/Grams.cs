using System.Text;

namespace Aggregator.Archive.Sqlite.Indexing;

/// <summary>
/// Words for scripts that are written without spaces: the tokenizer takes a whole run of Chinese, Japanese, Korean or Thai letters for one word,
/// so nobody would find a word inside it. Each run gives its overlapping pairs of letters and its last letter; a word of another script that
/// is glued to a run is given too.
/// </summary>
internal static class Grams
{
    /// <summary>Cheap and mostly right, on UTF-8: false means that there is certainly no such letter.</summary>
    public static bool MayHave(ReadOnlySpan<byte> text) => text.IndexOfAnyInRange((byte)0xE3, (byte)0xED) >= 0 || text.IndexOfAny(Rarer) >= 0;

    /// <summary>The pairs, glued words and last letters of all runs, in order; null when the texts have no such run.</summary>
    public static string? ForIndex(params ReadOnlySpan<string?> texts)
    {
        var grams = new StringBuilder();
        foreach (var text in texts)
            if (text is not null)
                foreach (var word in Words(text)) Add(grams, word, lastToo: true);
        return grams.Length == 0 ? null : grams.ToString();
    }

    /// <summary>Phrases that must all stand in the grams of an article for the text to stand in it; empty when the text has no such letter.</summary>
    public static IReadOnlyList<GramPhrase> ForSearch(string text)
    {
        var phrases = new List<GramPhrase>();
        foreach (var word in Words(text))
        {
            var grams = new StringBuilder();
            Add(grams, word, lastToo: false);
            phrases.Add(new GramPhrase(grams.ToString(), IsPrefix: word[^1].IsGram && (word.Count == 1 || !word[^2].IsGram)));
        }

        return phrases;
    }

    private static System.Buffers.SearchValues<byte> Rarer { get; } = System.Buffers.SearchValues.Create(0xE0, 0xE1, 0xEF, 0xF0);

    // What the tokenizer takes for one word, if it has a letter of such a script.
    private static IEnumerable<List<(Rune Letter, bool IsGram)>> Words(string text)
    {
        var word = new List<(Rune Letter, bool IsGram)>();
        var some = false;
        foreach (var rune in text.EnumerateRunes())
        {
            var isGram = IsGram(rune);
            if (isGram || Rune.IsLetterOrDigit(rune))
            {
                word.Add((rune, isGram));
                some |= isGram;
                continue;
            }

            if (some) yield return word;
            (word, some) = ([], false);
        }

        if (some) yield return word;
    }

    private static void Add(StringBuilder grams, List<(Rune Letter, bool IsGram)> word, bool lastToo)
    {
        for (var i = 0; i < word.Count; i++)
        {
            var (letter, isGram) = word[i];
            var follows = i + 1 < word.Count && word[i + 1].IsGram;
            if (!isGram)
            {
                if ((i == 0 || word[i - 1].IsGram) && grams.Length > 0) grams.Append(' ');
                grams.Append(letter);
                continue;
            }

            // The last letter of a run of two or more is in its last pair; alone it is only there to be found by itself.
            var alone = i == 0 || !word[i - 1].IsGram;
            if (!follows && !alone && !lastToo) continue;
            if (grams.Length > 0) grams.Append(' ');
            grams.Append(letter);
            if (follows) grams.Append(word[i + 1].Letter);
        }
    }

    private static bool IsGram(Rune rune) => rune.Value switch
    {
        >= 0x0E01 and <= 0x0E4E => true,                                    // Thai
        >= 0x1100 and <= 0x11FF => true,                                    // Hangul letters
        >= 0x2E80 and <= 0x2FDF or >= 0x3005 and <= 0x3007 => true,         // radicals, iteration marks
        >= 0x3041 and <= 0x3096 or >= 0x3099 and <= 0x309F => true,         // Hiragana
        >= 0x30A1 and <= 0x30FA or >= 0x30FC and <= 0x31BF => true,         // Katakana, Bopomofo, Hangul
        >= 0x31F0 and <= 0x31FF or >= 0x3400 and <= 0x4DBF => true,
        >= 0x4E00 and <= 0x9FFF or >= 0xA960 and <= 0xA97F => true,
        >= 0xAC00 and <= 0xD7FF or >= 0xF900 and <= 0xFAFF => true,
        >= 0xFF66 and <= 0xFF9F or >= 0x20000 and <= 0x3FFFF => true,       // half-width Katakana, rare ideographs
        _ => false,
    };
}

/// <summary>Grams that follow one another.</summary>
/// <param name="Text">The grams, apart by blanks.</param>
/// <param name="IsPrefix">True when the last is a single letter, which pairs that begin with it have too.</param>
internal sealed record GramPhrase(string Text, bool IsPrefix);
