using Aggregator.Feeds.Reading;

namespace Aggregator.Feeds.Tests.Reading;

public sealed class PersonTextTests
{
    [Theory]
    [InlineData("ann@example.org (Ann Lee)", "Ann Lee", "ann@example.org")]
    [InlineData("Ann Lee <ann@example.org>", "Ann Lee", "ann@example.org")]
    [InlineData("Ann Lee (ann@example.org)", "Ann Lee", "ann@example.org")]
    [InlineData("ann@example.org", null, "ann@example.org")]
    [InlineData("mailto:ann@example.org", null, "ann@example.org")]
    [InlineData("Ann Lee", "Ann Lee", null)]
    [InlineData("  Ann\n Lee ", "Ann\n Lee", null)]
    [InlineData("@ann", "@ann", null)]
    [InlineData("\"Lee, Ann\" <ann@example.org>", "Lee, Ann", "ann@example.org")]
    public void Reads(string text, string? name, string? email)
    {
        var person = PersonText.Parse(text);
        Assert.Equal((name, email), (person?.Name, person?.Email));
    }

    [Theory]
    [InlineData(null)]
    [InlineData("  ")]
    public void Nothing_is_nobody(string? text) => Assert.Null(PersonText.Parse(text));
}
