namespace Aggregator.Output;

/// <summary>
/// A table for a person: columns as wide as the first rows need; on a terminal never wider than it, with long cells cut, or, when there are
/// more columns than can be read side by side, one block of <c>name value</c> lines a row. Numbers stand right.
/// Memory: the first <see cref="Measured"/> rows, whatever comes after is written as it comes.
/// </summary>
/// <param name="output">Where to.</param>
/// <param name="width">Columns of the terminal; null when the output is no terminal and lines may have any length.</param>
/// <param name="colours">The head may be bold.</param>
internal sealed class TableOutput(TextWriter output, int? width, bool colours) : IRowOutput
{
    private const int Measured = 1_000;

    private readonly List<string[]> _waiting = [];
    private string[] _columns = [];
    private bool[] _numeric = [];
    private TableLayout? _layout;
    private long _cut;
    private long _written;

    public IEnumerable<string> Notes => _cut == 0 ? []
        : [$"{_cut:N0} long {(_cut == 1 ? "cell is" : "cells are")} cut to fit; --format csv, json or jsonl shows everything"];

    public void Begin(IReadOnlyList<string> columns)
    {
        _columns = [.. columns.Select(TerminalText.Line)];
        _numeric = new bool[_columns.Length];
        Array.Fill(_numeric, true);
    }

    public void Row(ReadOnlySpan<object?> values)
    {
        var cells = new string[values.Length];
        for (var i = 0; i < cells.Length; i++)
        {
            cells[i] = TerminalText.Line(CellText.Of(values[i]));
            if (_layout is null && values[i] is string or byte[])
                _numeric[i] = false;
        }
        if (_layout is not null)
        {
            Write(cells);
            return;
        }
        _waiting.Add(cells);
        if (_waiting.Count == Measured)
            Flush();
    }

    public void End()
    {
        if (_layout is null)
            Flush();
    }

    private void Flush()
    {
        if (_columns.Length == 0)
            return;
        _layout = TableLayout.For(_columns, _waiting, width);
        if (!_layout.Blocks)
            WriteHead(_layout.Widths);
        foreach (var row in _waiting)
            Write(row);
        _waiting.Clear();
    }

    private void WriteHead(int[] widths)
    {
        if (colours)
            output.Write("\u001b[1m");
        WriteLine(_columns, widths);
        if (colours)
            output.Write("\u001b[0m");
        for (var i = 0; i < widths.Length; i++)
        {
            output.Write(i == 0 ? "" : "  ");
            output.Write(new string('─', widths[i]));
        }
        output.Write('\n');
    }

    private void Write(string[] cells)
    {
        _written++;
        if (_layout!.Blocks)
            WriteBlock(cells, _layout.Widths[0]);
        else
            WriteLine(cells, _layout.Widths);
    }

    private void WriteLine(string[] cells, int[] widths)
    {
        for (var i = 0; i < cells.Length; i++)
        {
            var last = i == cells.Length - 1;
            // Without a terminal a cell that is longer than the measured ones pushes its line; it is never cut.
            var cell = width is null ? cells[i] : Fit(cells[i], widths[i]);
            var padding = new string(' ', Math.Max(0, widths[i] - TextWidth.Of(cell)));
            output.Write(i == 0 ? "" : "  ");
            if (_numeric[i])
                output.Write(padding);
            output.Write(cell);
            if (!_numeric[i] && !last)
                output.Write(padding);
        }
        output.Write('\n');
    }

    private void WriteBlock(string[] cells, int nameWidth)
    {
        output.Write($"── {_written} ──\n");
        for (var i = 0; i < cells.Length; i++)
        {
            if (cells[i].Length == 0)
                continue;
            output.Write(_columns[i].PadRight(nameWidth));
            output.Write("  ");
            output.Write(Fit(cells[i], Math.Max(20, (width ?? 80) - nameWidth - 2)));
            output.Write('\n');
        }
    }

    private string Fit(string cell, int room)
    {
        var fitting = TextWidth.Fit(cell, room);
        if (!ReferenceEquals(fitting, cell))
            _cut++;
        return fitting;
    }
}
