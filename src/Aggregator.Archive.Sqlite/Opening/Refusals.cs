using Microsoft.Data.Sqlite;
using SQLitePCL;

namespace Aggregator.Archive.Sqlite.Opening;

/// <summary>What SQLite says when an archive is opened, as a sentence for the operator.</summary>
internal static class Refusals
{
    /// <summary>Null when it is no trouble with the file but a bug of ours.</summary>
    public static ArchiveRefusedException? Of(SqliteException trouble, string path) => trouble.SqliteErrorCode switch
    {
        raw.SQLITE_NOTADB => new ArchiveRefusedException(
            ArchiveRefusal.NotAnArchive, $"{path} is not an SQLite database, or its first page is damaged; nothing in it was changed", trouble),
        raw.SQLITE_CORRUPT => Damaged(path, trouble.Message, trouble),
        // Opening asks only for what our schema has.
        raw.SQLITE_ERROR => new ArchiveRefusedException(
            ArchiveRefusal.Damaged, $"{path} has a schema that this program did not make ({trouble.Message}): it is damaged, or another program changed it; keep the file, and restore a backup or recover a copy", trouble),
        raw.SQLITE_READONLY => new ArchiveRefusedException(ArchiveRefusal.ReadOnly, $"{path} cannot be written ({trouble.Message})", trouble),
        raw.SQLITE_CANTOPEN => new ArchiveRefusedException(ArchiveRefusal.Unavailable, $"{path} cannot be opened ({trouble.Message})", trouble),
        raw.SQLITE_FULL => new ArchiveRefusedException(ArchiveRefusal.Unavailable, $"the disk of {path} is full", trouble),
        raw.SQLITE_IOERR => new ArchiveRefusedException(ArchiveRefusal.Unavailable, $"the disk of {path} failed ({trouble.Message})", trouble),
        raw.SQLITE_BUSY => new ArchiveRefusedException(
            ArchiveRefusal.InUse, $"another program holds the write lock of {path} for longer than {ArchiveConnection.BusyTimeout / 1000} seconds", trouble),
        _ => null,
    };

    /// <summary>The file itself is wrong; what to do is in the operator's handbook.</summary>
    public static ArchiveRefusedException Damaged(string path, string how, Exception? inner = null) => new(
        ArchiveRefusal.Damaged, $"{path} is damaged ({how}); nothing in it was changed. Keep the file and its -wal as they are, and restore a backup or recover a copy: see docs/operations.md", inner);
}
