using System.Collections.Frozen;
using System.Text;

namespace Aggregator.Feeds.Xml;

/// <summary>Namespace URIs with their old and wrong spellings, and the prefixes that are known without a declaration.</summary>
internal static class Namespaces
{
    public const string XmlUri = "http://www.w3.org/XML/1998/namespace";
    public const string XmlnsUri = "http://www.w3.org/2000/xmlns/";

    private static readonly FrozenDictionary<string, Ns> s_uris = WithFolded(new Dictionary<string, Ns>
    {
        [XmlUri] = Ns.Xml,
        [XmlnsUri] = Ns.Xmlns,
        ["http://www.w3.org/2005/Atom"] = Ns.Atom,
        ["http://purl.org/atom/ns#"] = Ns.Atom,
        ["http://example.com/newformat#"] = Ns.Atom,
        ["http://example.com/necho"] = Ns.Atom,
        ["http://purl.org/echo/"] = Ns.Atom,
        ["uri/of/echo/namespace#"] = Ns.Atom,
        ["http://purl.org/pie/"] = Ns.Atom,
        ["http://purl.org/rss/1.0/"] = Ns.None,
        ["http://my.netscape.com/rdf/simple/0.9/"] = Ns.None,
        ["http://channel.netscape.com/rdf/simple/0.9/"] = Ns.None,
        ["http://my.netscape.com/publish/formats/rss-0.91.dtd"] = Ns.None,
        ["http://purl.org/net/rss1.1#"] = Ns.None,
        ["http://backend.userland.com/rss2"] = Ns.None,
        ["http://blogs.law.harvard.edu/tech/rss"] = Ns.None,
        ["http://backend.userland.com/rss"] = Ns.None,
        ["http://backend.userland.com/rss191"] = Ns.None,
        ["http://www.rssboard.org/rss-specification"] = Ns.None,
        ["http://www.w3.org/1999/02/22-rdf-syntax-ns#"] = Ns.Rdf,
        ["http://www.w3.org/1999/xhtml"] = Ns.Xhtml,
        ["http://www.w3.org/2000/svg"] = Ns.Svg,
        ["http://www.w3.org/1998/Math/MathML"] = Ns.MathMl,
        ["http://www.w3.org/1999/xlink"] = Ns.XLink,
        ["http://purl.org/dc/elements/1.1/"] = Ns.DublinCore,
        ["http://purl.org/dc/elements/1.0/"] = Ns.DublinCore,
        ["http://purl.org/metadata/dublin_core#"] = Ns.DublinCore,
        ["http://purl.org/dc/terms/"] = Ns.DublinCoreTerms,
        ["http://purl.org/rss/1.0/modules/dcterms/"] = Ns.DublinCoreTerms,
        ["http://purl.org/rss/1.0/modules/content/"] = Ns.Content,
        ["http://www.itunes.com/dtds/podcast-1.0.dtd"] = Ns.Itunes,
        ["http://example.com/dtds/podcast-1.0.dtd"] = Ns.Itunes,
        ["http://www.google.com/schemas/play-podcasts/1.0"] = Ns.GooglePlay,
        ["http://www.google.com/schemas/play-podcasts/1.0/play-podcasts.xsd"] = Ns.GooglePlay,
        ["http://search.yahoo.com/mrss"] = Ns.Media,
        ["http://search.yahoo.com/mrss/"] = Ns.Media,
        ["http://search.yahoo.com/rss/"] = Ns.Media,
        ["http://tools.search.yahoo.com/mrss"] = Ns.Media,
        ["http://video.search.yahoo.com/mrss"] = Ns.Media,
        ["http://purl.org/rss/1.0/modules/slash/"] = Ns.Slash,
        ["http://wellformedweb.org/commentapi/"] = Ns.CommentApi,
        ["http://purl.org/syndication/thread/1.0"] = Ns.Thread,
        ["http://rssnamespace.org/feedburner/ext/1.0"] = Ns.FeedBurner,
        ["http://www.georss.org/georss"] = Ns.GeoRss,
        ["http://www.w3.org/2003/01/geo/wgs84_pos#"] = Ns.Geo,
        ["https://podcastindex.org/namespace/1.0"] = Ns.Podcast,
        ["https://github.com/podcastindex-org/podcast-namespace/blob/main/docs/1.0.md"] = Ns.Podcast,
        ["http://purl.org/rss/1.0/modules/syndication/"] = Ns.Syndication,
        ["http://backend.userland.com/creativecommonsrssmodule"] = Ns.CreativeCommons,
        ["http://cyber.law.harvard.edu/rss/creativecommonsrssmodule.html"] = Ns.CreativeCommons,
        ["http://web.resource.org/cc/"] = Ns.CreativeCommons,
        ["http://creativecommons.org/ns#"] = Ns.CreativeCommons,
        ["http://www.sitemaps.org/schemas/sitemap/0.9"] = Ns.Sitemap,
        ["http://www.google.com/schemas/sitemap/0.84"] = Ns.Sitemap,
        ["http://www.google.com/schemas/sitemap-news/0.9"] = Ns.SitemapNews,
        ["http://www.google.com/schemas/sitemap-image/1.1"] = Ns.SitemapImage,
        ["http://www.google.com/schemas/sitemap-video/1.1"] = Ns.SitemapVideo,
        ["http://webns.net/mvcb/"] = Ns.Admin,
        ["http://prismstandard.org/namespaces/basic/2.0/"] = Ns.Publishing,
        ["http://prismstandard.org/namespaces/1.2/basic/"] = Ns.Publishing,
    });

    private static readonly FrozenDictionary<string, string> s_prefixes = new Dictionary<string, string>
    {
        ["admin"] = "http://webns.net/mvcb/",
        ["atom"] = "http://www.w3.org/2005/Atom",
        ["atom10"] = "http://www.w3.org/2005/Atom",
        ["atom03"] = "http://purl.org/atom/ns#",
        ["a10"] = "http://www.w3.org/2005/Atom",
        ["cc"] = "http://web.resource.org/cc/",
        ["content"] = "http://purl.org/rss/1.0/modules/content/",
        ["creativecommons"] = "http://backend.userland.com/creativeCommonsRssModule",
        ["dc"] = "http://purl.org/dc/elements/1.1/",
        ["dcterms"] = "http://purl.org/dc/terms/",
        ["feedburner"] = "http://rssnamespace.org/feedburner/ext/1.0",
        ["geo"] = "http://www.w3.org/2003/01/geo/wgs84_pos#",
        ["georss"] = "http://www.georss.org/georss",
        ["googleplay"] = "http://www.google.com/schemas/play-podcasts/1.0",
        ["itunes"] = "http://www.itunes.com/dtds/podcast-1.0.dtd",
        ["media"] = "http://search.yahoo.com/mrss/",
        ["news"] = "http://www.google.com/schemas/sitemap-news/0.9",
        ["podcast"] = "https://podcastindex.org/namespace/1.0",
        ["rdf"] = "http://www.w3.org/1999/02/22-rdf-syntax-ns#",
        ["rss"] = "http://purl.org/rss/1.0/",
        ["slash"] = "http://purl.org/rss/1.0/modules/slash/",
        ["sy"] = "http://purl.org/rss/1.0/modules/syndication/",
        ["thr"] = "http://purl.org/syndication/thread/1.0",
        ["wfw"] = "http://wellformedweb.org/CommentAPI/",
        ["xhtml"] = "http://www.w3.org/1999/xhtml",
        ["html"] = "http://www.w3.org/1999/xhtml",
    }.ToFrozenDictionary(StringComparer.OrdinalIgnoreCase);

    /// <summary>The vocabulary of a URI; null when we do not know it.</summary>
    public static Ns? Find(string uri) => s_uris.TryGetValue(uri, out var ns) || s_uris.TryGetValue(Fold(uri), out ns) ? ns : null;

    /// <summary>The URI that an undeclared prefix usually stands for; null when it has no usual meaning.</summary>
    public static string? Usual(ReadOnlySpan<byte> prefix) => s_prefixes.GetValueOrDefault(Encoding.UTF8.GetString(prefix));

    // As written and folded, so that a URI that is written right is found at once.
    private static FrozenDictionary<string, Ns> WithFolded(Dictionary<string, Ns> uris)
    {
        foreach (var (uri, ns) in uris.ToArray()) uris[Fold(uri)] = ns;
        return uris.ToFrozenDictionary(StringComparer.Ordinal);
    }

    // Case, white space, the scheme's "s" and a missing end slash are mistyped often; no two namespaces differ only in them.
    private static string Fold(string uri)
    {
        var folded = uri.Trim().ToLowerInvariant();
        if (folded.StartsWith("https://", StringComparison.Ordinal)) folded = string.Concat("http://", folded.AsSpan(8));
        return folded.TrimEnd('/');
    }
}
