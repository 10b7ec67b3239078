namespace Aggregator.Pipeline.Scheduling;

/// <summary>Bounds of the schedule (settings <c>Polling:*</c>).</summary>
public sealed record ScheduleSettings
{
    /// <summary>Interval of <c>auto</c> until a rate is known.</summary>
    public TimeSpan AutoEvery { get; init; } = TimeSpan.FromHours(1);

    /// <summary>Shortest interval of <c>auto</c>; a stated <c>every</c> stands as written.</summary>
    public TimeSpan MinInterval { get; init; } = TimeSpan.FromMinutes(15);

    /// <summary>Longest interval of <c>auto</c>.</summary>
    public TimeSpan MaxInterval { get; init; } = TimeSpan.FromHours(24);
}
