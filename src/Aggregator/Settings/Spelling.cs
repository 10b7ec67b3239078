namespace Aggregator.Settings;

/// <summary>Finds the name that a mistyped one was meant to be.</summary>
internal static class Spelling
{
    /// <returns>The nearest of <paramref name="names"/>, when at most a third of the letters differ; else null.</returns>
    public static string? Nearest(string typed, IEnumerable<string> names)
    {
        var (best, least) = ((string?)null, typed.Length / 3 + 1);
        foreach (var name in names)
            if (Distance(typed, name) is var distance && distance < least) (best, least) = (name, distance);
        return best;
    }

    // Edit distance without regard to case, one row at a time.
    private static int Distance(string a, string b)
    {
        var row = Enumerable.Range(0, b.Length + 1).ToArray();
        for (var i = 1; i <= a.Length; i++)
        {
            var diagonal = row[0];
            row[0] = i;
            for (var j = 1; j <= b.Length; j++)
            {
                var same = char.ToUpperInvariant(a[i - 1]) == char.ToUpperInvariant(b[j - 1]);
                (diagonal, row[j]) = (row[j], Math.Min(Math.Min(row[j], row[j - 1]) + 1, diagonal + (same ? 0 : 1)));
            }
        }

        return row[b.Length];
    }
}
