namespace Aggregator.Output;

/// <summary>
/// RFC 4180 with <c>\n</c> line ends, as the tools that read a pipe expect. Null is an empty cell, an empty text is <c>""</c>.
/// Text that a spreadsheet would take for a formula gets a leading quote; numbers are never touched.
/// </summary>
internal sealed class CsvOutput(TextWriter output, bool raw, bool toTerminal) : IRowOutput
{
    private long _madeSafe;

    public IEnumerable<string> Notes => _madeSafe == 0 ? []
        : [$"{_madeSafe:N0} {(_madeSafe == 1 ? "cell" : "cells")} made safe for spreadsheets with a leading ' (--raw leaves them as they are)"];

    public void Begin(IReadOnlyList<string> columns)
    {
        for (var i = 0; i < columns.Count; i++)
            Cell(columns[i], i);
        output.Write('\n');
    }

    public void Row(ReadOnlySpan<object?> values)
    {
        for (var i = 0; i < values.Length; i++)
            Cell(values[i], i);
        output.Write('\n');
    }

    public void End()
    {
    }

    private void Cell(object? value, int column)
    {
        if (column > 0)
            output.Write(',');
        if (value is string text)
            Text(text);
        else if (value is not null)
            output.Write(CellText.Of(value));
    }

    private void Text(string text)
    {
        if (!raw)
        {
            if (SpreadsheetText.LooksLikeFormula(text))
            {
                text = "'" + text;
                _madeSafe++;
            }
            if (toTerminal)
                text = TerminalText.Lines(text);
        }
        if (text.Length > 0 && text.AsSpan().IndexOfAny("\",\n\r") < 0 && text[0] != ' ' && text[^1] != ' ')
        {
            output.Write(text);
            return;
        }
        output.Write('"');
        output.Write(text.Replace("\"", "\"\"", StringComparison.Ordinal));
        output.Write('"');
    }
}
