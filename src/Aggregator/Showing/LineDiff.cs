namespace Aggregator.Showing;

/// <summary>A line of the old text beside one of the new: equal, changed, or only on one side.</summary>
internal readonly record struct DiffLine(string? Old, string? New)
{
    public bool IsEqual => Old == New;
}

/// <summary>Which lines of two texts are the same, in order (longest common subsequence).</summary>
internal static class LineDiff
{
    /// <summary>Beyond it the table of the algorithm would take more than 16 MB; then the differing middle is shown whole.</summary>
    private const int MostCells = 4_000_000;

    public static IReadOnlyList<DiffLine> Of(string? old, string? @new)
    {
        var (a, b) = (Lines(old), Lines(@new));
        var start = 0;
        while (start < a.Length && start < b.Length && a[start] == b[start])
            start++;
        var end = 0;
        while (end < a.Length - start && end < b.Length - start && a[^(end + 1)] == b[^(end + 1)])
            end++;
        var lines = new List<DiffLine>();
        lines.AddRange(a[..start].Select(l => new DiffLine(l, l)));
        Middle(a[start..(a.Length - end)], b[start..(b.Length - end)], lines);
        lines.AddRange(a[(a.Length - end)..].Select(l => new DiffLine(l, l)));
        return lines;
    }

    private static string[] Lines(string? text) => string.IsNullOrEmpty(text) ? [] : [.. text.Split('\n').Where(l => l.Length > 0)];

    private static void Middle(string[] a, string[] b, List<DiffLine> lines)
    {
        if ((long)a.Length * b.Length > MostCells)
        {
            Beside(a, b, lines);
            return;
        }
        var common = new int[a.Length + 1, b.Length + 1];
        for (var i = a.Length - 1; i >= 0; i--)
        {
            for (var j = b.Length - 1; j >= 0; j--)
                common[i, j] = a[i] == b[j] ? common[i + 1, j + 1] + 1 : Math.Max(common[i + 1, j], common[i, j + 1]);
        }
        var (x, y) = (0, 0);
        var (oldFrom, newFrom) = (0, 0);
        while (x < a.Length || y < b.Length)
        {
            if (x < a.Length && y < b.Length && a[x] == b[y])
            {
                Beside(a[oldFrom..x], b[newFrom..y], lines);
                lines.Add(new(a[x], b[y]));
                (oldFrom, newFrom) = (++x, ++y);
            }
            else if (y == b.Length || (x < a.Length && common[x + 1, y] >= common[x, y + 1]))
                x++;
            else
                y++;
        }
        Beside(a[oldFrom..], b[newFrom..], lines);
    }

    /// <summary>A run of removed lines beside the run of added ones that replaces it.</summary>
    private static void Beside(string[] removed, string[] added, List<DiffLine> lines)
    {
        for (var i = 0; i < Math.Max(removed.Length, added.Length); i++)
            lines.Add(new(i < removed.Length ? removed[i] : null, i < added.Length ? added[i] : null));
    }
}
