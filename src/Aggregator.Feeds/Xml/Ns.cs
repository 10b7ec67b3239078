namespace Aggregator.Feeds.Xml;

/// <summary>A vocabulary. All spellings of a namespace, old ones too, share a number; see <see cref="Namespaces"/>.</summary>
internal enum Ns : ushort
{
    /// <summary>No namespace, and the RSS namespaces (0.90, 1.0, 1.1, 2.0 drafts): RSS is one vocabulary.</summary>
    None,
    Xml,
    Xmlns,
    Atom,
    Rdf,
    Xhtml,
    DublinCore,
    DublinCoreTerms,
    Content,
    Itunes,
    GooglePlay,
    Media,
    Slash,
    CommentApi,
    Thread,
    FeedBurner,
    GeoRss,
    Geo,
    Podcast,
    Syndication,
    CreativeCommons,
    Sitemap,
    SitemapNews,
    SitemapImage,
    SitemapVideo,
    Admin,
    Opml,
    Soap,
    Publishing,
    Svg,
    MathMl,
    XLink,

    /// <summary>The first number of a namespace that we do not know; each such URI of a document has its own.</summary>
    Foreign,
}
