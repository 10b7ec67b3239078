using SQLitePCL;

namespace Aggregator.Archive.Sqlite.Querying;

/// <summary>Makes sentences of SQLite's error codes.</summary>
internal static class SqlErrors
{
    public static SqlError Of(int code, string message, string? refused) => (code & 0xff) switch
    {
        raw.SQLITE_AUTH or raw.SQLITE_READONLY => NotAllowed(refused),
        raw.SQLITE_ERROR when message.Contains("prohibited", StringComparison.Ordinal) || message.StartsWith("not authorized", StringComparison.Ordinal) =>
            NotAllowed(refused),
        raw.SQLITE_TOOBIG => new(SqlErrorKind.TooBig, $"a value is longer than {GuardedConnection.LongestValue >> 20} MiB"),
        raw.SQLITE_NOMEM => new(SqlErrorKind.TooBig, "the statement needs more memory than it may have"),
        raw.SQLITE_BUSY or raw.SQLITE_LOCKED => new(SqlErrorKind.Archive, "another program holds the archive locked; try again"),
        raw.SQLITE_CORRUPT or raw.SQLITE_NOTADB => new(SqlErrorKind.Archive,
            $"the archive is damaged ({message}); `aggregator archive check` says where"),
        raw.SQLITE_CANTOPEN or raw.SQLITE_IOERR or raw.SQLITE_FULL or raw.SQLITE_PERM => new(SqlErrorKind.Archive,
            $"the archive could not be read ({message})"),
        _ => new(SqlErrorKind.Statement, message),
    };

    public static SqlError NotAllowed(string? what) => new(SqlErrorKind.NotAllowed,
        what is null ? "only reading is allowed here" : $"only reading is allowed here, not {what}");
}
