using System.ServiceModel.Syndication;
using System.Text.Json;
using System.Xml;
using CsCheck;

namespace Aggregator.Feeds.Tests.Writing;

public sealed class FeedWriterTests
{
    private static readonly DateTimeOffset Updated = new(2004, 1, 2, 3, 4, 5, TimeSpan.Zero);

    private static readonly ParsedFeed Sample = new()
    {
        Id = "urn:example:feed",
        Title = Plain("News <b>&amp; more"),
        Description = Plain("What is \"new\""),
        Link = "https://news.example/",
        Links = [new FeedLink("https://news.example/feed", "self")],
        Language = "en",
        Updated = FeedDate.Of(Updated),
        Generator = "Aggregator 1",
        Items =
        [
            new FeedItem
            {
                Id = "urn:example:1",
                Url = "https://news.example/1?a=1&b=2",
                Title = Plain("a < b & \"c\""),
                Summary = Plain("Short & <plain>.\n\nSecond paragraph\nof two lines."),
                Content = new FeedText("<p>Long &amp; <b>bold</b> ]]> text</p>", TextKind.Html),
                Authors = [new FeedPerson("Ann Example", "ann@news.example", "https://news.example/ann"), new FeedPerson("Bob", null, null)],
                Published = FeedDate.Of(new DateTimeOffset(2004, 1, 1, 20, 48, 21, TimeSpan.FromHours(1))),
                Updated = FeedDate.Of(Updated),
                Categories = [new FeedCategory("politics", null, null), new FeedCategory("eu", "https://news.example/tags", null)],
                Enclosures = [new FeedEnclosure("https://news.example/1.mp3", "audio/mpeg", 1234)],
                Source = Source("Other Paper", "https://other.example/feed"),
                Language = "de",
                ImageUrl = "https://news.example/1.jpg",
            },
            new FeedItem { Id = "urn:example:2", Url = "https://news.example/2", Title = Plain("Only text"), Content = Plain("One <tag>.\n\nTwo.") },
            new FeedItem { Id = "urn:example:3" },
        ],
    };

    [Theory]
    [InlineData("atom", "atom10")]
    [InlineData("rss", "rss20")]
    [InlineData("json", "json11")]
    public void Our_reader_reads_back_what_was_written(string format, string version)
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
        if (format != "json")
            Assert.Equal(("Other Paper", "https://other.example/feed"), (first.Source?.Title?.Value, first.Source?.SelfUrl));

        Assert.Equal("One <tag>.\n\nTwo.", Text(feed.Items[1].Content));
        Assert.Null(feed.Items[1].Published);
        Assert.Equal("urn:example:3", feed.Items[2].Id);
    }

    [Theory]
    [InlineData("atom")]
    [InlineData("rss")]
    public void An_independent_reader_reads_the_same(string format)
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
        var body = format == "atom"
            ? ((TextSyndicationContent)first.Content).Text
            : first.ElementExtensions.ReadElementExtensions<string>("encoded", "http://purl.org/rss/1.0/modules/content/").Single();
        Assert.Equal("<p>Long &amp; <b>bold</b> ]]> text</p>", body);
    }

    [Fact]
    public void Another_reader_of_json_reads_the_same()
    {
        using var json = JsonDocument.Parse(Bytes(Sample, "json"));
        var root = json.RootElement;
        Assert.Equal("https://jsonfeed.org/version/1.1", root.GetProperty("version").GetString());
        var items = root.GetProperty("items");
        Assert.Equal("2004-01-01T19:48:21Z", items[0].GetProperty("date_published").GetString());
        Assert.Equal(1234, items[0].GetProperty("attachments")[0].GetProperty("size_in_bytes").GetInt64());
        Assert.Equal("", items[2].GetProperty("content_text").GetString());
    }

    [Theory]
    [InlineData("atom")]
    [InlineData("rss")]
    [InlineData("json")]
    public void Items_of_their_own_are_walked_once_and_never_held(string format)
    {
        var walks = 0;
        var feed = Assert.IsType<ReadOutcome.Parsed>(FeedReader.Read(Bytes(Sample with { Items = [] }, format, Many()), ReadContext.None)).Feed;
        Assert.Equal(1, walks);
        Assert.Equal(Enumerable.Range(0, 1_000).Select(i => $"urn:example:{i}"), feed.Items.Select(i => i.Id));

        IEnumerable<FeedItem> Many()
        {
            walks++;
            for (var i = 0; i < 1_000; i++) yield return new FeedItem { Id = $"urn:example:{i}", Title = Plain("x") };
        }
    }

    [Theory]
    [InlineData("atom")]
    [InlineData("rss")]
    [InlineData("json")]
    public void Neither_the_clock_nor_chance_fills_what_is_missing(string format)
    {
        var bare = new ParsedFeed { Items = [new FeedItem { Title = Plain("a") }, new FeedItem { Title = Plain("b"), Url = "https://news.example/b" }, new FeedItem()] };
        var written = Bytes(bare, format);
        Assert.Equal(written, Bytes(bare, format));
        var read = Assert.IsType<ReadOutcome.Parsed>(FeedReader.Read(written, ReadContext.None)).Feed;
        Assert.Null(read.Updated?.At);
        Assert.All(read.Items, item => Assert.Null(item.Updated?.At ?? item.Published?.At));
        if (format != "rss")
        {
            Assert.Equal("https://news.example/b", read.Items[1].Id);
            Assert.Equal(3, read.Items.Select(i => i.Id).Distinct().Count());
        }
    }

    [Theory]
    [InlineData("atom")]
    [InlineData("rss")]
    public void Thousands_of_media_files_cost_no_more_than_they_are(string format)
    {
        var files = Enumerable.Range(0, 50_000).Select(i => $"https://news.example/{i}.mp3").ToArray();
        var item = new FeedItem { Id = "urn:example:1", Enclosures = [.. files.Select(f => new FeedEnclosure(f, "audio/mpeg", 1))], Links = [.. files[..25_000].Select(f => new FeedLink(f, "enclosure"))] };
        var watch = System.Diagnostics.Stopwatch.StartNew();
        var read = Assert.IsType<ReadOutcome.Parsed>(FeedReader.Read(Bytes(new ParsedFeed { Items = [item] }, format), ReadContext.None)).Feed;
        Assert.True(watch.Elapsed < TimeSpan.FromSeconds(5), $"it took {watch.Elapsed}");
        Assert.Equal(files, read.Items[0].Enclosures.Select(e => e.Url).OrderBy(Number));

        static int Number(string url) => int.Parse(url["https://news.example/".Length..^4], System.Globalization.CultureInfo.InvariantCulture);
    }

    private static readonly Gen<string> Junk = Gen.OneOf(
        "\0", "\u0001", "\u000B", "\uFFFE", "\uFFFF", "\uD800", "\uDC00", "\U0001F600", "<", "&", "]]>", "\"", "ü", "\r\n", " ", "a", "http://", "[", "://", "%", "\\", "http://[bad", "\uFEFF")
        .Array[0, 8].Select(string.Concat);

    [Theory]
    [InlineData("atom")]
    [InlineData("rss")]
    [InlineData("json")]
    public void No_text_makes_the_writer_throw_or_its_feed_unreadable(string format) => Junk.Array[20].Sample(
        t =>
        {
            var feed = new ParsedFeed
            {
                Id = t[0],
                Title = new FeedText(t[1], TextKind.Html) { Language = t[2] },
                Description = Plain(t[2]),
                Link = t[3],
                Links = [new FeedLink(t[4], "self"), new FeedLink(t[5], t[6]) { Type = t[7], Title = t[8], HrefLang = t[9], Length = t[10] }],
                Language = t[5],
                Updated = FeedDate.Of(Updated),
                Generator = t[6],
                GeneratorUri = t[7],
                GeneratorVersion = t[8],
                Authors = [new FeedPerson(t[9], t[10], t[11]), new FeedPerson(t[12], t[13], t[14])],
                Contributors = [new FeedPerson(t[15], t[16], t[17])],
                Publisher = new FeedPerson(t[18], t[19], t[0]),
                Categories = [new FeedCategory(t[1], t[2], t[3])],
                Image = new FeedImage(t[4]) { Title = t[5], Link = t[6], Width = t[7], Height = t[8], Description = t[9] },
                Icon = t[10],
                Logo = t[11],
                Docs = t[12],
                Ttl = t[13],
                Cloud = new Dictionary<string, string> { ["domain"] = t[14], [t[15]] = t[16] },
                TextInput = new Dictionary<string, string> { ["title"] = t[17], [t[18]] = t[19] },
                Rights = Plain(t[0]),
                License = t[1],
                PodcastSubtitle = t[2],
                PodcastDuration = t[3],
                Items =
                [
                    new FeedItem
                    {
                        Id = t[7], Url = t[8], Title = Plain(t[9]), Summary = new FeedText(t[10], TextKind.Xhtml), Content = new FeedText(t[11], TextKind.Html), Language = t[13], ImageUrl = t[14],
                        Contents = [new FeedText(t[11], TextKind.Html), new FeedText(t[12], TextKind.Text) { ContentUrl = t[4], MediaType = t[5] }],
                        Authors = [new FeedPerson(t[15], t[16], t[17])],
                        Contributors = [new FeedPerson(t[15], t[16], t[17])],
                        Publisher = new FeedPerson(t[15], t[16], t[17]),
                        Categories = [new FeedCategory(t[18], t[19], t[0])],
                        Enclosures = [new FeedEnclosure(t[1], t[2], -1)],
                        Source = Source(t[3], t[4]) with { Id = t[5], Link = t[6] },
                        Links = [new FeedLink(t[18], "alternate"), new FeedLink(t[19], "related")],
                        Rights = Plain(t[0]), License = t[1], CommentsUrl = t[2], CommentsFeedUrl = t[3], OriginalUrl = t[4], IdIsPermalink = true, PodcastSubtitle = t[5], PodcastDuration = t[6],
                    },
                    new FeedItem { Id = "last", Title = Plain("intact") },
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

    private static FeedText Plain(string text) => new(text, TextKind.Text);

    private static ParsedFeed Source(string title, string url) => new() { Title = Plain(title), Links = [new FeedLink(url, "self")] };

    internal static byte[] Bytes(ParsedFeed feed, string format, IEnumerable<FeedItem>? items = null)
    {
        using var stream = new MemoryStream();
        if (format == "atom") FeedWriter.WriteAtom(feed, stream, items);
        else if (format == "rss") FeedWriter.WriteRss(feed, stream, items);
        else FeedWriter.WriteJsonFeed(feed, stream, items);
        Assert.NotEqual(0xEF, stream.GetBuffer()[0]);
        return stream.ToArray();
    }

    private static string? Text(FeedText? text) => text?.ToPlainText();

    private static string Folded(string? text) => string.Join(' ', WritableText.Clean(text).Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries));
}
