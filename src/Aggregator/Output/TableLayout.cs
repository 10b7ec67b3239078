namespace Aggregator.Output;

/// <summary>How wide the columns of a table are.</summary>
/// <param name="Blocks">Side by side they cannot be read: one block of lines a row; then the only width is that of the names.</param>
/// <param name="Widths">In columns of the terminal.</param>
internal sealed record TableLayout(bool Blocks, int[] Widths)
{
    private const int Gap = 2;

    /// <summary>A column that must be cut keeps at least this much, or the whole table becomes blocks.</summary>
    private const int Readable = 10;

    public static TableLayout For(string[] columns, IReadOnlyList<string[]> rows, int? room)
    {
        var widths = new int[columns.Length];
        for (var i = 0; i < widths.Length; i++)
        {
            widths[i] = TextWidth.Of(columns[i]);
            foreach (var row in rows)
                widths[i] = Math.Max(widths[i], TextWidth.Of(row[i]));
        }
        if (room is not { } total)
            return new(false, widths);
        var available = total - Gap * (widths.Length - 1);
        var least = widths.Sum(w => Math.Min(w, Readable));
        if (least > available)
            return new(true, [columns.Max(TextWidth.Of)]);
        Shrink(widths, available);
        return new(false, widths);
    }

    /// <summary>Takes from the widest first, so that short columns stay whole.</summary>
    private static void Shrink(int[] widths, int available)
    {
        for (var excess = widths.Sum() - available; excess > 0; excess = widths.Sum() - available)
        {
            var widest = widths.Max();
            var next = widths.Where(w => w < widest).DefaultIfEmpty(Readable).Max();
            var many = widths.Count(w => w == widest);
            var cut = Math.Min(widest - Math.Max(next, Readable), Math.Max(1, excess / many));
            for (var i = 0; i < widths.Length && excess > 0; i++)
            {
                if (widths[i] != widest)
                    continue;
                var take = Math.Min(Math.Max(1, cut), excess);
                widths[i] -= take;
                excess -= take;
            }
        }
    }
}
