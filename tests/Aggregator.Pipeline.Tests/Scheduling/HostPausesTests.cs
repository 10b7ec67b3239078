using Aggregator.Pipeline.Ports;
using Aggregator.Pipeline.Scheduling;

namespace Aggregator.Pipeline.Tests.Scheduling;

public class HostPausesTests
{
    private static readonly DateTimeOffset Now = Answers.Now;

    [Fact]
    public void Only_a_429_speaks_for_the_whole_host()
    {
        Assert.Equal("example.org:8080", HostPauses.Of(Answered(429, Now.AddHours(1)), "http://example.org:8080/feed", Now)!.Host);
        foreach (var status in (int?[])[503, 403, 500, null]) Assert.Null(HostPauses.Of(Answered(status, Now.AddHours(1)), Answers.Url, Now));
        Assert.Null(HostPauses.Of(new FetchOutcome.NotModified { Status = 304 }, Answers.Url, Now));
    }

    [Fact]
    public void After_redirects_the_last_host_spoke() =>
        Assert.Equal("cdn.example", HostPauses.Of(Answered(429, null) with { Hops = [new("https://example.org/feed", 302), new("https://cdn.example/x", 429)] }, Answers.Url, Now)!.Host);

    [Fact]
    public void It_says_how_long_and_why()
    {
        var stated = HostPauses.Of(Answered(429, Now.AddHours(2)), Answers.Url, Now)!;
        Assert.Equal((Now.AddHours(2), "example.org asked for fewer requests (429): all its feeds are left alone for 2 h (Retry-After)"), (stated.Until, stated.Reason));
        var unstated = HostPauses.Of(Answered(429, null), Answers.Url, Now)!;
        Assert.Equal((Now.AddMinutes(15), "example.org asked for fewer requests (429): all its feeds are left alone for 15 min"), (unstated.Until, unstated.Reason));
        Assert.Equal(Now.AddDays(7), HostPauses.Of(Answered(429, Now.AddYears(1)), Answers.Url, Now)!.Until);
    }

    [Fact]
    public void A_pause_further_ahead_than_any_rule_sets_does_not_stand()
    {
        var pause = new HostPause("example.org", Now, Now.AddDays(7), "");
        Assert.True(HostPauses.Stands(pause, Now));
        Assert.False(HostPauses.Stands(pause, Now.AddDays(7)));
        Assert.False(HostPauses.Stands(pause, Now.AddHours(-1)));
    }

    private static FetchOutcome.Failed Answered(int? status, DateTimeOffset? retry) => new(FailureKind.Throttled, "it asks for fewer requests") { Status = status, RetryAfter = retry };
}
