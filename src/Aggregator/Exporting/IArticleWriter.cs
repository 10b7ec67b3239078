using Aggregator.Archive.Sqlite.Querying;

namespace Aggregator.Exporting;

/// <summary>Writes articles in one format, as they come. The first column is the article's id.</summary>
internal interface IArticleWriter : IDisposable
{
    /// <summary>Called once, before the first article.</summary>
    void Begin(IReadOnlyList<string> columns);

    /// <summary>Reads the next row and writes it.</summary>
    /// <returns>The article's id; null when there is no further row.</returns>
    long? Next(SqlRows rows);

    /// <summary>Called once, after the last article, also when there was none.</summary>
    void End();

    /// <summary>What a reader must know, one sentence each; complete after <see cref="End"/>.</summary>
    IEnumerable<string> Notes { get; }
}
