using System.Text;
using SQLitePCL;

namespace Aggregator.Archive.Sqlite.Querying;

/// <summary>
/// Takes: one SQL statement from anybody, with named parameters and limits.
/// Gives: its rows, streamed and typed (long, double, string, byte[], null), or one <see cref="SqlError"/> with the place.
/// Never: writes a byte, opens another file, holds a snapshot beyond the time limit, or runs what it did not recognise as reading.
/// The walls, outermost first: the file is opened read-only; <c>query_only</c>, DEFENSIVE and untrusted schema; limits on values,
/// statements and columns; an authorizer that knows what is allowed; exactly one statement that SQLite itself calls read-only;
/// a watch on time, memory and the caller's patience. One thread uses a door at a time.
/// </summary>
public sealed class SqlDoor : IDisposable
{
    private readonly sqlite3 _connection;
    private readonly TimeProvider _clock;
    private readonly ReadOnlyAuthorizer _authorizer = new();

    private SqlDoor(sqlite3 connection, TimeProvider clock)
    {
        _connection = connection;
        _clock = clock;
        GuardedConnection.LimitStatements(connection);
        _authorizer.Watch(connection);
    }

    /// <summary>Opens an archive for reading; the file must be an archive of this program's schema.</summary>
    public static DoorOpening Open(string path, TimeProvider clock)
    {
        ArgumentNullException.ThrowIfNull(clock);
        var full = Path.GetFullPath(path);
        if (ArchiveFile.Refusal(full) is { } reason)
            return new DoorOpening.Refused(reason);
        Batteries_V2.Init();
        var code = GuardedConnection.Open(full, out var connection);
        if (code == raw.SQLITE_OK)
        {
            var (application, version) = (0L, 0L);
            code = Number(connection, "PRAGMA application_id", ref application);
            code = code == raw.SQLITE_OK ? Number(connection, "PRAGMA user_version", ref version) : code;
            if (code == raw.SQLITE_OK && ArchiveFile.WrongSchema(full, application, version) is { } wrong)
            {
                connection.Dispose();
                return new DoorOpening.Refused(wrong);
            }
        }
        if (code == raw.SQLITE_OK)
            return new DoorOpening.Opened(new SqlDoor(connection, clock));
        var why = raw.sqlite3_errmsg(connection).utf8_to_string();
        connection.Dispose();
        return new DoorOpening.Refused(ArchiveFile.CannotRead(full, code, why));
    }

    /// <summary>Gives all of SQLite in this process a limit of memory that a single step of a statement cannot pass either. For a process that
    /// only asks: a writer in it would be short of memory together with the statement.</summary>
    public static void LimitProcessMemory(long bytes)
    {
        Batteries_V2.Init();
        raw.sqlite3_hard_heap_limit64(bytes);
    }

    /// <summary>Makes a statement ready; its rows run it. <paramref name="plan"/> gives SQLite's query plan instead of its rows.</summary>
    public Preparation Prepare(string sql, IReadOnlyDictionary<string, object?> parameters, QueryLimits limits,
        bool plan = false, CancellationToken cancel = default)
    {
        ArgumentNullException.ThrowIfNull(sql);
        ArgumentNullException.ThrowIfNull(parameters);
        ArgumentNullException.ThrowIfNull(limits);
        if (sql.Contains('\0', StringComparison.Ordinal))
            return Refuse(new(SqlErrorKind.Statement, "the statement holds a character U+0000"));
        if (Encoding.UTF8.GetByteCount(sql) > GuardedConnection.LongestStatement)
            return Refuse(new(SqlErrorKind.TooBig, $"the statement is longer than {GuardedConnection.LongestStatement:N0} bytes"));
        SetTemporaryStore(limits);
        var watch = new StatementWatch(_connection, limits, _clock, cancel);
        var preparation = Prepare(sql, parameters, limits, plan, watch);
        if (preparation is Preparation.Refused)
        {
            watch.Stop();
            watch.Dispose();
        }
        return preparation;
    }

    /// <summary>Articles that full-text search does not find yet, because they are new or changed.</summary>
    public long NotIndexed()
    {
        var waiting = 0L;
        Number(_connection, "SELECT (SELECT count(*) FROM article WHERE id > (SELECT upto FROM search_state)) + (SELECT count(*) FROM search_pending)", ref waiting);
        return waiting;
    }

    public void Dispose() => _connection.Dispose();

    private Preparation Prepare(string sql, IReadOnlyDictionary<string, object?> parameters, QueryLimits limits, bool plan, StatementWatch watch)
    {
        _authorizer.Forget();
        const string explain = "EXPLAIN QUERY PLAN ";
        var text = plan ? explain + sql : sql;
        var code = raw.sqlite3_prepare_v2(_connection, text, out var statement, out var tail);
        if (code != raw.SQLITE_OK)
        {
            var error = watch.Ending is RowsEnding.Failed { Error: var e } ? e
                : watch.Ending is not null ? new SqlError(SqlErrorKind.TooBig, "the statement takes longer to read than it may run")
                : Explain(code, text, plan ? explain.Length : 0);
            raw.sqlite3_finalize(statement);
            return Refuse(error);
        }
        var rest = StatementTail.Skip(tail);
        var refusal = statement.IsInvalid ? new(SqlErrorKind.Statement, "there is no statement")
            : rest.Length > 0 ? new(SqlErrorKind.NotAllowed, "only one statement is allowed") { Position = sql.Length - rest.Length }
            : raw.sqlite3_stmt_readonly(statement) == 0 ? SqlErrors.NotAllowed(null)
            : SqlParameters.Bind(statement, parameters);
        if (refusal is not null)
        {
            raw.sqlite3_finalize(statement);
            return Refuse(refusal);
        }
        return new Preparation.Ready(new SqlRows(statement, watch, limits, _authorizer.SawSearch, c => Explain(c, null, 0)));
    }

    private static Preparation.Refused Refuse(SqlError error) => new(error);

    private SqlError Explain(int code, string? text, int shift)
    {
        var message = raw.sqlite3_errmsg(_connection).utf8_to_string();
        var position = text is null ? null : ErrorOffset.In(_connection, text) - shift;
        var error = SqlErrors.Of(code, message, _authorizer.Refused);
        return error with
        {
            Position = position < 0 ? null : position,
            Suggestion = text is null ? null : SqlNames.Suggest(_connection, message),
        };
    }

    /// <summary>Where big sorts go. The authorizer steps aside for this one pragma of ours.</summary>
    private void SetTemporaryStore(QueryLimits limits)
    {
        raw.sqlite3_set_authorizer(_connection, (strdelegate_authorizer?)null, null);
        raw.sqlite3_exec(_connection, limits.SortOnDisk ? "PRAGMA temp_store=FILE" : "PRAGMA temp_store=MEMORY");
        _authorizer.Watch(_connection);
    }

    private static int Number(sqlite3 connection, string pragma, ref long number)
    {
        var code = raw.sqlite3_prepare_v2(connection, pragma, out var statement);
        if (code == raw.SQLITE_OK && (code = raw.sqlite3_step(statement)) == raw.SQLITE_ROW)
        {
            number = raw.sqlite3_column_int64(statement, 0);
            code = raw.SQLITE_OK;
        }
        raw.sqlite3_finalize(statement);
        return code;
    }
}
