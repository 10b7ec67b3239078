using Aggregator.Pipeline.Ports;
using static Aggregator.Pipeline.Tests.Scheduling.Answers;

namespace Aggregator.Pipeline.Tests.Scheduling;

public class RetryAfterTests
{
    [Fact]
    public void It_lengthens_the_pause()
    {
        var next = Next(Known, Failure(FailureKind.Throttled, Now.AddHours(5)));
        Assert.Equal(Now.AddHours(5), next.NextPollAt);
        Assert.Equal(Now.AddHours(5), next.RetryAfter);
        Assert.Equal("the server asked to be left alone for 5 h (Retry-After)", next.NextPollReason);
    }

    [Fact]
    public void It_never_shortens_the_pause()
    {
        var next = Next(Known with { Failures = 2 }, Failure(FailureKind.Throttled, Now.AddMinutes(1)));
        Assert.Equal(Now.AddHours(4), next.NextPollAt);
        Assert.Equal(Now.AddMinutes(1), next.RetryAfter);
    }

    [Fact]
    public void It_counts_for_seven_days_at_most()
    {
        var next = Next(Known, Failure(FailureKind.Throttled, Now.AddYears(1)));
        Assert.Equal(Now.AddDays(7), next.NextPollAt);
        Assert.Equal(Now.AddDays(7), next.RetryAfter);
    }

    [Fact]
    public void One_in_the_past_is_none() => Assert.Null(Next(Known, Failure(FailureKind.Throttled, Now.AddSeconds(-1))).RetryAfter);

    [Fact]
    public void A_success_may_carry_one_too()
    {
        var next = Next(Known, Of(new FetchOutcome.NotModified { RetryAfter = Now.AddHours(3) }));
        Assert.Equal(Now.AddHours(3), next.NextPollAt);
        Assert.Equal(0, next.Failures);
    }

    [Fact]
    public void A_forced_poll_that_fails_does_not_end_it_and_one_that_succeeds_does()
    {
        var asked = Known with { RetryAfter = Now.AddHours(10) };
        var failed = Next(asked, Failure());
        Assert.Equal((Now.AddHours(10), Now.AddHours(10)), (failed.RetryAfter, failed.NextPollAt));
        var succeeded = Next(asked, Success());
        Assert.Null(succeeded.RetryAfter);
        Assert.Equal(Now.AddHours(1), succeeded.NextPollAt);
    }
}
