namespace Aggregator.Tests.Service;

/// <summary>A clock whose wall time can be set, as an operator or a time server does; its counter and timers run on as they do on a machine.</summary>
internal sealed class SteppingClock(TimeProvider under) : TimeProvider
{
    private long _offset;

    public TimeProvider Under => under;

    public override long TimestampFrequency => under.TimestampFrequency;

    public void Step(TimeSpan by) => Interlocked.Add(ref _offset, by.Ticks);

    public override DateTimeOffset GetUtcNow() => under.GetUtcNow() + TimeSpan.FromTicks(Interlocked.Read(ref _offset));

    public override long GetTimestamp() => under.GetTimestamp();

    public override ITimer CreateTimer(TimerCallback callback, object? state, TimeSpan dueTime, TimeSpan period) => under.CreateTimer(callback, state, dueTime, period);
}
