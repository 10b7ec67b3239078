using Aggregator.Pipeline.Subscribing;

namespace Aggregator.Pipeline.Tests.Subscribing;

/// <summary>docs/configuration.md tells of every key and bound that the reader knows, and its example is a list.</summary>
public class ConfigurationDocTests
{
    private static readonly string Page = File.ReadAllText(Repository.File("docs", "configuration.md"));

    public static TheoryData<string> Keys => [.. ListKeys.Top.Concat(ListKeys.Group).Concat(ListKeys.Feed).Concat(ListKeys.NotInEffect).Where(k => k != "$schema").Distinct()];

    [Theory]
    [MemberData(nameof(Keys))]
    public void Every_key_is_explained(string key) => Assert.Contains($"`{key}`", Page, StringComparison.Ordinal);

    [Fact]
    public void Each_key_of_a_feed_has_a_row_that_says_whether_it_is_inherited()
    {
        var rows = Page.Split('\n').Where(l => l.StartsWith("| `", StringComparison.Ordinal)).ToLookup(l => l.Split('`')[1], l => l.EndsWith("| yes |", StringComparison.Ordinal));
        foreach (var key in ListKeys.Feed) Assert.Equal(ListKeys.Inherited.Contains(key), Assert.Single(rows[key]));
    }

    [Fact]
    public void The_bounds_are_those_of_the_reader()
    {
        Assert.Contains($"a duration from `{Durations.Format(OptionReader.ShortestEvery)}` on", Page, StringComparison.Ordinal);
        Assert.Contains($"from `1s` to `{Durations.Format(OptionReader.LongestTimeout)}`", Page, StringComparison.Ordinal);
        Assert.Contains($"from `\"{Sizes.Format(OptionReader.SmallestMaxBytes)}\"` to `\"{Sizes.Format(OptionReader.LargestMaxBytes)}\"`", Page, StringComparison.Ordinal);
    }

    [Fact]
    public void The_example_is_a_list_without_problems()
    {
        foreach (var example in Page.Split("```jsonc\n").Skip(1).Select(p => p.Split("```")[0]))
        {
            var list = ListTexts.Json(example);
            Assert.Equal("", ListTexts.Shown(list));
            Assert.NotEmpty(list.Feeds);
        }
    }
}
