using System.Text.Json;
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

    /// <summary>Gives one row, or none: when the last scheduled backup failed, and why. A later one that succeeds takes it away.</summary>
    public const string FailureQuestion = "SELECT json_extract(value, '$.at'), json_extract(value, '$.reason') FROM fact WHERE name = 'backup-failure'";

    /// <summary>When the archive was last copied; null when never.</summary>
    public static async Task<DateTimeOffset?> LastAsync(SqliteArchive archive)
    {
        ArgumentNullException.ThrowIfNull(archive);
        if (await archive.FactAsync("last-backup").ConfigureAwait(false) is not { } text) return null;
        using var record = JsonDocument.Parse(text);
        return Stamp.ParseOrNull(record.RootElement.GetProperty("at").GetString());
    }

    /// <summary>Writes down that a scheduled backup failed.</summary>
    /// <exception cref="ArchiveRefusedException">The archive cannot be written.</exception>
    public static void Failed(string path, string reason, DateTimeOffset at)
    {
        using var connection = ExistingArchive.OpenWriter(path);
        Interruptible.Run(
            connection,
            () => connection.Execute(
                "INSERT INTO fact(name, value) VALUES ('backup-failure', json_object('at', @at, 'reason', @reason)) ON CONFLICT(name) DO UPDATE SET value = excluded.value",
                new { at = Stamp.Text(at), reason }),
            CancellationToken.None);
    }

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
                ON CONFLICT(name) DO UPDATE SET value = excluded.value;
                DELETE FROM fact WHERE name = 'backup-failure';
                """,
                new { at = Stamp.Text(at), report.Path, report.Bytes, report.Articles }),
            CancellationToken.None);
    }
}
