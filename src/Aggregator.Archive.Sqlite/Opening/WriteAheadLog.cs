using Dapper;
using Microsoft.Data.Sqlite;

namespace Aggregator.Archive.Sqlite.Opening;

/// <summary>The write-ahead log beside the archive.</summary>
internal static class WriteAheadLog
{
    /// <summary>Its size; 0 when there is none.</summary>
    public static long Bytes(string path)
    {
        var file = new FileInfo(path + "-wal");
        return file.Exists ? file.Length : 0;
    }

    /// <summary>Moves everything into the archive and truncates the log, unless a reader still needs it.</summary>
    /// <param name="connection">The writing connection.</param>
    /// <param name="patience">Milliseconds that readers are waited for; those that begin meanwhile need the log no more.</param>
    /// <returns>False when a reader or the disk prevented it; the next time will do.</returns>
    public static bool TryEmpty(SqliteConnection connection, int patience = 0)
    {
        try
        {
            connection.Execute($"PRAGMA busy_timeout = {patience}");
            return connection.QuerySingle<(long Busy, long Log, long Checkpointed)>("PRAGMA wal_checkpoint(TRUNCATE)").Busy == 0;
        }
        catch (SqliteException)
        {
            // A full disk or a failing one: the log keeps what it has, and the next commit will say so.
            return false;
        }
        finally
        {
            connection.Execute($"PRAGMA busy_timeout = {ArchiveConnection.BusyTimeout}");
        }
    }
}
