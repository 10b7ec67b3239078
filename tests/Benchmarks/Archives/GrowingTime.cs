namespace Aggregator.Benchmarks.Archives;

/// <summary>A clock for years of news in minutes: the wall stands where it is set, durations are real.</summary>
internal sealed class GrowingTime(DateTimeOffset now) : TimeProvider
{
    public DateTimeOffset Now { get; set; } = now;

    public override DateTimeOffset GetUtcNow() => Now;
}
