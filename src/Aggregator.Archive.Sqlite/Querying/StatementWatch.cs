using SQLitePCL;

namespace Aggregator.Archive.Sqlite.Querying;

/// <summary>
/// Stops a statement when its time, its memory or the caller's patience is over. The progress handler looks between instructions;
/// the timer interrupts, which also stops the full-text index's own reading, and reports, which ends a statement nobody reads from.
/// </summary>
internal sealed class StatementWatch : IDisposable
{
    /// <summary>Instructions between two looks: some tens of microseconds.</summary>
    private const int Instructions = 1_000;

    private readonly sqlite3 _connection;
    private readonly QueryLimits _limits;
    private readonly TimeProvider _clock;
    private readonly delegate_progress _look;
    private readonly ITimer _timer;
    private readonly CancellationTokenRegistration _cancellation;
    private readonly long _started;
    private readonly long _memoryBefore = raw.sqlite3_memory_used();
    private readonly Lock _gate = new();
    private volatile RowsEnding? _ending;
    private bool _finished;

    public StatementWatch(sqlite3 connection, QueryLimits limits, TimeProvider clock, CancellationToken cancel)
    {
        _connection = connection;
        _limits = limits;
        _clock = clock;
        _started = clock.GetTimestamp();
        _look = _ => Look() ? 0 : 1;
        raw.sqlite3_progress_handler(connection, Instructions, _look, null);
        _timer = clock.CreateTimer(_ => Stop(new RowsEnding.TimeOut(limits.Time)), null, limits.Time, Timeout.InfiniteTimeSpan);
        _cancellation = cancel.Register(() => Stop(new RowsEnding.Cancelled()));
    }

    /// <summary>Raised once, on the timer's or the canceller's thread, after the statement was interrupted.</summary>
    public event Action? Over;

    /// <summary>Why the statement was stopped; null while it was not.</summary>
    public RowsEnding? Ending => _ending;

    /// <summary>The statement is finished: nothing is watched any more.</summary>
    public void Stop()
    {
        lock (_gate)
        {
            if (_finished)
                return;
            _finished = true;
            raw.sqlite3_progress_handler(_connection, 0, null, null);
        }
        _timer.Change(Timeout.InfiniteTimeSpan, Timeout.InfiniteTimeSpan);
    }

    public void Dispose()
    {
        _cancellation.Dispose();
        _timer.Dispose();
    }

    private bool Look()
    {
        if (_ending is not null)
            return false;
        if (_clock.GetElapsedTime(_started) >= _limits.Time)
            _ending = new RowsEnding.TimeOut(_limits.Time);
        else if (raw.sqlite3_memory_used() - _memoryBefore > _limits.Memory)
            _ending = new RowsEnding.Failed(new(SqlErrorKind.TooBig,
                $"the statement needs more than {_limits.Memory >> 20} MiB of memory; select fewer columns, or fewer rows to sort"));
        return _ending is null;
    }

    private void Stop(RowsEnding ending)
    {
        // After the statement is finished the connection may be closed, or run the next one.
        lock (_gate)
        {
            if (_finished)
                return;
            _ending ??= ending;
            raw.sqlite3_interrupt(_connection);
        }
        Over?.Invoke();
    }
}
