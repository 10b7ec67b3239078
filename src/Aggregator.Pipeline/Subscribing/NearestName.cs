namespace Aggregator.Pipeline.Subscribing;

/// <summary>Guesses what a mistyped name was meant to be, for messages.</summary>
public static class NearestName
{
    /// <summary>The name that the fewest edits lead to; null when none is near.</summary>
    public static string? Of(string wrong, IEnumerable<string> names)
    {
        if (wrong.Length > 64) return null;
        var (best, cost) = ((string?)null, Math.Max(2, wrong.Length / 3) + 1);
        foreach (var name in names)
        {
            var edits = Edits(wrong.ToUpperInvariant(), name.ToUpperInvariant());
            if (edits < cost && edits < Math.Max(wrong.Length, name.Length)) (best, cost) = (name, edits);
        }

        return best;
    }

    // Levenshtein distance, one row at a time.
    private static int Edits(string a, string b)
    {
        var row = new int[b.Length + 1];
        for (var j = 0; j <= b.Length; j++) row[j] = j;
        for (var i = 1; i <= a.Length; i++)
        {
            var diagonal = row[0];
            row[0] = i;
            for (var j = 1; j <= b.Length; j++)
            {
                var substituted = diagonal + (a[i - 1] == b[j - 1] ? 0 : 1);
                diagonal = row[j];
                row[j] = Math.Min(substituted, Math.Min(row[j], row[j - 1]) + 1);
            }
        }

        return row[b.Length];
    }
}
