using Aggregator.Pipeline.Deduplicating;
using Aggregator.Pipeline.Ports;

namespace Aggregator.Pipeline.Scheduling;

/// <summary>
/// Decides what a feed's state is after a poll: validators, failures, and when it is due next and why.
/// Takes the state, the answer and its verdicts; gives the next state; never looks at a clock.
/// </summary>
public sealed class FeedSchedule(ScheduleSettings settings)
{
    public FeedState Next(FeedState state, Answer answer, IReadOnlyList<Verdict> verdicts, DateTimeOffset now) =>
        state with { LastPolledAt = now, NextPollAt = now + (answer.Subscription.Every ?? settings.AutoEvery), NextPollReason = "every" };
}

/// <summary>Bounds of the schedule (settings <c>Polling:*</c>).</summary>
public sealed record ScheduleSettings
{
    /// <summary>Interval of <c>auto</c> until a rate is known.</summary>
    public TimeSpan AutoEvery { get; init; } = TimeSpan.FromHours(1);

    public TimeSpan MinInterval { get; init; } = TimeSpan.FromMinutes(15);

    public TimeSpan MaxInterval { get; init; } = TimeSpan.FromHours(24);
}
