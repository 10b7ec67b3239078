using Microsoft.Data.Sqlite;

namespace Aggregator.Archive.Sqlite.Opening;

/// <summary>What must hold before an archive is opened; each refusal is one sentence that says what to do.</summary>
internal static class StartChecks
{
    // Up to 3.51.2 two connections that write and checkpoint at once may corrupt a WAL database.
    private static readonly Version OldestSqlite = new(3, 51, 3);

    /// <summary>The path with symbolic links followed, so that two names of one archive are one.</summary>
    public static string FullPath(string path)
    {
        var full = Path.GetFullPath(path);
        try
        {
            return File.Exists(full) && File.ResolveLinkTarget(full, returnFinalTarget: true) is { } target ? target.FullName : full;
        }
        catch (IOException)
        {
            return full;
        }
    }

    /// <summary>Checks the library, the file system and the file's first bytes.</summary>
    public static void Check(string path)
    {
        SqliteIsSound();
        var drive = new DriveInfo(Path.GetDirectoryName(path)!);
        NotOnANetwork(path, drive.DriveType, drive.DriveFormat);
        IsSqlite(path);
        if (ForeignLog(path) is { } foreign) throw new ArchiveRefusedException(ArchiveRefusal.Damaged, foreign);
    }

    /// <summary>
    /// SQLite takes any write-ahead log beside a file for the file's own. One beside an archive that has none, such as a copy that was put in the
    /// archive's place, would be written into it; one whose archive is gone would be thrown away with what it holds.
    /// </summary>
    /// <returns>What is wrong and what to do; null when nothing is.</returns>
    public static string? ForeignLog(string path)
    {
        if (WriteAheadLog.Bytes(path) == 0 || OpenedFiles.Contains(path)) return null;
        Span<byte> header = stackalloc byte[20];
        var length = 0;
        try
        {
            if (File.Exists(path))
            {
                using var file = new FileStream(path, FileMode.Open, FileAccess.Read, FileShare.ReadWrite | FileShare.Delete);
                length = file.ReadAtLeast(header, header.Length, throwOnEndOfStream: false);
            }
        }
        catch (Exception trouble) when (trouble is IOException or UnauthorizedAccessException)
        {
            return null; // Whoever opens it says so.
        }

        if (length == 0) return $"{path} is not there, but its write-ahead log {path}-wal is, and may hold articles: put the archive back beside it, or move the log away";
        return length == header.Length && header[18] == 1 && header[19] == 1
            ? $"{path} has no write-ahead log of its own (a restored copy?), but {path}-wal of another file lies beside it: move {path}-wal and {path}-shm away, then start again"
            : null;
    }

    /// <summary>Creates the archive's folder when it is missing.</summary>
    public static void MakeFolder(string path)
    {
        var folder = Path.GetDirectoryName(path)!;
        try
        {
            Directory.CreateDirectory(folder);
        }
        catch (Exception trouble) when (trouble is IOException or UnauthorizedAccessException)
        {
            throw new ArchiveRefusedException(ArchiveRefusal.ReadOnly, $"the folder {folder} of the archive cannot be made: {trouble.Message}", trouble);
        }
    }

    /// <summary>Refuses a file that this user cannot write.</summary>
    public static void IsWritable(string path)
    {
        if (!File.Exists(path) || OpenedFiles.Contains(path)) return;
        try
        {
            using var file = new FileStream(path, FileMode.Open, FileAccess.ReadWrite, FileShare.ReadWrite | FileShare.Delete);
        }
        catch (Exception trouble) when (trouble is IOException or UnauthorizedAccessException)
        {
            throw new ArchiveRefusedException(ArchiveRefusal.ReadOnly, $"{path} cannot be written: {trouble.Message}", trouble);
        }
    }

    /// <summary>Refuses a network file system, by its name.</summary>
    public static void NotOnANetwork(string path, DriveType type, string format)
    {
        // .NET does not count these among the networks: shares of a virtual machine's or container's host, and file systems over ssh or S3.
        if (type != DriveType.Network && format is not ("9p" or "v9fs" or "fuse.sshfs" or "fuse.rclone" or "fuse.s3fs" or "fuse.glusterfs" or "ceph")) return;
        throw new ArchiveRefusedException(
            ArchiveRefusal.NetworkFileSystem,
            $"{path} lies on a network file system ({format}), where SQLite's locks and shared memory cannot be trusted; put the archive on a local disk");
    }

    private static void SqliteIsSound()
    {
        using var memory = new SqliteConnection("Data Source=:memory:;Pooling=False");
        memory.Open();
        if (Version.Parse(memory.ServerVersion) < OldestSqlite)
            throw new ArchiveRefusedException(
                ArchiveRefusal.SqliteTooOld, $"the SQLite library is {memory.ServerVersion}; below {OldestSqlite} it can corrupt an archive that several programs use");
    }

    private static void IsSqlite(string path)
    {
        if (Directory.Exists(path)) throw new ArchiveRefusedException(ArchiveRefusal.NotAnArchive, $"{path} is a folder; the archive is a file");
        if (!File.Exists(path) || OpenedFiles.Contains(path)) return;
        Span<byte> header = stackalloc byte[16];
        int read;
        try
        {
            using var file = new FileStream(path, FileMode.Open, FileAccess.Read, FileShare.ReadWrite | FileShare.Delete);
            read = file.ReadAtLeast(header, header.Length, throwOnEndOfStream: false);
        }
        catch (Exception trouble) when (trouble is IOException or UnauthorizedAccessException)
        {
            throw new ArchiveRefusedException(ArchiveRefusal.ReadOnly, $"{path} cannot be read: {trouble.Message}", trouble);
        }

        if (read != 0 && !header[..read].SequenceEqual("SQLite format 3\0"u8))
            throw new ArchiveRefusedException(ArchiveRefusal.NotAnArchive, $"{path} is not an SQLite database; nothing in it was changed");
    }
}
