using Dapper;
using Microsoft.Data.Sqlite;

namespace Aggregator.Archive.Sqlite.Opening;

/// <summary>Opens connections to the archive's file with the settings they must have. None is pooled: a pooled one would keep settings of others.</summary>
internal static class ArchiveConnection
{
    /// <summary>Milliseconds that a statement waits for another process's lock.</summary>
    public const int BusyTimeout = 10_000;

    /// <summary>A connection that may write; creates the file.</summary>
    public static SqliteConnection OpenWriter(string path, bool create = true)
    {
        var connection = Open(path, create ? SqliteOpenMode.ReadWriteCreate : SqliteOpenMode.ReadWrite);
        try
        {
            // The page size counts only before the first table, and cannot change once the journal is a WAL.
            connection.Execute("PRAGMA page_size = 8192");
            var mode = connection.ExecuteScalar<string>("PRAGMA journal_mode = WAL");
            if (mode != "wal") throw new ArchiveRefusedException(ArchiveRefusal.Unavailable, $"{path} cannot be given a write-ahead log (journal mode {mode})");
            connection.Execute("""
                PRAGMA synchronous = FULL;
                PRAGMA cache_size = -12288;
                PRAGMA temp_store = MEMORY;
                PRAGMA wal_autocheckpoint = 8192;
                PRAGMA journal_size_limit = 0;
                PRAGMA foreign_keys = ON;
                PRAGMA recursive_triggers = OFF;
                PRAGMA trusted_schema = OFF;
                """);
            NativeSqlite.KeepWal(connection);

            // What was stored must survive power loss; anything below FULL would make the receipts a lie.
            if (connection.ExecuteScalar<long>("PRAGMA synchronous") != 2) throw new InvalidOperationException("PRAGMA synchronous = FULL had no effect");
            return connection;
        }
        catch
        {
            connection.Dispose();
            throw;
        }
    }

    /// <summary>A connection that reads only; the file must exist.</summary>
    /// <param name="path">The archive's file.</param>
    /// <param name="cache">KiB of pages that it keeps; one that lives as long as the service holds them for as long.</param>
    public static SqliteConnection OpenReader(string path, int cache = 16384)
    {
        var connection = Open(path, SqliteOpenMode.ReadOnly);
        try
        {
            connection.Execute($"PRAGMA query_only = ON; PRAGMA cache_size = -{cache}; PRAGMA trusted_schema = OFF");
            return connection;
        }
        catch
        {
            connection.Dispose();
            throw;
        }
    }

    /// <summary>Lets SQLite undo what was begun and not finished before the archive had a write-ahead log: who dies in that moment, or whose disk
    /// does, leaves a rollback journal, and with one a connection that only reads opens nothing. Without a journal nothing is opened.</summary>
    /// <exception cref="ArchiveRefusedException">It cannot be undone.</exception>
    public static void UndoUnfinished(string path)
    {
        if (!File.Exists(path) || !File.Exists(path + "-journal")) return;
        try
        {
            using var connection = Open(path, SqliteOpenMode.ReadWrite);
            connection.Execute("SELECT count(*) FROM sqlite_schema");
        }
        catch (SqliteException trouble) when (Refusals.Of(trouble, path) is { } refusal)
        {
            throw refusal;
        }
    }

    private static SqliteConnection Open(string path, SqliteOpenMode mode)
    {
        OpenedFiles.Add(path);

        // SQLite waits for locks itself; the library's own retry loop on top of it must not add 30 seconds.
        var connection = new SqliteConnection(new SqliteConnectionStringBuilder { DataSource = path, Mode = mode, Pooling = false, DefaultTimeout = 1 }.ToString());
        try
        {
            connection.Open();
            connection.Execute($"PRAGMA busy_timeout = {BusyTimeout}");
            return connection;
        }
        catch
        {
            connection.Dispose();
            throw;
        }
    }
}
