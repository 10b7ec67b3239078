using Aggregator.Pipeline.Scheduling;

namespace Aggregator.Pipeline.Tests.Scheduling;

public class WordsTests
{
    [Theory]
    [InlineData(-5, "0 s")]
    [InlineData(0, "0 s")]
    [InlineData(59, "59 s")]
    [InlineData(60, "1 min")]
    [InlineData(90, "1 min 30 s")]
    [InlineData(4 * 3600, "4 h")]
    [InlineData(3600 + 5, "1 h")]
    [InlineData(86_400 * 6 + 3600 * 23, "6 d 23 h")]
    public void The_two_largest_units(int seconds, string words) => Assert.Equal(words, Words.Of(TimeSpan.FromSeconds(seconds)));
}
