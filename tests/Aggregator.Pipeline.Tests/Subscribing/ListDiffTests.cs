using Aggregator.Pipeline.Subscribing;

namespace Aggregator.Pipeline.Tests.Subscribing;

public class ListDiffTests
{
    private static FeedList List(string feeds) => ListTexts.Json($"{{ \"feeds\": [{feeds}] }}");

    [Fact]
    public void Added_removed_and_changed()
    {
        var before = List("""{ "url": "https://example.org/a", "title": "A", "every": "1h" }, "https://example.org/b", "https://example.org/c" """);
        var after = List("""
            "https://example.org/d", "https://example.org/c#x",
            { "url": "https://example.org/a", "title": "Aa", "tags": ["x", "y"], "enabled": false, "timeout": "9s", "maxBytes": 2048, "source": "S", "language": "en",
              "group": "G", "allowPrivateNetwork": true }
            """);
        var diff = ListDiff.Between(before.Feeds, after.Feeds);
        Assert.Equal(["https://example.org/d"], diff.Added.Select(f => f.Url));
        Assert.Equal(["https://example.org/b"], diff.Removed.Select(f => f.Url));
        Assert.Equal(
            [
                ("title", "A", "Aa"), ("group", null, "G"), ("tags", null, "x, y"), ("enabled", null, "false"), ("every", "1h", null), ("source", null, "S"),
                ("language", null, "en"), ("timeout", null, "9s"), ("maxBytes", null, "2048"), ("allowPrivateNetwork", null, "true"),
            ],
            diff.Changed.Select(c => (c.Key, c.Before, c.After)));
        Assert.All(diff.Changed, c => Assert.Equal("https://example.org/a", c.Url));
    }

    [Fact]
    public void Order_is_no_difference() =>
        Assert.True(ListDiff.Between(List("\"https://example.org/a\", \"https://example.org/b\"").Feeds, List("\"https://example.org/b\", \"https://example.org/a\"").Feeds).IsEmpty);
}
