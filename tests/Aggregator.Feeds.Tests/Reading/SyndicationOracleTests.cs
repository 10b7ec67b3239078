using System.ServiceModel.Syndication;
using System.Text;
using System.Xml;

namespace Aggregator.Feeds.Tests.Reading;

/// <summary>On well-formed RSS 2.0 and Atom 1.0 our items say what System.ServiceModel.Syndication's say.</summary>
public sealed class SyndicationOracleTests
{
    [Fact]
    public void Items_are_the_same_on_every_fixture_that_Syndication_reads()
    {
        var compared = 0;
        foreach (var file in FixtureFiles.All("*.xml"))
        {
            if (FixtureFiles.IsDecodedOtherwise(file)) continue;
            var bytes = File.ReadAllBytes(file);
            if (Load(bytes) is not { } theirs || FeedReader.Read(bytes, ReadContext.None) is not ReadOutcome.Parsed ours) continue;
            if (ours.Feed.Version is not ("rss20" or "atom10")) continue;
            Compare(theirs, ours.Feed, file);
            compared++;
        }

        Assert.True(compared > 20, $"only {compared} fixtures were compared");
    }

    private static void Compare(SyndicationFeed theirs, ParsedFeed ours, string file)
    {
        var items = theirs.Items.ToArray();
        Assert.True(items.Length == ours.Items.Count, file);
        Assert.True(Text(theirs.Title) == (ours.Title?.Value ?? ""), $"{file}: feed title");
        for (var i = 0; i < items.Length; i++)
        {
            var (their, our) = (items[i], ours.Items[i]);
            // A title of an extension stands in when the item has none of its own: Syndication has no such rule.
            if (their.Title is not null) Assert.True(Text(their.Title) == (our.Title?.Value ?? ""), $"{file}: title of item {i}");
            Assert.True((their.Id ?? "") == (our.Id ?? ""), $"{file}: id of item {i}");
            if (our.Published?.Raw is not null && HasDate(their, out var at) && our.Dates.Any(claim => claim.From == "item.published")) Assert.Equal(at, our.Published.At);
            var alternate = their.Links.FirstOrDefault(link => link.RelationshipType is null or "alternate")?.GetAbsoluteUri()?.AbsoluteUri;
            // Inside RSS an atom:link is an alternate to Syndication; to us the feed's own link wins.
            if (alternate is not null && Path.GetFileName(file) != "atom-link-does-not-win.xml") Assert.Equal(alternate, our.Url);
            Assert.Equal(their.Links.Count(link => link.RelationshipType == "enclosure"), our.Enclosures.Count);
        }
    }

    private static bool HasDate(SyndicationItem item, out DateTimeOffset at)
    {
        try
        {
            at = item.PublishDate;
            return at != DateTimeOffset.MinValue;
        }
        catch (XmlException)
        {
            at = default;
            return false;
        }
    }

    // Syndication keeps the wrapping div of XHTML and blanks around; the texts compared here are neither.
    private static string Text(TextSyndicationContent? content) => content is null ? "" : content.Text.Trim();

    private static SyndicationFeed? Load(byte[] bytes)
    {
        try
        {
            using var reader = XmlReader.Create(new MemoryStream(bytes, false), new XmlReaderSettings { DtdProcessing = DtdProcessing.Ignore }, "http://example.org/feed/index.xml");
            return SyndicationFeed.Load(reader);
        }
        catch (Exception refused) when (refused is XmlException or FormatException or UriFormatException or InvalidOperationException or NotSupportedException)
        {
            return null;
        }
    }
}
