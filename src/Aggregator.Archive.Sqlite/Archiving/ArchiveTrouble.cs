using Aggregator.Pipeline.Ports;
using Microsoft.Data.Sqlite;
using SQLitePCL;

namespace Aggregator.Archive.Sqlite.Archiving;

/// <summary>Tells trouble with the disk, which passes, from a bug of ours.</summary>
internal static class ArchiveTrouble
{
    public static Exception From(sqlite3 database, int result)
    {
        var extended = raw.sqlite3_extended_errcode(database);
        var message = raw.sqlite3_errmsg(database).utf8_to_string();
        return Sentence(result & 0xff, message) is { } sentence
            ? new ArchiveUnavailableException(sentence)
            : new SqliteException($"SQLite error {extended}: {message}", result & 0xff, extended);
    }

    /// <summary>Runs what goes through the ordinary library, with the same distinction.</summary>
    public static T Guard<T>(Func<T> work)
    {
        try
        {
            return work();
        }
        catch (SqliteException trouble) when (Sentence(trouble.SqliteErrorCode, trouble.Message) is { } sentence)
        {
            throw new ArchiveUnavailableException(sentence, trouble);
        }
    }

    private static string? Sentence(int code, string message) => code switch
    {
        raw.SQLITE_FULL => "the disk of the archive is full; nothing was stored, and it will be tried again",
        raw.SQLITE_IOERR => $"the disk of the archive failed ({message}); nothing was stored, and it will be tried again",
        raw.SQLITE_READONLY => "the archive cannot be written: the file or its file system is read-only",
        raw.SQLITE_CANTOPEN => $"the archive's files cannot be opened ({message}): is its folder still there, and writable?",
        raw.SQLITE_BUSY or raw.SQLITE_LOCKED => "another program holds the archive's write lock for longer than 10 seconds; nothing was stored, and it will be tried again",
        raw.SQLITE_NOMEM => "SQLite ran out of memory; nothing was stored, and it will be tried again",
        raw.SQLITE_CORRUPT or raw.SQLITE_NOTADB => $"the archive is damaged ({message}): stop the service, keep the file, and run `archive check`",
        _ => null,
    };
}
