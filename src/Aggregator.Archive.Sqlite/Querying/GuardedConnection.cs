using Aggregator.Archive.Sqlite.Opening;
using SQLitePCL;

namespace Aggregator.Archive.Sqlite.Querying;

/// <summary>A connection that can only read: opened read-only, then closed in further before any foreign statement reaches it.</summary>
internal static class GuardedConnection
{
    /// <summary>No article has a longer value; a longer one that a statement makes is error 18 at once, where making it would take seconds
    /// and gigabytes inside one function call that nothing can interrupt.</summary>
    public const int LongestValue = 16 << 20;

    public const int LongestStatement = 100_000;

    public static int Open(string path, out sqlite3 connection)
    {
        // The path is absolute, so it can never be taken for a file: URI with options in it.
        OpenedFiles.Add(path);
        var code = raw.sqlite3_open_v2(path, out connection, raw.SQLITE_OPEN_READONLY | raw.SQLITE_OPEN_FULLMUTEX, null);
        if (code != raw.SQLITE_OK)
            return code;
        raw.sqlite3_extended_result_codes(connection, 1);
        raw.sqlite3_busy_timeout(connection, 5_000);
        raw.sqlite3_enable_load_extension(connection, 0);
        Configure(connection, raw.SQLITE_DBCONFIG_ENABLE_LOAD_EXTENSION, 0);
        Configure(connection, raw.SQLITE_DBCONFIG_ENABLE_FTS3_TOKENIZER, 0);
        Configure(connection, raw.SQLITE_DBCONFIG_DEFENSIVE, 1);
        Configure(connection, raw.SQLITE_DBCONFIG_WRITABLE_SCHEMA, 0);
        Configure(connection, raw.SQLITE_DBCONFIG_TRUSTED_SCHEMA, 0);
        Configure(connection, raw.SQLITE_DBCONFIG_DQS_DML, 0);
        raw.sqlite3_limit(connection, raw.SQLITE_LIMIT_ATTACHED, 0);
        raw.sqlite3_limit(connection, raw.SQLITE_LIMIT_LENGTH, LongestValue);
        raw.sqlite3_limit(connection, raw.SQLITE_LIMIT_COLUMN, 2_000);
        raw.sqlite3_limit(connection, raw.SQLITE_LIMIT_COMPOUND_SELECT, 100);
        raw.sqlite3_limit(connection, raw.SQLITE_LIMIT_FUNCTION_ARG, 127);
        raw.sqlite3_limit(connection, raw.SQLITE_LIMIT_LIKE_PATTERN_LENGTH, 1_000);
        raw.sqlite3_limit(connection, raw.SQLITE_LIMIT_TRIGGER_DEPTH, 1);
        raw.sqlite3_limit(connection, raw.SQLITE_LIMIT_WORKER_THREADS, 0);
        return raw.sqlite3_exec(connection,
            "PRAGMA query_only=1; PRAGMA trusted_schema=0; PRAGMA cell_size_check=1; PRAGMA mmap_size=0; PRAGMA cache_size=-16384");
    }

    /// <summary>What would break reading the schema of an archive, and so comes after it was read.</summary>
    public static void LimitStatements(sqlite3 connection)
    {
        raw.sqlite3_limit(connection, raw.SQLITE_LIMIT_SQL_LENGTH, LongestStatement + 100);
        raw.sqlite3_limit(connection, raw.SQLITE_LIMIT_EXPR_DEPTH, 250);
    }

    private static void Configure(sqlite3 connection, int option, int value) =>
        raw.sqlite3_db_config(connection, option, value, out _);
}
