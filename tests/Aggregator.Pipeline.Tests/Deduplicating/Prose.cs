namespace Aggregator.Pipeline.Tests.Deduplicating;

/// <summary>Made-up running text: words that do not repeat by chance, the same for the same number.</summary>
internal static class Prose
{
    private static readonly string[] _syllables = ["ka", "lo", "mi", "ner", "os", "pra", "qui", "ra", "ste", "tu", "vel", "wo", "xi", "yan", "zor", "bi", "cha", "du", "fen", "gal"];

    public static string Words(int seed, int count) => string.Join(' ', Enumerable.Range(0, count).Select(i => Word(seed, i)));

    public static string Paragraphs(int seed, int paragraphs, int words = 40) =>
        string.Concat(Enumerable.Range(0, paragraphs).Select(p => $"<p>{Words(seed * 100 + p, words)}.</p>"));

    public static string Title(int seed) => Words(seed * 7919 + 13, 7);

    private static string Word(int seed, int index)
    {
        var number = unchecked((uint)(seed * 2654435761L) ^ ((uint)index * 2246822519U));
        number ^= number >> 15;
        number *= 2246822519U;
        number ^= number >> 13;
        var word = "";
        for (var i = 0; i < 3; i++, number /= 20) word += _syllables[number % 20];
        return word;
    }
}
