using System.Buffers;
using System.Text;
using Microsoft.Data.Sqlite;
using SQLitePCL;

namespace Aggregator.Archive.Sqlite.Archiving;

/// <summary>
/// A prepared statement of the bulk writer: parameters by position, no look-up of names, no boxing, texts bound where they stand. Everything else
/// uses Dapper.
/// </summary>
internal sealed class Statement : IDisposable
{
    private readonly sqlite3 _database;
    private readonly sqlite3_stmt _owner;
    private readonly nint _statement;
    private readonly BoundTexts _texts = new();
    private readonly int _parameters;
    private int _bound;

    public Statement(SqliteConnection connection, string sql)
    {
        _database = connection.Handle!;
        var result = raw.sqlite3_prepare_v3(_database, sql, raw.SQLITE_PREPARE_PERSISTENT, out _owner);
        if (result != raw.SQLITE_OK) throw ArchiveTrouble.From(_database, result);
        _statement = _owner.DangerousGetHandle();
        _parameters = raw.sqlite3_bind_parameter_count(_owner);
    }

    /// <summary>The next parameter.</summary>
    public Statement With(long? value) => Bound(value is { } known ? NativeStatement.BindLong(_statement, ++_bound, known) : NativeStatement.BindNull(_statement, ++_bound));

    public Statement With(double? value) => Bound(value is { } known ? NativeStatement.BindDouble(_statement, ++_bound, known) : NativeStatement.BindNull(_statement, ++_bound));

    public Statement With(bool value) => With(value ? 1L : 0L);

    public Statement With(string? value)
    {
        if (value is null) return Bound(NativeStatement.BindNull(_statement, ++_bound));
        if (Encoding.UTF8.GetMaxByteCount(value.Length) is var most && most > BoundTexts.Longest) return WithLong(value, most);
        var (at, bytes) = _texts.Add(value);
        return Bound(NativeStatement.BindText(_statement, ++_bound, at, bytes, NativeStatement.Stays));
    }

    // SQLite keeps a copy until the next row.
    private Statement WithLong(string value, int most)
    {
        var buffer = ArrayPool<byte>.Shared.Rent(most);
        var result = raw.sqlite3_bind_text(_owner, ++_bound, buffer.AsSpan(0, Encoding.UTF8.GetBytes(value, buffer)));
        ArrayPool<byte>.Shared.Return(buffer);
        return Bound(result);
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

    public bool IsNull(int column) => NativeStatement.ColumnType(_statement, column) == raw.SQLITE_NULL;

    public long Long(int column) => NativeStatement.ColumnLong(_statement, column);

    public long? LongOrNull(int column) => IsNull(column) ? null : Long(column);

    public bool Bool(int column) => Long(column) != 0;

    public string? Text(int column) => IsNull(column) ? null : Encoding.UTF8.GetString(Bytes(column));

    /// <summary>A text in UTF-8, until the next row; empty for null.</summary>
    public ReadOnlySpan<byte> Bytes(int column) => raw.sqlite3_column_blob(_owner, column);

    public DateTimeOffset Time(int column) => Stamp.Parse(Text(column)!);

    public DateTimeOffset? TimeOrNull(int column) => Stamp.ParseOrNull(Text(column));

    public void Dispose() => _owner.Dispose();

    private bool Step()
    {
        var result = NativeStatement.Step(_statement);
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
        _ = NativeStatement.Reset(_statement);
        _texts.Clear();
    }

    private Statement Bound(int result)
    {
        if (result == raw.SQLITE_OK) return this;
        Reset();
        throw ArchiveTrouble.From(_database, result);
    }
}
