namespace Aggregator.Service;

/// <summary>
/// The clock that Quartz runs on: it goes on evenly whatever is done to the machine's clock, and is set to it anew only when asked, so
/// that whoever asks can arm the triggers again. A clock set back would stop Quartz's triggers until the old time comes round again.
/// Takes a clock; gives its time, carried forward by the monotonic counter; never steps by itself.
/// </summary>
internal sealed class SteadyTime(TimeProvider clock) : TimeProvider
{
    /// <summary>Below it a difference is drift, which is followed quietly; from it on it is a step.</summary>
    public static readonly TimeSpan LeastStep = TimeSpan.FromSeconds(2);

    private readonly Lock _gate = new();
    private DateTimeOffset _anchor = clock.GetUtcNow(); // under _gate
    private long _anchoredAt = clock.GetTimestamp();    // under _gate

    public override TimeZoneInfo LocalTimeZone => clock.LocalTimeZone;

    public override long TimestampFrequency => clock.TimestampFrequency;

    public override DateTimeOffset GetUtcNow()
    {
        lock (_gate) return _anchor + clock.GetElapsedTime(_anchoredAt);
    }

    public override long GetTimestamp() => clock.GetTimestamp();

    public override ITimer CreateTimer(TimerCallback callback, object? state, TimeSpan dueTime, TimeSpan period) =>
        clock.CreateTimer(callback, state, dueTime, period);

    /// <summary>Sets itself to the machine's clock.</summary>
    /// <returns>By how much the machine's clock had stepped; zero when it had only drifted.</returns>
    public TimeSpan Anchor()
    {
        lock (_gate)
        {
            var (now, counter) = (clock.GetUtcNow(), clock.GetTimestamp());
            var own = _anchor + clock.GetElapsedTime(_anchoredAt, counter);
            var difference = now - own;
            var stepped = difference.Duration() >= LeastStep;

            // Drift backwards is waited out: time that runs twice would fire twice.
            _anchor = stepped || difference > TimeSpan.Zero ? now : own;
            _anchoredAt = counter;
            return stepped ? difference : TimeSpan.Zero;
        }
    }
}
