namespace Aggregator.Service;

/// <summary>Time between two ticks: how late a due feed may be noticed.</summary>
internal sealed record TickPeriod(TimeSpan Value)
{
    public static TickPeriod Usual { get; } = new(TimeSpan.FromSeconds(5));
}
