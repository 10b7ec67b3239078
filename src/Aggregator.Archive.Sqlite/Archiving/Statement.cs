using System.Buffers;
using System.Text;
using Microsoft.Data.Sqlite;
using SQLitePCL;

namespace Aggregator.Archive.Sqlite.Archiving;

/// <summary>
/// A prepared statement of the bulk writer: parameters by position, no look-up of names, no boxing. Everything else uses Dapper.
/// </summary>
internal sealed class Statement : IDisposable
{
    private readonly sqlite3 _database;
    private readonly sqlite3_stmt _statement;
    private readonly int _parameters;
    private int _bound;

    public Statement(SqliteConnection connection, string sql)
    {
        _database = connection.Handle!;
        var result = raw.sqlite3_prepare_v3(_database, sql, raw.SQLITE_PREPARE_PERSISTENT, out _statement);
        if (result != raw.SQLITE_OK) throw ArchiveTrouble.From(_database, result);
        _parameters = raw.sqlite3_bind_parameter_count(_statement);
    }

    /// <summary>The next parameter.</summary>
    public Statement With(long? value)
    {
        Expect(value is { } known ? raw.sqlite3_bind_int64(_statement, ++_bound, known) : raw.sqlite3_bind_null(_statement, ++_bound));
        return this;
    }

    public Statement With(double? value)
    {
        Expect(value is { } known ? raw.sqlite3_bind_double(_statement, ++_bound, known) : raw.sqlite3_bind_null(_statement, ++_bound));
        return this;
    }

    public Statement With(bool value) => With(value ? 1L : 0L);

    public Statement With(string? value)
    {
        if (value is null)
        {
            Expect(raw.sqlite3_bind_null(_statement, ++_bound));
            return this;
        }

        var buffer = ArrayPool<byte>.Shared.Rent(Encoding.UTF8.GetMaxByteCount(value.Length));
        var length = Encoding.UTF8.GetBytes(value, buffer);
        var result = raw.sqlite3_bind_text(_statement, ++_bound, buffer.AsSpan(0, length));
        ArrayPool<byte>.Shared.Return(buffer);
        Expect(result);
        return this;
    }

    /// <summary>Runs a statement that gives no rows.</summary>
    /// <returns>How many rows it changed.</returns>
    public int Run()
    {
        Ready();
        try
        {
            while (Step()) { }
            return raw.sqlite3_changes(_database);
        }
        finally
        {
            Reset();
        }
    }

    /// <summary>Runs an INSERT of one row. RETURNING would cost a statement journal.</summary>
    /// <returns>The row's id.</returns>
    public long Insert()
    {
        Run();
        return raw.sqlite3_last_insert_rowid(_database);
    }

    /// <summary>Runs it and reads every row.</summary>
    public void Each(Action<Statement> row)
    {
        Ready();
        try
        {
            while (Step()) row(this);
        }
        finally
        {
            Reset();
        }
    }

    /// <summary>Runs it and reads the first row.</summary>
    /// <returns>Null when there is none.</returns>
    public T? First<T>(Func<Statement, T> row)
    {
        Ready();
        try
        {
            return Step() ? row(this) : default;
        }
        finally
        {
            Reset();
        }
    }

    public bool IsNull(int column) => raw.sqlite3_column_type(_statement, column) == raw.SQLITE_NULL;

    public long Long(int column) => raw.sqlite3_column_int64(_statement, column);

    public long? LongOrNull(int column) => IsNull(column) ? null : Long(column);

    public bool Bool(int column) => Long(column) != 0;

    public string? Text(int column)
    {
        if (IsNull(column)) return null;
        var bytes = raw.sqlite3_column_blob(_statement, column);
        return bytes.IsEmpty ? "" : Encoding.UTF8.GetString(bytes);
    }

    /// <summary>A text in UTF-8, until the next row; empty for null.</summary>
    public ReadOnlySpan<byte> Bytes(int column) => raw.sqlite3_column_blob(_statement, column);

    public DateTimeOffset Time(int column) => Stamp.Parse(Text(column)!);

    public DateTimeOffset? TimeOrNull(int column) => Stamp.ParseOrNull(Text(column));

    public void Dispose() => _statement.Dispose();

    private bool Step()
    {
        var result = raw.sqlite3_step(_statement);
        if (result is raw.SQLITE_ROW) return true;
        if (result is raw.SQLITE_DONE) return false;
        throw ArchiveTrouble.From(_database, result);
    }

    // A parameter that is not bound again would keep the last row's value.
    private void Ready()
    {
        if (_bound == _parameters) return;
        var bound = _bound;
        _bound = 0;
        throw new InvalidOperationException($"{bound} of {_parameters} parameters are bound");
    }

    private void Reset()
    {
        _bound = 0;
        _ = raw.sqlite3_reset(_statement);
    }

    private void Expect(int result)
    {
        if (result == raw.SQLITE_OK) return;
        Reset();
        throw ArchiveTrouble.From(_database, result);
    }
}
