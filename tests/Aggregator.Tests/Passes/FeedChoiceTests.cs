using Aggregator.Passes;
using Aggregator.Pipeline.Subscribing;

namespace Aggregator.Tests.Passes;

public sealed class FeedChoiceTests
{
    private static readonly IReadOnlyList<PassFeed> List =
    [
        Feed(1, "https://a.example/world.xml", "World", "News/World", "news", "daily"),
        Feed(2, "https://a.example/world.xml?page=2", null, "News", "news"),
        Feed(3, "https://b.example/atom", "Bee keeping", "Hobby"),
        Feed(40, "https://c.example/40", "Forty", null, "daily"),
        Feed(5, "https://d.example/off", "Off", "News", "news") with { Subscription = Feed(5, "https://d.example/off", "Off", "News", "news").Subscription with { Enabled = false } },
    ];

    private static readonly Dictionary<long, string> Titles = new() { [2] = "Page two", [3] = "What the feed says" };

    private static PassFeed Feed(long id, string url, string? title, string? group, params string[] tags) =>
        new(id, new Subscription { Url = url, Title = title, Group = group, Tags = tags });

    public static TheoryData<string, string, string, long[]> Choices => new()
    {
        { "", "", "", [1, 2, 3, 40] },
        { "https://a.example/world.xml", "", "", [1] },
        { "40", "", "", [40] },
        { "3", "", "", [3] },
        { "BEE", "", "", [3] },
        { "bee,forty", "", "", [3, 40] },
        { "page two", "", "", [2] },
        { "", "news", "", [1, 2] },
        { "", "News/World", "", [1] },
        { "", "", "daily", [1, 40] },
        { "", "news", "daily", [1] },
        { "", "hobby,news/world", "", [1, 3] },
    };

    [Theory]
    [MemberData(nameof(Choices))]
    public void Chooses(string names, string groups, string tags, long[] chosen)
    {
        var (feeds, problems) = new FeedChoice(Split(names), Split(groups), Split(tags)).From(List, Titles);
        Assert.Empty(problems);
        Assert.Equal(chosen, feeds.Select(f => f.Id));
    }

    [Theory]
    [InlineData("nowhere", "", "", "no feed of the list is \"nowhere\"")]
    [InlineData("a.example", "", "", "\"a.example\" may be any of 2 feeds")]
    [InlineData("d.example", "", "", "is disabled")]
    [InlineData("", "Sports", "", "no feed of the list is in a group 'Sports'")]
    [InlineData("", "", "rare", "no feed of the list has the tag 'rare'")]
    [InlineData("", "New", "", "no feed of the list is in a group 'New'")]
    public void Refuses(string names, string groups, string tags, string said)
    {
        var (feeds, problems) = new FeedChoice(Split(names), Split(groups), Split(tags)).From(List, Titles);
        Assert.Empty(feeds);
        Assert.Contains(said, Assert.Single(problems), StringComparison.Ordinal);
    }

    private static string[] Split(string text) => text.Split(',', StringSplitOptions.RemoveEmptyEntries);
}
