namespace Aggregator.Fetching;

/// <summary>The budgets of time that a fetch can run out of.</summary>
internal enum TimeBudget
{
    Headers,
    Idle,
    Room,
    Total,
}

/// <summary>
/// The clock of one fetch: one token that is cancelled when the total or the phase under way has run out, or the program stops.
/// One timer serves all phases: it is only set again when a phase would end before it rings.
/// </summary>
internal sealed class FetchClock : IDisposable
{
    private readonly CancellationTokenSource _source = new();
    private readonly Lock _gate = new();
    private readonly TimeProvider _time;
    private readonly long _started;
    private readonly TimeSpan _total;
    private readonly ITimer _timer;
    private readonly CancellationTokenRegistration _stop;
    private TimeSpan _rings;          // under _gate
    private TimeSpan _phaseEnds;      // under _gate
    private TimeBudget _phase;        // under _gate

    public FetchClock(TimeProvider time, TimeSpan total, TimeSpan headers, CancellationToken stop)
    {
        (_time, _total, _started) = (time, total, time.GetTimestamp());
        (_phase, _phaseEnds) = (TimeBudget.Headers, headers);
        _rings = headers < total ? headers : total;
        _timer = time.CreateTimer(static clock => ((FetchClock)clock!).Ring(), this, _rings, Timeout.InfiniteTimeSpan);
        _stop = stop.UnsafeRegister(static source => ((CancellationTokenSource)source!).Cancel(), _source);
    }

    public CancellationToken Token => _source.Token;

    /// <summary>Which budget ran out; null while none has.</summary>
    public TimeBudget? Spent { get; private set; }

    public TimeSpan Elapsed => _time.GetElapsedTime(_started);

    /// <summary>Begins a phase that may last so long; ends the one before.</summary>
    public void Begin(TimeBudget phase, TimeSpan limit)
    {
        lock (_gate)
        {
            var now = Elapsed;
            (_phase, _phaseEnds) = (phase, now + limit);
            if (_phaseEnds >= _rings) return;
            _rings = _phaseEnds;
            _timer.Change(limit, Timeout.InfiniteTimeSpan);
        }
    }

    private void Ring()
    {
        lock (_gate)
        {
            if (Spent is not null) return;
            var now = Elapsed;
            var end = _phaseEnds < _total ? _phaseEnds : _total;
            if (now < end)
            {
                _rings = end;
                // Timers count milliseconds; one more keeps a rounding from ringing twice.
                _timer.Change(end - now + TimeSpan.FromMilliseconds(1), Timeout.InfiniteTimeSpan);
                return;
            }

            Spent = now >= _total ? TimeBudget.Total : _phase;
        }

        _source.Cancel();
    }

    public void Dispose()
    {
        _timer.Dispose();
        _stop.Dispose();
        lock (_gate) Spent ??= TimeBudget.Total;
        _source.Dispose();
    }
}
