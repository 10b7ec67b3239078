using System.Text;

namespace Aggregator.Benchmarks.Archives;

/// <summary>200,000 made-up words, drawn as often as words of a language are (Zipf): the first is in nearly every article, most are rare.</summary>
internal static class Vocabulary
{
    private const int Size = 200_000;

    private static readonly string[] Onsets = ["b", "br", "d", "dr", "f", "g", "gr", "h", "j", "k", "l", "m", "n", "p", "pl", "r", "s", "st", "t", "v"];
    private static readonly string[] Vowels = ["a", "e", "i", "o", "u", "ai", "ea", "ou", "é", "ö"];
    private static readonly string[] Words = Make();
    private static readonly double[] UpTo = Weigh();

    /// <summary>The word of a rank, from 0: the lower, the more often.</summary>
    public static string Word(int rank) => Words[rank];

    public static string Draw(Random random)
    {
        var at = Array.BinarySearch(UpTo, random.NextDouble() * UpTo[^1]);
        return Words[at < 0 ? Math.Min(~at, Size - 1) : at];
    }

    public static string Line(Random random, int words)
    {
        var line = new StringBuilder(words * 8);
        for (var i = 0; i < words; i++)
        {
            if (i > 0) line.Append(i % 13 == 0 ? ". " : " ");
            line.Append(Draw(random));
        }

        line[0] = char.ToUpperInvariant(line[0]);
        return line.Append('.').ToString();
    }

    private static string[] Make()
    {
        var words = new string[Size];
        for (var i = 0; i < Size; i++)
        {
            var (word, rest) = (new StringBuilder(), i + 20);
            for (; rest > 0; rest /= Onsets.Length * Vowels.Length)
            {
                var syllable = rest % (Onsets.Length * Vowels.Length);
                word.Append(Onsets[syllable % Onsets.Length]).Append(Vowels[syllable / Onsets.Length]);
            }

            words[i] = word.ToString();
        }

        return words;
    }

    private static double[] Weigh()
    {
        var (upTo, sum) = (new double[Size], 0.0);
        for (var i = 0; i < Size; i++) upTo[i] = sum += 1.0 / (i + 2.7);
        return upTo;
    }
}
