using System.Globalization;
using Aggregator.Archive.Sqlite.Opening;
using Dapper;
using Microsoft.Data.Sqlite;

namespace Aggregator.Archive.Sqlite.Upkeep;

/// <summary>
/// Gives back the room of deleted rows, and what they said: until then their bytes lie in free pages. Takes an archive that nobody polls;
/// gives its sizes; never runs beside a poller, because it rewrites every page.
/// </summary>
public static class ArchiveCompact
{
    /// <param name="path">The archive.</param>
    /// <param name="time">The clock.</param>
    /// <param name="stop">Calls it off; the archive stays as it was.</param>
    public static CompactReport Run(string path, TimeProvider time, CancellationToken stop = default)
    {
        path = StartChecks.FullPath(path);
        if (!File.Exists(path)) throw new ArchiveRefusedException(ArchiveRefusal.Missing, $"there is no archive at {path}");
        using var held = PollingLock.Take(path, time);
        var before = new FileInfo(path).Length;
        HasRoom(path, before);
        try
        {
            using (var connection = ExistingArchive.OpenWriter(path))
            {
                // The new pages are written beside the archive first: memory would not hold them, and the system's temporary folder may not.
                connection.Execute("PRAGMA temp_store = FILE");
                connection.Execute($"PRAGMA temp_store_directory = '{Path.GetDirectoryName(path)!.Replace("'", "''", StringComparison.Ordinal)}'");
                Interruptible.Run(connection, () => connection.Execute("INSERT INTO article_search(article_search) VALUES ('optimize')"), stop);
                Interruptible.Run(connection, () => connection.Execute("VACUUM"), stop);
                WriteAheadLog.TryEmpty(connection);
            }

            return new CompactReport(before, new FileInfo(path).Length);
        }
        catch (SqliteException trouble)
        {
            throw Refusals.Of(trouble, path) ?? (Exception)trouble;
        }
    }

    // The new pages go through the log before they replace the old ones.
    private static void HasRoom(string path, long bytes)
    {
        var free = new DriveInfo(Path.GetDirectoryName(path)!).AvailableFreeSpace;
        if (free < bytes * 2)
            throw new ArchiveRefusedException(ArchiveRefusal.Unavailable, string.Create(
                CultureInfo.InvariantCulture, $"compacting needs {bytes * 2 / 1_000_000} MB of free disk for a while, and {free / 1_000_000} MB are there"));
    }
}

/// <summary>Sizes of an archive in bytes, before and after it was compacted.</summary>
public sealed record CompactReport(long Before, long After);
