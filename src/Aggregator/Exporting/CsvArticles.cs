using Aggregator.Archive.Sqlite.Querying;
using Aggregator.Output;

namespace Aggregator.Exporting;

/// <summary>Articles as csv, with cells safe for spreadsheets unless raw.</summary>
internal sealed class CsvArticles(TextWriter output, bool raw) : IArticleWriter
{
    private readonly CsvOutput _csv = new(output, raw, toTerminal: false);

    public IEnumerable<string> Notes => _csv.Notes;

    public void Begin(IReadOnlyList<string> columns) => _csv.Begin(columns);

    public long? Next(SqlRows rows)
    {
        if (!rows.Read()) return null;
        _csv.Row(rows.Current);
        return (long)rows.Current[0]!;
    }

    public void End()
    {
        _csv.End();
        output.Flush();
    }

    public void Dispose()
    {
    }
}
