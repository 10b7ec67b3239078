namespace Aggregator.Output;

/// <summary>Picks the output for a format.</summary>
internal static class RowOutputs
{
    /// <param name="format">The format.</param>
    /// <param name="output">Where to.</param>
    /// <param name="raw">Csv cells stay as they are.</param>
    /// <param name="width">Columns of the terminal that <paramref name="output"/> is; null when it is none.</param>
    /// <param name="colours">The terminal shows colours.</param>
    public static IRowOutput For(RowFormat format, TextWriter output, bool raw, int? width, bool colours) => format switch
    {
        RowFormat.Table => new TableOutput(output, width, colours && width is not null),
        RowFormat.Csv => new CsvOutput(output, raw, toTerminal: width is not null),
        RowFormat.Json => new JsonOutput(output, lines: false),
        RowFormat.Jsonl => new JsonOutput(output, lines: true),
        _ => new MarkdownOutput(output),
    };
}
