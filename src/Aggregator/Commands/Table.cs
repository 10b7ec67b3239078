using Aggregator.Output;

namespace Aggregator.Commands;

/// <summary>A table of ours: for a person, or as JSON for a program.</summary>
/// <param name="Columns">Names; the keys of the JSON.</param>
/// <param name="Rows">Values: long, double, string or null.</param>
internal sealed record Table(IReadOnlyList<string> Columns, IReadOnlyList<object?[]> Rows)
{
    public void Write(Terminal terminal, bool json)
    {
        var output = RowOutputs.For(
            json ? RowFormat.Json : RowFormat.Table, terminal.Out, raw: false, terminal.OutIsTerminal ? terminal.Width : null, terminal.Colours && terminal.OutIsTerminal);
        output.Begin(Columns);
        foreach (var row in Rows) output.Row(row);
        output.End();
    }
}
