using Aggregator.Service;
using Microsoft.Extensions.Time.Testing;

namespace Aggregator.Tests.Service;

public sealed class SteadyTimeTests
{
    private static readonly DateTimeOffset Start = new(2026, 3, 1, 12, 0, 0, TimeSpan.Zero);
    private readonly SteppingClock _clock = new(new FakeTimeProvider(Start));

    private FakeTimeProvider Ticking => (FakeTimeProvider)_clock.Under;

    [Fact]
    public void It_goes_on_evenly_while_the_machines_clock_is_set()
    {
        var steady = new SteadyTime(_clock);
        _clock.Step(TimeSpan.FromHours(-5));
        Ticking.Advance(TimeSpan.FromMinutes(1));
        Assert.Equal(Start.AddMinutes(1), steady.GetUtcNow());
    }

    [Theory]
    [InlineData(-3600)]
    [InlineData(3600)]
    [InlineData(-315_360_000)]
    [InlineData(315_360_000)]
    public void Anchored_anew_it_has_the_machines_time_and_tells_the_step(int seconds)
    {
        var steady = new SteadyTime(_clock);
        Ticking.Advance(TimeSpan.FromMinutes(1));
        _clock.Step(TimeSpan.FromSeconds(seconds));

        Assert.Equal(TimeSpan.FromSeconds(seconds), steady.Anchor());
        Assert.Equal(_clock.GetUtcNow(), steady.GetUtcNow());
        Assert.Equal(TimeSpan.Zero, steady.Anchor());
    }

    [Fact]
    public void Drift_is_followed_forwards_and_waited_out_backwards()
    {
        var steady = new SteadyTime(_clock);
        _clock.Step(TimeSpan.FromMilliseconds(1500));
        Assert.Equal(TimeSpan.Zero, steady.Anchor());
        Assert.Equal(_clock.GetUtcNow(), steady.GetUtcNow());

        var before = steady.GetUtcNow();
        _clock.Step(TimeSpan.FromMilliseconds(-1500));
        Assert.Equal(TimeSpan.Zero, steady.Anchor());
        Assert.Equal(before, steady.GetUtcNow());
    }

    [Fact]
    public void Slow_drift_backwards_adds_up_to_a_step_in_the_end()
    {
        var steady = new SteadyTime(_clock);
        var told = TimeSpan.Zero;
        for (var i = 0; i < 30; i++)
        {
            _clock.Step(TimeSpan.FromMilliseconds(-100));
            told += steady.Anchor();
        }

        Assert.Equal(TimeSpan.FromSeconds(-2), told);
        Assert.True((steady.GetUtcNow() - _clock.GetUtcNow()).Duration() < SteadyTime.LeastStep);
    }
}
