using Aggregator.Archive.Sqlite.Opening;
using SQLitePCL;

namespace Aggregator.Archive.Sqlite.Querying;

/// <summary>Why a file cannot be read as an archive, in one sentence each.</summary>
internal static class ArchiveFile
{
    private static ReadOnlySpan<byte> Magic => "SQLite format 3\0"u8;

    /// <summary>Null when the file begins like an SQLite database.</summary>
    public static string? Refusal(string path)
    {
        if (Directory.Exists(path))
            return $"{path} is a folder, not an archive";
        if (!File.Exists(path))
            return $"there is no archive at {path}; 'aggregator poll' makes one";
        if (OpenedFiles.Contains(path))
            return null;
        Span<byte> start = stackalloc byte[16];
        try
        {
            using var file = new FileStream(path, FileMode.Open, FileAccess.Read, FileShare.ReadWrite | FileShare.Delete, bufferSize: 0);
            var read = file.ReadAtLeast(start, start.Length, throwOnEndOfStream: false);
            return read == 0 ? $"{path} is empty, not an archive"
                : read < start.Length || !start.SequenceEqual(Magic) ? $"{path} is not an SQLite database"
                : StartChecks.ForeignLog(path);
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            return $"{path} cannot be read: {e.Message}";
        }
    }

    /// <summary>Null when it is an archive with the program's schema.</summary>
    public static string? WrongSchema(string path, long application, long version) =>
        application != ArchiveSchema.ApplicationId ? $"{path} is an SQLite database, but not an archive of this program"
        : version > ArchiveSchema.Version ? $"{path} has schema {version}, written by a newer version of this program, which knows schema {ArchiveSchema.Version}"
        : version < ArchiveSchema.Version ? $"{path} has the older schema {version}; 'aggregator poll' or 'aggregator run' brings it to {ArchiveSchema.Version}"
        : null;

    public static string CannotRead(string path, int code, string message) => (code & 0xff) switch
    {
        raw.SQLITE_NOTADB or raw.SQLITE_CORRUPT => $"{path} is damaged or not an SQLite database ({message})",
        raw.SQLITE_BUSY or raw.SQLITE_LOCKED => $"{path} is locked by another program; try again",
        raw.SQLITE_CANTOPEN => $"{path} cannot be opened ({message}); reading needs its -wal and -shm files or the right to make them",
        _ => $"{path} cannot be read ({message})",
    };
}
