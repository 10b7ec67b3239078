using Aggregator.Archive.Sqlite.Opening;
using Aggregator.Archive.Sqlite.Querying;
using Dapper;

namespace Aggregator.Archive.Sqlite.Tests.Querying;

/// <summary>A small archive with the real schema, and a door to it.</summary>
internal sealed class QueriedArchive : IDisposable
{
    private readonly TempArchive _temp = new();

    public QueriedArchive()
    {
        using var connection = ArchiveConnection.OpenWriter(Path);
        ArchiveSchema.Migrate(connection);
        connection.Execute("""
            INSERT INTO feed(id, url, own_title) VALUES (1, 'https://example.org/feed.xml', 'Example');
            INSERT INTO source(id, name, domain) VALUES (1, 'Example', 'example.org');
            INSERT INTO article(id, feed_id, source_id, dated_at, first_seen_at, last_seen_at, source, title, url)
              VALUES (1, 1, 1, '2023-07-13T00:00:00Z', '2023-07-13T10:00:00Z', '2023-07-13T10:00:00Z', 'Example', 'A pragmatic title', 'https://example.org/1'),
                     (2, 1, 1, '2023-07-14T00:00:00Z', '2023-07-14T10:00:00Z', '2023-07-14T10:00:00Z', 'Example', 'Second', 'https://example.org/2');
            INSERT INTO article_body(article_id, text) VALUES (1, 'Delete or drop: the council votes.'), (2, 'Nothing attached here.');
            INSERT INTO article_search(rowid, title, subtitle, author, text, grams) SELECT id, title, subtitle, author, text, grams FROM search_text;
            UPDATE search_state SET upto = 2;
            """);
        // A statement that changes nothing must find nothing to change: the log is empty before any test looks at the bytes.
        connection.Execute("PRAGMA wal_checkpoint(TRUNCATE)");
    }

    public string Path => _temp.Path;

    public string Folder => _temp.Folder;

    public SqlDoor Open() => Assert.IsType<DoorOpening.Opened>(SqlDoor.Open(Path, TimeProvider.System)).Door;

    public void Dispose() => _temp.Dispose();
}
