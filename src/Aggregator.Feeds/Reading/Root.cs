namespace Aggregator.Feeds.Reading;

/// <summary>What a document is, by its root element.</summary>
internal enum Root
{
    Unknown,
    Rss,
    Rdf,
    Atom,
    AtomEntry,
    Cdf,
    Sitemap,
    SitemapIndex,
    Html,
    Opml,
}
