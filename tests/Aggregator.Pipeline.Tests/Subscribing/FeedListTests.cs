using Aggregator.Pipeline.Subscribing;

namespace Aggregator.Pipeline.Tests.Subscribing;

public class FeedListTests
{
    [Fact]
    public void Options_flow_from_settings_over_defaults_and_group_to_the_feed()
    {
        var list = FeedListReader.Read([ListTexts.File("feeds.json", """
            { "defaults": { "language": "en", "tags": ["all"], "timeout": "10s" },
              "groups": [ { "name": "Sea", "every": "30m", "tags": ["sea"], "source": "Coast", "enabled": false, "allowPrivateNetwork": true, "feeds": [
                "https://example.org/1",
                { "url": "https://example.org/2", "every": "auto", "language": "fr", "tags": ["all", "x"], "enabled": true, "allowPrivateNetwork": false, "timeout": "20s" } ] } ],
              "feeds": [ "https://example.org/3", { "url": "https://example.org/4", "group": "Sea" } ] }
            """)], new ListSettings { Every = TimeSpan.FromHours(2) });
        Assert.Equal("", ListTexts.Shown(list));
        var (one, two, three, four) = (list.Feeds[0], list.Feeds[1], list.Feeds[2], list.Feeds[3]);

        Assert.Equal(("Sea", TimeSpan.FromMinutes(30), "en", "Coast", false, true), (one.Group, one.Every, one.Language, one.Source, one.Enabled, one.AllowPrivateNetwork));
        Assert.Equal(["all", "sea"], one.Tags);
        Assert.Equal(("Sea", null, "fr", "Coast", true, false), (two.Group, two.Every, two.Language, two.Source, two.Enabled, two.AllowPrivateNetwork));
        Assert.Equal(["all", "sea", "x"], two.Tags);
        Assert.Equal((TimeSpan.FromSeconds(10), TimeSpan.FromSeconds(20)), (one.Timeout, two.Timeout));
        Assert.Equal((null, TimeSpan.FromHours(2), "en", true), (three.Group, three.Every, three.Language, three.Enabled));
        Assert.Equal(("Sea", TimeSpan.FromMinutes(30), "Coast"), (four.Group, four.Every, four.Source));
    }

    [Fact]
    public void Defaults_reach_text_lists_but_what_lowers_a_wall_does_not()
    {
        var list = ListTexts.Read(
            ListTexts.File("more.feeds.txt", "http://10.0.0.1/a"),
            ListTexts.File("feeds.json", """{ "defaults": { "every": "6h", "allowPrivateNetwork": true }, "feeds": ["http://10.0.0.2/b"] }"""));
        Assert.Equal("", ListTexts.Shown(list));
        Assert.Equal(["http://10.0.0.2/b", "http://10.0.0.1/a"], list.Feeds.Select(f => f.Url));
        Assert.Equal([true, false], list.Feeds.Select(f => f.AllowPrivateNetwork));
        Assert.All(list.Feeds, f => Assert.Equal(TimeSpan.FromHours(6), f.Every));
    }

    [Fact]
    public void An_address_twice_is_one_feed_and_a_warning()
    {
        var list = ListTexts.Json("""
            { "feeds": [ { "url": "https://example.org/a", "title": "first" },
                         { "url": "https://EXAMPLE.org/a#x", "title": "second" } ] }
            """);
        Assert.Equal("first", Assert.Single(list.Feeds).Title);
        Assert.Equal("feeds.json:2: warning: feeds[1]: https://EXAMPLE.org/a#x stands already at feeds.json:1, which counts; this entry is left out", ListTexts.Shown(list));
    }

    [Fact]
    public void Feeds_json_counts_before_text_whatever_the_order_of_the_files()
    {
        var list = ListTexts.Read(
            ListTexts.File("a.feeds.txt", "https://example.org/a"),
            ListTexts.File("feeds.json", """{ "feeds": [ { "url": "https://example.org/a", "title": "json" } ] }"""));
        Assert.Equal("json", Assert.Single(list.Feeds).Title);
        Assert.Equal("a.feeds.txt", Assert.Single(list.Problems).File);
    }

    [Fact]
    public void An_error_in_one_file_leaves_no_feed_of_any()
    {
        var list = ListTexts.Read(ListTexts.File("feeds.json", "{"), ListTexts.File("a.feeds.txt", "https://example.org/a"));
        Assert.True(list.HasErrors);
        Assert.Empty(list.Feeds);
    }

    [Fact]
    public void A_file_of_another_kind_is_an_error() =>
        Assert.Equal("feeds.yaml: error: a feed list is a .json, .opml or .txt file", ListTexts.Shown(ListTexts.Read(ListTexts.File("feeds.yaml", "feeds:"))));

    [Fact]
    public void Ten_thousand_feeds_are_read()
    {
        var text = string.Join('\n', Enumerable.Range(0, 10_000).Select(i => $"https://host{i % 1000}.example/feed/{i}.xml"));
        Assert.Equal(10_000, ListTexts.Text(text).Feeds.Count);
    }
}
