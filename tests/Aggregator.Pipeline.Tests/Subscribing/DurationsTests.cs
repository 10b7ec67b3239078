using Aggregator.Pipeline.Subscribing;
using CsCheck;

namespace Aggregator.Pipeline.Tests.Subscribing;

public class DurationsTests
{
    [Theory]
    [InlineData("500ms", 500)]
    [InlineData("30s", 30_000)]
    [InlineData("15m", 900_000)]
    [InlineData(" 6h ", 21_600_000)]
    [InlineData("7d", 604_800_000)]
    [InlineData("0s", 0)]
    public void A_number_and_a_unit_is_a_duration(string text, long ms)
    {
        Assert.True(Durations.TryParse(text, out var duration));
        Assert.Equal(TimeSpan.FromMilliseconds(ms), duration);
    }

    [Theory]
    [InlineData(null)]
    [InlineData("")]
    [InlineData("m")]
    [InlineData("15")]
    [InlineData("-5m")]
    [InlineData("1.5h")]
    [InlineData("15 m")]
    [InlineData("15M")]
    [InlineData("2w")]
    [InlineData("1h30m")]
    [InlineData("00:15:00")]
    [InlineData("\u0661m")]
    [InlineData("99999999999999999999d")]
    [InlineData("4000d")]
    public void Anything_else_is_none(string? text) => Assert.False(Durations.TryParse(text, out _));

    [Theory]
    [InlineData(0, "0s")]
    [InlineData(60_000, "1m")]
    [InlineData(5_400_000, "90m")]
    [InlineData(14_400_000, "4h")]
    [InlineData(86_400_000, "1d")]
    [InlineData(1_500, "1500ms")]
    public void Written_in_the_largest_whole_unit(long ms, string text) => Assert.Equal(text, Durations.Format(TimeSpan.FromMilliseconds(ms)));

    [Fact]
    public void What_is_written_is_read_back() =>
        Gen.Long[0, 3660L * 86_400_000].Select(ms => TimeSpan.FromMilliseconds(ms)).Sample(duration =>
            Durations.TryParse(Durations.Format(duration), out var again) && again == duration);
}
