using Aggregator.Commands;

namespace Aggregator.Queries;

/// <summary>
/// The last wall of the time limit. SQLite can be stopped between two steps of its program, but not inside one call of a function:
/// <c>instr()</c> of two long texts can take an hour. When the statement has not ended a moment after its time, the process ends instead,
/// with the rows written so far and the same sentence and exit code as otherwise.
/// </summary>
internal sealed class HardStop : IDisposable
{
    private static readonly TimeSpan Grace = TimeSpan.FromMilliseconds(60);

    private readonly Lock _writing = new();
    private readonly ITimer _timer;
    private readonly Action _finish;
    private bool _ended;

    /// <param name="time">The clock.</param>
    /// <param name="limit">The statement's time.</param>
    /// <param name="finish">Completes the output and says why; called on another thread while no row is being written.</param>
    public HardStop(TimeProvider time, TimeSpan limit, Action finish)
    {
        _finish = finish;
        _timer = time.CreateTimer(_ => End(), null, limit + Grace, Timeout.InfiniteTimeSpan);
    }

    /// <summary>Writes something while the process may not end.</summary>
    public Lock.Scope Writing() => _writing.EnterScope();

    /// <summary>The statement has ended by itself.</summary>
    public void Ended()
    {
        using (_writing.EnterScope())
            _ended = true;
    }

    public void Dispose() => _timer.Dispose();

    private void End()
    {
        // Held: a row is being written, so SQLite is not what everything waits for.
        if (!_writing.TryEnter())
            return;
        try
        {
            if (_ended)
                return;
            _finish();
            Environment.Exit(ExitCode.Failed);
        }
        finally
        {
            _writing.Exit();
        }
    }
}
