using Aggregator.Archive.Sqlite.Archiving;
using Aggregator.Archive.Sqlite.Opening;
using Dapper;

namespace Aggregator.Archive.Sqlite.Upkeep;

/// <summary>Keeps in the archive when it was last copied, so that whoever watches it can tell.</summary>
public static class BackupRecord
{
    /// <summary>Gives one row, or none: when (ISO 8601, UTC), the copy's path, its bytes, its articles.</summary>
    public const string Question = """
        SELECT json_extract(value, '$.at'), json_extract(value, '$.path'), json_extract(value, '$.bytes'), json_extract(value, '$.articles')
        FROM fact WHERE name = 'last-backup'
        """;

    /// <summary>Writes it down, in a short transaction of its own.</summary>
    /// <exception cref="ArchiveRefusedException">The archive cannot be written; the copy is good all the same.</exception>
    public static void Keep(string path, BackupReport report, DateTimeOffset at)
    {
        ArgumentNullException.ThrowIfNull(report);
        using var connection = ExistingArchive.OpenWriter(path);
        Interruptible.Run(
            connection,
            () => connection.Execute(
                """
                INSERT INTO fact(name, value) VALUES ('last-backup', json_object('at', @at, 'path', @Path, 'bytes', @Bytes, 'articles', @Articles))
                ON CONFLICT(name) DO UPDATE SET value = excluded.value
                """,
                new { at = Stamp.Text(at), report.Path, report.Bytes, report.Articles }),
            CancellationToken.None);
    }
}
