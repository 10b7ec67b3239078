using Aggregator.Pipeline.Deduplicating;
using Aggregator.Pipeline.Ports;
using Aggregator.Pipeline.Subscribing;

namespace Aggregator.Pipeline.Scheduling;

/// <summary>
/// Decides what a feed's state is after a poll: validators, failures, and when it is due next and why.
/// Takes the state, the answer and its verdicts; gives the next state; never looks at a clock.
/// </summary>
public sealed class FeedSchedule(ScheduleSettings settings)
{
    /// <summary>A failing feed is asked at least so often, and one that is gone exactly so often: many dead feeds return.</summary>
    public static readonly TimeSpan LongestBackOff = TimeSpan.FromHours(24);

    /// <summary>A server's wish to be left alone counts for so long at most.</summary>
    public static readonly TimeSpan LongestRetryAfter = TimeSpan.FromDays(7);

    /// <summary>Stored times are rounded up to their second; what is judged against a bound gets so much room.</summary>
    public static readonly TimeSpan Rounding = TimeSpan.FromMinutes(1);

    // Feeds without a stated interval drift apart by up to so much of it, so that a start with all of them due is no herd for ever.
    private const double MaxSpread = 0.1;

    public FeedState Next(FeedState state, Answer answer, IReadOnlyList<Verdict> verdicts, DateTimeOffset now)
    {
        var interval = IntervalOf(answer.Subscription);
        var polled = state with { LastPolledAt = now, Interval = interval, RetryAfter = RetryAfter(state, answer, now) };
        return answer.Failure is { } failure
            ? AfterFailure(polled, failure, answer.Subscription, now)
            : AfterSuccess(polled, answer, verdicts, now);
    }

    /// <summary>When a feed is really due: a stored time that no rule can have set (the clock was wrong then, or is now) means at once.</summary>
    public static DateTimeOffset DueAt(FeedState state, DateTimeOffset now)
    {
        if (state.NextPollAt is not { } next) return now;
        var farthest = state.RetryAfter >= next ? LongestRetryAfter : Longer(LongestBackOff, (state.Interval ?? TimeSpan.Zero) * (1 + MaxSpread));
        return next - now > farthest + Rounding ? now : next;
    }

    private static FeedState AfterSuccess(FeedState state, Answer answer, IReadOnlyList<Verdict> verdicts, DateTimeOffset now)
    {
        var interval = state.Interval!.Value;
        var stated = answer.Subscription.Every is not null;
        var next = StoredConditions.After(state, answer, verdicts, now) with
        {
            Failures = 0,
            Gone = false,
            LastError = null,
            LastSuccessAt = now,
            LastNewAt = verdicts.Any(v => v is Verdict.New) ? now : state.LastNewAt,
        };
        return Due(next, stated ? interval : SpreadOut(interval, state.Id), $"{(stated ? "every" : "auto, every")} {Words.Of(interval)}", now);
    }

    private static FeedState AfterFailure(FeedState state, FetchOutcome.Failed failure, Subscription subscription, DateTimeOffset now)
    {
        var failures = state.Failures == int.MaxValue ? int.MaxValue : state.Failures + 1;
        var gone = state.Gone || failure.Kind == FailureKind.Gone;
        var next = state with { Failures = failures, Gone = gone, LastError = failure.Reason };
        var interval = state.Interval!.Value;
        if (gone) return Due(next, Longer(LongestBackOff, interval), "the server says that the feed is gone (410), asked again once a day", now);

        var pause = BackOff(interval, failures);
        if (subscription.Every is null) pause = Shorter(SpreadOut(pause, state.Id), Longer(LongestBackOff, interval));
        return Due(next, pause, $"failed {(failures == 1 ? "once" : $"{failures} times")}, next try in {Words.Of(BackOff(interval, failures))}", now);
    }

    private static FeedState Due(FeedState state, TimeSpan pause, string reason, DateTimeOffset now)
    {
        var at = now + pause;
        return state.RetryAfter > at
            ? state with { NextPollAt = state.RetryAfter, NextPollReason = $"the server asked to be left alone for {Words.Of(state.RetryAfter.Value - now)} (Retry-After)" }
            : state with { NextPollAt = at, NextPollReason = reason };
    }

    /// <summary>The pause after so many failures in a row: the interval, then twice as long each time, up to a day; a longer interval stands.</summary>
    internal static TimeSpan BackOff(TimeSpan interval, int failures)
    {
        var pause = interval;
        for (var i = 1; i < failures && pause < LongestBackOff; i++) pause *= 2;
        return Longer(interval, Shorter(pause, LongestBackOff));
    }

    // Only an answer that is a success ends a wish that still runs: a forced poll that failed has not heard otherwise.
    private static DateTimeOffset? RetryAfter(FeedState state, Answer answer, DateTimeOffset now)
    {
        var wish = answer.Fetch.RetryAfter ?? (answer.Failure is null ? null : state.RetryAfter);
        if (wish > now + LongestRetryAfter) wish = now + LongestRetryAfter;
        return wish > now ? wish : null;
    }

    private TimeSpan IntervalOf(Subscription subscription) =>
        subscription.Every ?? Longer(settings.MinInterval, Shorter(settings.AutoEvery, settings.MaxInterval));

    // The same feed always gets the same share, so that nothing here is random.
    private static TimeSpan SpreadOut(TimeSpan pause, long feedId)
    {
        var mixed = unchecked((ulong)feedId * 0x9E3779B97F4A7C15UL);
        return pause * (1 + (MaxSpread * ((mixed >> 32) / (double)uint.MaxValue)));
    }

    private static TimeSpan Longer(TimeSpan a, TimeSpan b) => a > b ? a : b;

    private static TimeSpan Shorter(TimeSpan a, TimeSpan b) => a < b ? a : b;
}
