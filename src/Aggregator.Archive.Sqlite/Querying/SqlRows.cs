using SQLitePCL;

namespace Aggregator.Archive.Sqlite.Querying;

/// <summary>The rows of one statement, one at a time. Whatever the reader of the rows does, the statement and its snapshot are gone when the
/// time is over: a timer closes them, also while nobody asks for rows.</summary>
public sealed class SqlRows : IDisposable
{
    private readonly Lock _gate = new();
    private readonly sqlite3_stmt _statement;
    private readonly StatementWatch _watch;
    private readonly QueryLimits _limits;
    private readonly Func<int, SqlError> _explain;
    private readonly object?[] _values;
    private bool _closed;

    internal SqlRows(sqlite3_stmt statement, StatementWatch watch, QueryLimits limits, bool usesSearch, Func<int, SqlError> explain)
    {
        UsesSearch = usesSearch;
        _statement = statement;
        _watch = watch;
        _limits = limits;
        _explain = explain;
        Columns = ColumnNames(statement);
        _values = new object?[Columns.Count];
        _watch.Over += CloseWhenOver;
    }

    /// <summary>Names as the statement gives them; two may be equal.</summary>
    public IReadOnlyList<string> Columns { get; }

    /// <summary>The statement asks the full-text index, which may be behind: <see cref="SqlDoor.NotIndexed"/>.</summary>
    public bool UsesSearch { get; }

    /// <summary>Rows given so far.</summary>
    public long Count { get; private set; }

    /// <summary>Bytes of the values given so far (8 for a number).</summary>
    public long Bytes { get; private set; }

    /// <summary>How the rows ended; null while there may be more.</summary>
    public RowsEnding? Ending { get; private set; }

    /// <summary>The values of the current row: long, double, string, byte[] or null. Overwritten by the next <see cref="Read"/>.</summary>
    public ReadOnlySpan<object?> Current => _values;

    /// <returns>False when there is no further row; <see cref="Ending"/> says why.</returns>
    public bool Read()
    {
        lock (_gate)
        {
            if (!Step())
                return false;
            var bytes = Take();
            if (Bytes + bytes > _limits.Bytes)
                return End(new RowsEnding.MoreBytes(_limits.Bytes.Value));
            Bytes += bytes;
            Count++;
            return true;
        }
    }

    /// <summary>Shows the next row as SQLite has it, without making values of it: for many rows that only pass through. Bytes are not counted.</summary>
    /// <returns>False when there is no further row; <see cref="Ending"/> says why.</returns>
    public bool Read(RawVisitor look)
    {
        ArgumentNullException.ThrowIfNull(look);
        lock (_gate)
        {
            if (!Step())
                return false;
            look(new RawValues(_statement));
            Count++;
            return true;
        }
    }

    public void Dispose()
    {
        // Outside the lock: disposing of the watch waits for a running call of CloseWhenOver, which takes the lock.
        _watch.Dispose();
        lock (_gate)
            End(Ending ?? new RowsEnding.Cancelled());
    }

    /// <summary>Called by the watch's timer, or by the caller's cancellation, on a thread of its own.</summary>
    private void CloseWhenOver()
    {
        lock (_gate)
            End(Ending ?? _watch.Ending!);
    }

    private bool Step()
    {
        if (Ending is not null)
            return false;
        var code = raw.sqlite3_step(_statement);
        if (code == raw.SQLITE_DONE)
            return End(new RowsEnding.Complete());
        if (code != raw.SQLITE_ROW)
            return End(_watch.Ending ?? new RowsEnding.Failed(_explain(code)));
        return Count != _limits.Rows || End(new RowsEnding.MoreRows(Count));
    }

    private bool End(RowsEnding ending)
    {
        Ending = ending;
        if (!_closed)
        {
            _closed = true;
            raw.sqlite3_finalize(_statement);
            _watch.Stop();
        }
        return false;
    }

    private long Take()
    {
        var bytes = 0L;
        for (var i = 0; i < _values.Length; i++)
        {
            switch (raw.sqlite3_column_type(_statement, i))
            {
                case raw.SQLITE_INTEGER:
                    _values[i] = raw.sqlite3_column_int64(_statement, i);
                    bytes += sizeof(long);
                    break;
                case raw.SQLITE_FLOAT:
                    _values[i] = raw.sqlite3_column_double(_statement, i);
                    bytes += sizeof(double);
                    break;
                case raw.SQLITE_TEXT:
                    _values[i] = Text(i);
                    bytes += raw.sqlite3_column_bytes(_statement, i);
                    break;
                case raw.SQLITE_BLOB:
                    _values[i] = raw.sqlite3_column_blob(_statement, i).ToArray();
                    bytes += raw.sqlite3_column_bytes(_statement, i);
                    break;
                default:
                    _values[i] = null;
                    break;
            }
        }
        return bytes;
    }

    /// <summary>By length, as a text may hold U+0000 and <c>sqlite3_column_text</c> is read only up to it.</summary>
    private string Text(int column)
    {
        var utf8 = raw.sqlite3_column_blob(_statement, column);
        return System.Text.Encoding.UTF8.GetString(utf8);
    }

    private static string[] ColumnNames(sqlite3_stmt statement)
    {
        var names = new string[raw.sqlite3_column_count(statement)];
        for (var i = 0; i < names.Length; i++)
            names[i] = raw.sqlite3_column_name(statement, i).utf8_to_string() ?? "";
        return names;
    }
}
