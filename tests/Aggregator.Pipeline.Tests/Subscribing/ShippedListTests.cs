using Aggregator.Pipeline.Subscribing;

namespace Aggregator.Pipeline.Tests.Subscribing;

/// <summary>The list as it is shipped: without a problem, and every file it names is there and well-formed.</summary>
public class ShippedListTests
{
    private static readonly FeedList Shipped = FeedListReader.Read(
        [new ListFile("feeds.json", Repository.File("config"), File.ReadAllBytes(Repository.File("config", "feeds.json")))], new ListSettings());

    [Fact]
    public void It_has_two_feeds_and_no_problem()
    {
        Assert.Equal("", ListTexts.Shown(Shipped));
        Assert.Equal(["file:sample/library.xml", "file:sample/harbour.atom"], Shipped.Feeds.Select(f => f.Url));
    }

    [Fact]
    public void Its_files_are_well_formed_and_hold_a_dozen_items()
    {
        var items = Shipped.Feeds.Select(f => System.Xml.Linq.XDocument.Load(f.FilePath!)).SelectMany(d => d.Descendants())
            .Where(e => e.Name.LocalName is "item" or "entry").ToList();
        Assert.Equal(12, items.Count);
        Assert.Single(items, i => !i.Elements().Any(e => e.Name.LocalName is "pubDate" or "published"));
    }
}
