using System.Runtime.InteropServices;
using Aggregator.Pipeline.Normalizing;

namespace Aggregator.Pipeline.Deduplicating;

/// <summary>How much of one text is in another, by runs of three words (QUALITY 1.6).</summary>
internal static class Shingles
{
    /// <summary>Texts with fewer shingles are compared by their words alone.</summary>
    public const int Least = 12;

    /// <summary>The share of the shorter text that stands in the longer one, 0 to 1.</summary>
    public static double Containment(string? one, string? other)
    {
        var (a, b) = (Words(one), Words(other));
        var (sa, sb) = (Runs(a, 3), Runs(b, 3));
        return Math.Min(sa.Count, sb.Count) >= Least ? Shared(sa, sb) : Shared(Runs(a, 1), Runs(b, 1));
    }

    /// <summary>The words of two titles: how many of the shorter one's stand in the other, and how many it has.</summary>
    public static (int Shared, int Of) TitleWords(string folded, string otherFolded)
    {
        var (a, b) = (Runs(Split(folded), 1), Runs(Split(otherFolded), 1));
        var (small, large) = a.Count <= b.Count ? (a, b) : (b, a);
        return (small.Count(large.Contains), small.Count);
    }

    private static double Shared(HashSet<long> a, HashSet<long> b)
    {
        var (small, large) = a.Count <= b.Count ? (a, b) : (b, a);
        return small.Count == 0 ? 0 : (double)small.Count(large.Contains) / small.Count;
    }

    private static List<long> Words(string? text) => Split(FoldedText.Of(text));

    private static List<long> Split(string folded)
    {
        var words = new List<long>(folded.Length / 6 + 1);
        foreach (var range in folded.AsSpan().Split(' '))
            if (!folded.AsSpan()[range].IsEmpty) words.Add(StableHash.Of(folded.AsSpan()[range]));
        return words;
    }

    private static HashSet<long> Runs(List<long> words, int length)
    {
        var runs = new HashSet<long>(words.Count);
        var all = CollectionsMarshal.AsSpan(words);
        for (var i = 0; i + length <= all.Length; i++)
        {
            var run = 0L;
            foreach (var word in all.Slice(i, length)) run = unchecked((run * 0x1000193) ^ word);
            runs.Add(run);
        }

        return runs;
    }
}
