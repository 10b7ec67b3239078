using System.Text;
using System.Xml;
using CsCheck;

namespace Aggregator.Feeds.Tests.Opml;

public sealed class OpmlTests
{
    [Fact]
    public void Reads_feeds_with_their_folders_lines_and_attributes()
    {
        var document = Read("""
            <?xml version="1.0"?>
            <opml version="2.0" xmlns:a="https://example.org/options">
              <head><title> My feeds </title><ownerName>x</ownerName></head>
              <body>
                <outline text="News">
                  <outline title="World" text="ignored">
                    <outline text="One" title="First &amp; best" type="rss" xmlUrl=" http://one.example/feed?a=1&amp;b=2 "
                             htmlUrl="http://one.example/" a:every="15m"/>
                  </outline>
                  <outline text="Two" xmlUrl="http://two.example/feed"></outline>
                </outline>
                <outline type="link" text="no feed" url="http://x.example/"/>
                <outline xmlUrl="http://three.example/feed"/>
              </body>
            </opml>
            """);
        Assert.True(document.IsOpml && document.WellFormed);
        Assert.Equal("My feeds", document.Title);
        Assert.Equal(
            ["http://one.example/feed?a=1&b=2|First & best|News/ignored|7", "http://two.example/feed|Two|News|10", "http://three.example/feed|||13"],
            document.Outlines.Select(o => $"{o.XmlUrl}|{o.Title}|{string.Join('/', o.Folder)}|{o.Line}"));
        var first = document.Outlines[0];
        Assert.Equal("http://one.example/", first.HtmlUrl);
        Assert.Equal(
            [Attribute("", "text", "One"), Attribute("", "type", "rss"), Attribute("https://example.org/options", "every", "15m")],
            first.Attributes);
    }

    [Theory]
    [InlineData("bare ampersands", "<opml><body><outline text='A & B' xmlUrl='http://h.example/?a=1&b=2'/><outline xmlUrl='http://h.example/2'/></body></opml>")]
    [InlineData("an unended outline", "<opml><body><outline xmlUrl='http://h.example/?a=1&amp;b=2'><outline xmlUrl='http://h.example/2'/></body></opml>")]
    [InlineData("attributes without quotes", "<opml><body><outline text=x xmlUrl=http://h.example/?a=1&amp;b=2 /><outline xmlUrl='http://h.example/2'/></body></opml>")]
    [InlineData("no blank between attributes", "<opml><body><outline text=\"x\"xmlUrl=\"http://h.example/?a=1&amp;b=2\"/><outline xmlUrl='http://h.example/2'/></body></opml>")]
    [InlineData("an attribute twice", "<opml><body><outline text='x' text='y' xmlUrl='http://h.example/?a=1&amp;b=2'/><outline xmlUrl='http://h.example/2'/></body></opml>")]
    [InlineData("a bare less-than", "<opml><body><outline text='x < y' xmlUrl='http://h.example/?a=1&amp;b=2'/><outline xmlUrl='http://h.example/2'/></body></opml>")]
    [InlineData("quotes inside a value", "<opml><body><outline text=\"x\" description=\"see <a href=\"http://a.example/\">a</a>.\" xmlUrl=\"http://h.example/?a=1&amp;b=2\"/><outline xmlUrl='http://h.example/2'/></body></opml>")]
    [InlineData("a cut", "<opml><body><outline xmlUrl='http://h.example/?a=1&amp;b=2'/><outline xmlUrl='http://h.example/2'/><outline xmlUr")]
    [InlineData("an undeclared prefix", "<opml><body><outline x:y='z' xmlUrl='http://h.example/?a=1&amp;b=2'/><outline xmlUrl='http://h.example/2'/></body></opml>")]
    [InlineData("no root", "<outline xmlUrl='http://h.example/?a=1&amp;b=2'/><outline xmlUrl='http://h.example/2'/>")]
    public void Repairs(string what, string opml)
    {
        var document = Read(opml);
        Assert.False(document.WellFormed, what);
        Assert.True(document.IsOpml);
        Assert.Equal(["http://h.example/?a=1&b=2", "http://h.example/2"], document.Outlines.Select(o => o.XmlUrl));
        Assert.All(document.Outlines, o => Assert.Empty(o.Folder));
        Assert.NotEmpty(document.Problems);
    }

    [Theory]
    [InlineData("xmlurl")]
    [InlineData("XMLURL")]
    public void Reads_a_file_that_spells_the_attribute_otherwise_throughout(string name)
    {
        var document = Read($"<opml><body><outline {name}='http://h.example/1'/><outline {name}='http://h.example/2'/></body></opml>");
        Assert.Equal(2, document.Outlines.Count);
        Assert.Equal(["opml.attribute_case", "opml.attribute_case"], document.Problems.Select(p => p.Code));
        document = Read($"<opml><body><outline {name}='http://h.example/1'/><outline xmlUrl='http://h.example/2'/></body></opml>");
        Assert.Equal("http://h.example/2", Assert.Single(document.Outlines).XmlUrl);
        Assert.Single(document.Problems);
    }

    [Fact]
    public void Keeps_thousands_of_feeds_whose_outlines_are_never_ended()
    {
        var document = Read("<opml><body>" + string.Concat(Enumerable.Range(0, 20_000).Select(i => $"<outline xmlUrl='http://h.example/{i}'>")));
        Assert.Equal(20_000, document.Outlines.Count);
        Assert.Equal("http://h.example/19999", document.Outlines[^1].XmlUrl);
    }

    [Theory]
    [InlineData("utf-16")]
    [InlineData("utf-8")]
    [InlineData("iso-8859-1")]
    public void Reads_any_encoding(string encoding)
    {
        var xml = $"<?xml version='1.0' encoding='{encoding}'?><opml><head><title>Zürich</title></head><body/></opml>";
        var codec = Encoding.GetEncoding(encoding);
        var document = OpmlDocument.Read((byte[])[.. codec.GetPreamble(), .. codec.GetBytes(xml)]);
        Assert.Equal("Zürich", document.Title);
        Assert.Empty(document.Outlines);
    }

    [Theory]
    [InlineData("")]
    [InlineData("<rss version='2.0'><channel><title>x</title></channel></rss>")]
    [InlineData("<html><body>x</body></html>")]
    [InlineData("plain")]
    public void Says_when_it_is_no_opml(string text) => Assert.False(Read(text).IsOpml);

    private static readonly Gen<string> Words = Gen.OneOf("a", "b", "Ü", "&", "<", "\"", "'", " ", "\n", "\t", "\0", "\uFFFE", "\U0001F600", "]]>", "&amp;", "http://h.example/?x=1&y=2")
        .Array[1, 4].Select(string.Concat).Select(s => WritableText.Clean(s).Trim()).Where(s => s.Length > 0);

    private static readonly Gen<OpmlOutline> Outlines =
        from url in Words
        from title in Words
        from page in Words
        from folder in Gen.OneOf("f", "g", "Ü & <").Array[0, 3]
        from every in Words
        select new OpmlOutline(url)
        {
            Title = title,
            HtmlUrl = page,
            Folder = folder,
            Attributes = [Attribute("", "type", "rss"), Attribute("urn:options", "every", every)],
        };

    [Fact]
    public void What_was_written_is_read_back_equal() => Outlines.Array[0, 8].Sample(
        outlines =>
        {
            using var stream = new MemoryStream();
            new OpmlDocument { Title = "T", Outlines = outlines }.Write(stream, DateTimeOffset.UnixEpoch);
            var read = OpmlDocument.Read(stream.ToArray());
            Assert.True(read.WellFormed, string.Join(", ", read.Problems));
            // A folder stands once, where its first feed was: the order inside each folder is kept.
            Assert.Equal(outlines.Select(Key).Order(StringComparer.Ordinal), read.Outlines.Select(Key).Order(StringComparer.Ordinal));
            foreach (var folder in outlines.Select(o => string.Join('/', o.Folder)).Distinct())
                Assert.Equal(In(outlines, folder), In(read.Outlines, folder));
        },
        iter: 1_000);

    private static KeyValuePair<XmlQualifiedName, string> Attribute(string space, string name, string value) => new(new(name, space), value);

    private static IEnumerable<string> In(IEnumerable<OpmlOutline> outlines, string folder) => outlines.Where(o => string.Join('/', o.Folder) == folder).Select(Key);

    private static string Key(OpmlOutline o) =>
        string.Join('|', o.XmlUrl, o.Title, o.HtmlUrl, string.Join('/', o.Folder), string.Join(';', o.Attributes.Select(a => $"{a.Key}={a.Value}")));

    private static OpmlDocument Read(string text) => OpmlDocument.Read(Encoding.UTF8.GetBytes(text));
}
