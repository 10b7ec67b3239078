using Aggregator.Pipeline.Ports;
using Aggregator.Pipeline.Scheduling;
using CsCheck;
using static Aggregator.Pipeline.Tests.Scheduling.Answers;

namespace Aggregator.Pipeline.Tests.Scheduling;

public class DueTimeTests
{
    [Theory]
    [InlineData(5)]
    [InlineData(60)]
    [InlineData(7 * 24 * 60)]
    public void A_stated_interval_stands_as_written(int minutes)
    {
        var every = TimeSpan.FromMinutes(minutes);
        var next = Next(Known, Success() with { Subscription = Every(every) });
        Assert.Equal(Now + every, next.NextPollAt);
        Assert.Equal(every, next.Interval);
    }

    [Fact]
    public void Auto_is_an_hour_and_at_most_a_tenth_more()
    {
        Gen.Long[1, long.MaxValue].Sample(id =>
        {
            var next = Next(Known with { Id = id }, Success() with { Subscription = Every(null) });
            Assert.InRange(next.NextPollAt!.Value - Now, TimeSpan.FromMinutes(60), TimeSpan.FromMinutes(66));
            Assert.Equal(TimeSpan.FromHours(1), next.Interval);
        });
    }

    [Fact]
    public void Auto_spreads_feeds_that_were_polled_together()
    {
        var minutes = Enumerable.Range(1, 660).Select(id => Next(Known with { Id = id }, Success() with { Subscription = Every(null) }).NextPollAt!.Value)
            .CountBy(at => (int)(at - Now).TotalMinutes).ToList();
        Assert.Equal(6, minutes.Count);
        Assert.All(minutes, m => Assert.InRange(m.Value, 80, 140));
    }

    [Theory]
    [InlineData(1, 15)]
    [InlineData(60, 60)]
    [InlineData(3000, 1440)]
    public void Auto_keeps_within_its_bounds(int minutes, int becomes)
    {
        var schedule = new FeedSchedule(new ScheduleSettings { AutoEvery = TimeSpan.FromMinutes(minutes) });
        Assert.Equal(TimeSpan.FromMinutes(becomes), schedule.Next(Known, Success() with { Subscription = Every(null) }, [], Now).Interval);
    }

    [Theory]
    [InlineData(60, "every 1 h")]
    [InlineData(90, "every 1 h 30 min")]
    [InlineData(null, "auto, every 1 h")]
    public void The_reason_of_a_success(int? minutes, string reason) =>
        Assert.Equal(reason, Next(Known, Success() with { Subscription = Every(minutes is { } m ? TimeSpan.FromMinutes(m) : null) }).NextPollReason);

    // Minutes of the interval, failures before, minutes until the next try, reason.
    [Theory]
    [InlineData(60, 0, 60, "failed once, next try in 1 h")]
    [InlineData(60, 1, 120, "failed 2 times, next try in 2 h")]
    [InlineData(60, 2, 240, "failed 3 times, next try in 4 h")]
    [InlineData(60, 4, 960, "failed 5 times, next try in 16 h")]
    [InlineData(60, 5, 1440, "failed 6 times, next try in 1 d")]
    [InlineData(60, 1000, 1440, "failed 1001 times, next try in 1 d")]
    [InlineData(5, 0, 5, "failed once, next try in 5 min")]
    [InlineData(10080, 3, 10080, "failed 4 times, next try in 7 d")]
    public void A_failure_doubles_the_pause_up_to_a_day(int minutes, int before, int pause, string reason)
    {
        var next = Next(Known with { Failures = before }, Failure() with { Subscription = Every(TimeSpan.FromMinutes(minutes)) });
        Assert.Equal(TimeSpan.FromMinutes(pause), next.NextPollAt - Now);
        Assert.Equal(reason, next.NextPollReason);
        Assert.Equal(before + 1, next.Failures);
    }

    [Fact]
    public void Back_off_never_shrinks_and_is_never_longer_than_a_day_or_the_interval()
    {
        Gen.Select(Gen.Int[5, 60 * 24 * 30], Gen.Int[1, int.MaxValue - 1]).Sample((minutes, failures) =>
        {
            var interval = TimeSpan.FromMinutes(minutes);
            var (pause, later) = (FeedSchedule.BackOff(interval, failures), FeedSchedule.BackOff(interval, failures + 1));
            Assert.True(later >= pause && pause >= interval);
            Assert.True(pause <= FeedSchedule.LongestBackOff || pause == interval);
        });
    }

    [Fact]
    public void A_failing_feed_is_asked_at_most_12_times_a_day()
    {
        foreach (var minutes in new[] { 5, 10, 15, 30, 60, 240 })
        {
            var (state, at, polls) = (Known with { Failures = 0 }, Now, 0);
            var schedule = new FeedSchedule(new ScheduleSettings());
            for (; at < Now.AddDays(1); at = state.NextPollAt!.Value, polls++) state = schedule.Next(state, Failure() with { Subscription = Every(TimeSpan.FromMinutes(minutes)) }, [], at);
            Assert.InRange(polls, 1, 12);
        }
    }

    [Fact]
    public void The_due_time_is_always_ahead_and_never_out_of_bounds()
    {
        var answers = Gen.OneOf(
            Gen.Const(Success()),
            Gen.Const(Of(new FetchOutcome.NotModified())),
            Gen.Enum<FailureKind>().Select(kind => Failure(kind)),
            Gen.Int[-100_000, 2_000_000].Select(s => Failure(FailureKind.Throttled, Now.AddSeconds(s))));
        Gen.Select(answers, Gen.Int[0, 50], Gen.Int[-5, 60 * 24], Gen.Long[1, long.MaxValue], Gen.Bool).Sample((answer, failures, minutes, id, gone) =>
        {
            var every = minutes >= 5 ? TimeSpan.FromMinutes(minutes) : (TimeSpan?)null;
            var next = Next(Known with { Id = id, Failures = failures, Gone = gone }, answer with { Subscription = Every(every) });
            var pause = next.NextPollAt!.Value - Now;
            Assert.True(pause >= (every ?? TimeSpan.FromHours(1)));
            Assert.True(pause <= TimeSpan.FromHours(24) || next.RetryAfter == next.NextPollAt && pause <= TimeSpan.FromDays(7));
            Assert.NotEqual("", next.NextPollReason);
            Assert.Equal(next.NextPollAt, FeedSchedule.DueAt(next, Now));
        });
    }

    [Fact]
    public void Gone_is_asked_once_a_day_until_it_answers()
    {
        var gone = Next(Known, Failure(FailureKind.Gone, reason: "410 Gone"));
        Assert.True(gone.Gone);
        Assert.Equal(Now.AddDays(1), gone.NextPollAt);
        Assert.Equal("the server says that the feed is gone (410), asked again once a day", gone.NextPollReason);

        var stillGone = Next(gone, Failure(FailureKind.Timeout));
        Assert.True(stillGone.Gone);
        Assert.Equal(Now.AddDays(1), stillGone.NextPollAt);

        var back = Next(stillGone, Success());
        Assert.False(back.Gone);
        Assert.Equal(0, back.Failures);
        Assert.Equal(Now.AddHours(1), back.NextPollAt);
    }
}
