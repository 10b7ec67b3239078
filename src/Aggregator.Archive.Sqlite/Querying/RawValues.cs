using SQLitePCL;

namespace Aggregator.Archive.Sqlite.Querying;

/// <summary>The current row as SQLite has it, without copies. Valid only inside the call that was given it.</summary>
public readonly ref struct RawValues
{
    private readonly sqlite3_stmt _statement;

    internal RawValues(sqlite3_stmt statement) => _statement = statement;

    public int Count => raw.sqlite3_column_count(_statement);

    public bool IsNull(int column) => raw.sqlite3_column_type(_statement, column) == raw.SQLITE_NULL;

    public bool IsText(int column) => raw.sqlite3_column_type(_statement, column) == raw.SQLITE_TEXT;

    public long Long(int column) => raw.sqlite3_column_int64(_statement, column);

    /// <summary>A text as it is stored. By length, as a text may hold U+0000.</summary>
    public ReadOnlySpan<byte> Utf8(int column) => raw.sqlite3_column_blob(_statement, column);
}

/// <summary>Looks at one row.</summary>
public delegate void RawVisitor(RawValues row);
