using Aggregator.Pipeline.Subscribing;

namespace Aggregator.Pipeline.Tests.Subscribing;

public class FeedNamesTests
{
    private static readonly NamedFeed[] Feeds =
    [
        new(1, "https://example.org/feed", "World news"),
        new(2, "https://example.org/feed/sport", "Sport"),
        new(12, "https://example.net/12.xml", null),
        new(3, "https://example.com/a", "World"),
        new(null, "file:sample/x.xml", "Sample"),
    ];

    [Theory]
    [InlineData("https://example.org/feed", 0)]
    [InlineData("HTTPS://Example.org/feed#x", 0)]
    [InlineData(" https://example.org/feed/sport ", 1)]
    [InlineData("12", 2)]
    [InlineData("1", 0)]
    [InlineData("sport", 1)]
    [InlineData("example.net", 2)]
    [InlineData("WORLD NEWS", 0)]
    [InlineData("world", 3)]
    [InlineData("file:sample/x.xml", 4)]
    [InlineData("12.xml", 2)]
    public void One_is_meant(string name, int index) => Assert.Equal(new FeedNaming(index, null), FeedNames.Find(name, Feeds));

    [Theory]
    [InlineData("", "a feed is named by")]
    [InlineData("elsewhere", "no feed of the list is \"elsewhere\"")]
    [InlineData("99", "no feed of the list is \"99\"")]
    [InlineData("example.org", "\"example.org\" may be any of 2 feeds; say more of it: https://example.org/feed (World news), https://example.org/feed/sport (Sport)")]
    public void None_or_several_are_named(string name, string says)
    {
        var (index, problem) = FeedNames.Find(name, Feeds);
        Assert.Null(index);
        Assert.StartsWith(says, problem, StringComparison.Ordinal);
    }

    [Fact]
    public void Of_many_candidates_some_are_named()
    {
        var many = Enumerable.Range(0, 40).Select(i => new NamedFeed(i, $"https://example.org/{i}", null)).ToList();
        Assert.EndsWith("https://example.org/4, …", FeedNames.Find("example", many).Problem, StringComparison.Ordinal);
    }
}
