using Aggregator.Pipeline.Scheduling;
using static Aggregator.Pipeline.Tests.Scheduling.Answers;

namespace Aggregator.Pipeline.Tests.Scheduling;

/// <summary>What a stored due time means when the clock was stepped since (RELIABILITY T1).</summary>
public class ClockStepTests
{
    [Fact]
    public void Without_a_due_time_it_is_now() => Assert.Equal(Now, FeedSchedule.DueAt(New, Now));

    [Theory]
    [InlineData(-1)]
    [InlineData(0)]
    [InlineData(1)]
    [InlineData(24)]
    public void A_due_time_within_a_day_stands(int hours) =>
        Assert.Equal(Now.AddHours(hours), FeedSchedule.DueAt(Known with { NextPollAt = Now.AddHours(hours) }, Now));

    [Fact]
    public void One_further_ahead_than_any_rule_allows_is_now()
    {
        Assert.Equal(Now, FeedSchedule.DueAt(Known with { NextPollAt = Now.AddHours(25) }, Now));
        Assert.Equal(Now, FeedSchedule.DueAt(Known with { NextPollAt = Now.AddYears(10) }, Now));
    }

    [Fact]
    public void A_longer_interval_stands()
    {
        var weekly = Known with { Interval = TimeSpan.FromDays(7), NextPollAt = Now.AddDays(7) };
        Assert.Equal(Now.AddDays(7), FeedSchedule.DueAt(weekly, Now));
        Assert.Equal(Now, FeedSchedule.DueAt(weekly with { NextPollAt = Now.AddDays(8) }, Now));
    }

    [Fact]
    public void A_retry_after_stands_for_seven_days()
    {
        var asked = Known with { RetryAfter = Now.AddDays(6), NextPollAt = Now.AddDays(6) };
        Assert.Equal(Now.AddDays(6), FeedSchedule.DueAt(asked, Now));
        Assert.Equal(asked.NextPollAt!.Value.AddYears(-1), FeedSchedule.DueAt(asked, asked.NextPollAt!.Value.AddYears(-1)));
    }

    // Years and hours that the clock jumps right after a poll; the hourly feed is due again within an hour of the new clock at the latest,
    // or at once.
    [Theory]
    [InlineData(-10, 0, 0)]
    [InlineData(10, 0, 0)]
    [InlineData(0, -1, 2)]
    [InlineData(0, 1, 1)]
    public void No_step_keeps_a_feed_waiting(int years, int hours, int longestWait)
    {
        var state = Next(Known, Success());
        var stepped = Now.AddYears(years).AddHours(hours);
        Assert.True(FeedSchedule.DueAt(state, stepped) - stepped <= TimeSpan.FromHours(longestWait));
    }
}
