namespace Aggregator.Output;

/// <summary>How rows are written.</summary>
internal enum RowFormat
{
    Table,
    Csv,
    Json,
    Jsonl,
    Markdown,
}
