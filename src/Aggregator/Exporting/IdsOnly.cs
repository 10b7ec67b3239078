using Aggregator.Archive.Sqlite.Querying;

namespace Aggregator.Exporting;

/// <summary>Writes nothing: for whoever only wants to know which articles a selection means.</summary>
internal sealed class IdsOnly : IArticleWriter
{
    public IEnumerable<string> Notes => [];

    public void Begin(IReadOnlyList<string> columns)
    {
    }

    public long? Next(SqlRows rows) => rows.Read() ? (long)rows.Current[0]! : null;

    public void End()
    {
    }

    public void Dispose()
    {
    }
}
