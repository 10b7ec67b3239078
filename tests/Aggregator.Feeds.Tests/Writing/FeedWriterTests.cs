using System.ServiceModel.Syndication;
using System.Text.Json;
using System.Xml;
using CsCheck;

namespace Aggregator.Feeds.Tests.Writing;

public sealed class FeedWriterTests
{
    private static readonly DateTimeOffset Updated = new(2004, 1, 2, 3, 4, 5, TimeSpan.Zero);

    private static readonly OutgoingFeed Sample = new()
    {
        Id = "urn:example:feed",
        Title = "News <b>&amp; more",
        Description = "What is \"new\"",
        Link = "https://news.example/",
        SelfUrl = "https://news.example/feed",
        Language = "en",
        Updated = Updated,
        Generator = "Aggregator 1",
        Items =
        [
            new OutgoingItem
            {
                Id = "urn:example:1",
                Url = "https://news.example/1?a=1&b=2",
                Title = "a < b & \"c\"",
                Summary = "Short & <plain>.\n\nSecond paragraph\nof two lines.",
                ContentHtml = "<p>Long &amp; <b>bold</b> ]]> text</p>",
                Authors = [new FeedPerson("Ann Example", "ann@news.example", "https://news.example/ann"), new FeedPerson("Bob", null, null)],
                Published = new DateTimeOffset(2004, 1, 1, 20, 48, 21, TimeSpan.FromHours(1)),
                Updated = Updated,
                Categories = [new FeedCategory("politics", null, null), new FeedCategory("eu", "https://news.example/tags", null)],
                Enclosures = [new FeedEnclosure("https://news.example/1.mp3", "audio/mpeg", 1234)],
                Source = Source("Other Paper", "https://other.example/feed"),
                Language = "de",
                ImageUrl = "https://news.example/1.jpg",
            },
            new OutgoingItem { Id = "urn:example:2", Url = "https://news.example/2", Title = "Only text", ContentText = "One <tag>.\n\nTwo." },
            new OutgoingItem { Id = "urn:example:3" },
        ],
    };

    [Theory]
    [InlineData(FeedFormat.Atom, "atom10")]
    [InlineData(FeedFormat.Rss, "rss20")]
    [InlineData(FeedFormat.Json, "json11")]
    public void Our_reader_reads_back_what_was_written(FeedFormat format, string version)
    {
        var outcome = FeedReader.Read(Bytes(Sample, format), ReadContext.None);
        var feed = Assert.IsType<ReadOutcome.Parsed>(outcome).Feed;
        Assert.True(outcome.WellFormed);
        Assert.True(feed.Complete);
        Assert.Equal(version, feed.Version);
        Assert.Equal("News <b>&amp; more", feed.Title?.Value);
        Assert.Equal("What is \"new\"", feed.Description?.Value);
        Assert.Equal("https://news.example/", feed.Link);
        Assert.Equal("en", feed.Language);
        Assert.Equal(3, feed.Items.Count);

        var first = feed.Items[0];
        Assert.Equal("urn:example:1", first.Id);
        Assert.Equal("https://news.example/1?a=1&b=2", first.Url);
        Assert.Equal("a < b & \"c\"", first.Title?.Value);
        Assert.Equal("<p>Long &amp; <b>bold</b> ]]> text</p>", first.Content?.Value);
        Assert.Equal("Short & <plain>.\n\nSecond paragraph\nof two lines.", Text(first.Summary));
        Assert.Equal(new DateTimeOffset(2004, 1, 1, 19, 48, 21, TimeSpan.Zero), first.Published?.At);
        Assert.Equal(Updated, first.Updated?.At);
        Assert.Equal(["Ann Example", "Bob"], first.Authors.Select(a => a.Name));
        Assert.Equal(["politics", "eu"], first.Categories.Select(c => c.Term));
        Assert.Equal(("https://news.example/1.mp3", "audio/mpeg", 1234L), (first.Enclosures[0].Url, first.Enclosures[0].Type, first.Enclosures[0].Length));
        Assert.Equal("https://news.example/1.jpg", first.ImageUrl);
        Assert.Equal("de", first.Language);
        if (format != FeedFormat.Json)
            Assert.Equal(("Other Paper", "https://other.example/feed"), (first.Source?.Title?.Value, first.Source?.SelfUrl));

        Assert.Equal("One <tag>.\n\nTwo.", Text(feed.Items[1].Content));
        Assert.Null(feed.Items[1].Published);
        Assert.Equal("urn:example:3", feed.Items[2].Id);
    }

    [Theory]
    [InlineData(FeedFormat.Atom)]
    [InlineData(FeedFormat.Rss)]
    public void An_independent_reader_reads_the_same(FeedFormat format)
    {
        using var reader = XmlReader.Create(new MemoryStream(Bytes(Sample, format)));
        var feed = SyndicationFeed.Load(reader);
        Assert.Equal("News <b>&amp; more", feed.Title.Text);
        Assert.Equal(["urn:example:1", "urn:example:2", "urn:example:3"], feed.Items.Select(i => i.Id));
        var first = feed.Items.First();
        Assert.Equal("a < b & \"c\"", first.Title.Text);
        Assert.Equal(new DateTimeOffset(2004, 1, 1, 19, 48, 21, TimeSpan.Zero), first.PublishDate.ToUniversalTime());
        Assert.Equal(Updated, first.LastUpdatedTime.ToUniversalTime());
        Assert.Contains(first.Links, l => l.RelationshipType == "enclosure" && l.Uri.OriginalString == "https://news.example/1.mp3" && l.Length == 1234);
        var body = format == FeedFormat.Atom
            ? ((TextSyndicationContent)first.Content).Text
            : first.ElementExtensions.ReadElementExtensions<string>("encoded", "http://purl.org/rss/1.0/modules/content/").Single();
        Assert.Equal("<p>Long &amp; <b>bold</b> ]]> text</p>", body);
    }

    [Fact]
    public void Another_reader_of_json_reads_the_same()
    {
        using var json = JsonDocument.Parse(Bytes(Sample, FeedFormat.Json));
        var root = json.RootElement;
        Assert.Equal("https://jsonfeed.org/version/1.1", root.GetProperty("version").GetString());
        var items = root.GetProperty("items");
        Assert.Equal("2004-01-01T19:48:21Z", items[0].GetProperty("date_published").GetString());
        Assert.Equal(1234, items[0].GetProperty("attachments")[0].GetProperty("size_in_bytes").GetInt64());
        Assert.Equal("", items[2].GetProperty("content_text").GetString());
    }

    private static readonly Gen<string> Junk = Gen.OneOf(
        "\0", "\u0001", "\u000B", "\uFFFE", "\uFFFF", "\uD800", "\uDC00", "\U0001F600", "<", "&", "]]>", "\"", "ü", "\r\n", " ", "a", "http://", "[", "://", "%", "\\", "http://[bad", "\uFEFF")
        .Array[0, 8].Select(string.Concat);

    [Theory]
    [InlineData(FeedFormat.Atom)]
    [InlineData(FeedFormat.Rss)]
    [InlineData(FeedFormat.Json)]
    public void No_text_makes_the_writer_throw_or_its_feed_unreadable(FeedFormat format) => Junk.Array[20].Sample(
        t =>
        {
            var feed = new OutgoingFeed
            {
                Id = t[0],
                Title = t[1],
                Description = t[2],
                Link = t[3],
                SelfUrl = t[4],
                Language = t[5],
                Updated = Updated,
                Generator = t[6],
                Items =
                [
                    new OutgoingItem
                    {
                        Id = t[7], Url = t[8], Title = t[9], Summary = t[10], ContentHtml = t[11], ContentText = t[12], Language = t[13], ImageUrl = t[14],
                        Authors = [new FeedPerson(t[15], t[16], t[17])],
                        Categories = [new FeedCategory(t[18], t[19], t[0])],
                        Enclosures = [new FeedEnclosure(t[1], t[2], -1)],
                        Source = Source(t[3], t[4]),
                    },
                    new OutgoingItem { Id = "last", Title = "intact" },
                ],
            };
            var outcome = FeedReader.Read(Bytes(feed, format), ReadContext.None);
            Assert.True(outcome.WellFormed, string.Join(", ", outcome.Problems.Select(p => p.Code)));
            var read = Assert.IsType<ReadOutcome.Parsed>(outcome).Feed;
            Assert.Equal("intact", read.Items[1].Title?.Value);
            Assert.Equal(Folded(t[9]), Folded(read.Items[0].Title?.Value));
            Assert.Equal(Folded(t[11]), Folded(read.Items[0].Content?.Value));
        },
        iter: 1_000);

    [Theory]
    [InlineData("plain", "plain")]
    [InlineData("a\u0000b\u0001c", "abc")]
    [InlineData("\U0001F600", "\U0001F600")]
    [InlineData("\uFFFE\uFFFFa\tb\nc", "a\tb\nc")]
    [InlineData(null, "")]
    public void Leaves_out_what_xml_cannot_hold(string? text, string expected) => Assert.Equal(expected, WritableText.Clean(text));

    [Fact]
    public void Shows_lone_surrogates_as_lost_characters() => Assert.Equal("\uFFFDx\uFFFD\U0001F600", WritableText.Clean("\uD800x\uDC00\U0001F600"));

    private static ParsedFeed Source(string title, string url) => new() { Title = new FeedText(title, TextKind.Text), Links = [new FeedLink(url, "self")] };

    private static byte[] Bytes(OutgoingFeed feed, FeedFormat format)
    {
        using var stream = new MemoryStream();
        FeedWriter.Write(feed, format, stream);
        Assert.NotEqual(0xEF, stream.GetBuffer()[0]);
        return stream.ToArray();
    }

    private static string? Text(FeedText? text) => text?.ToPlainText();

    private static string Folded(string? text) => string.Join(' ', WritableText.Clean(text).Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries));
}
