using Aggregator.Feeds.Xml;

namespace Aggregator.Feeds.Reading;

/// <summary>Tells a document's vocabulary and version from its root element.</summary>
internal static class FeedVersion
{
    private const string OldAtom = "http://purl.org/atom/ns#";

    /// <summary>What the element that just started is as a root.</summary>
    public static Root RootOf(Tokenizer t) => t.Name switch
    {
        Name.Rss => Root.Rss,
        Name.RDF => Root.Rdf,
        Name.Feed when t.Ns is Ns.Atom or Ns.None or >= Ns.Foreign => Root.Atom,
        Name.Entry when t.Ns is Ns.Atom => Root.AtomEntry,
        Name.Channel when t.Ns is Ns.None or >= Ns.Foreign => IsCdf(t) ? Root.Cdf : Root.Rss,
        Name.Urlset => Root.Sitemap,
        Name.SitemapIndex => Root.SitemapIndex,
        Name.Html or Name.Head or Name.Body => Root.Html,
        Name.Opml => Root.Opml,
        _ => Root.Unknown,
    };

    /// <summary>The version as FORMAT names it.</summary>
    public static string Of(Tokenizer t, Root root) => root switch
    {
        Root.Rss => OfRss(t.AttributeOf("version"u8)?.Trim()),
        Root.Rdf => OfRdf(t.DefaultNamespaceUri, "rss10"),
        Root.Atom or Root.AtomEntry => OfAtom(t),
        Root.Cdf => "cdf",
        _ => "sitemap",
    };

    /// <summary>RDF feeds are told apart by the namespace of their channel.</summary>
    public static string OfRdf(string uri, string version) => uri switch
    {
        "http://my.netscape.com/rdf/simple/0.9/" or "http://channel.netscape.com/rdf/simple/0.9/" => "rss090",
        _ => version,
    };

    private static string OfRss(string? number) => number switch
    {
        "0.90" or "0.9" => "rss090",
        "0.91" => "rss091",
        "0.92" => "rss092",
        "0.93" => "rss093",
        "0.94" => "rss094",
        "1.0" => "rss10",
        _ when number is not null && (number == "2" || number.StartsWith("2.", StringComparison.Ordinal)) => "rss20",
        _ => "rss",
    };

    private static string OfAtom(Tokenizer t)
    {
        var number = t.AttributeOf("version"u8)?.Trim();
        if (t.NamespaceUri == OldAtom) return number is null or "0.3" ? "atom03" : "atom";
        if (t.Ns == Ns.Atom && t.NamespaceUri.EndsWith("2005/Atom", StringComparison.OrdinalIgnoreCase)) return "atom10";
        return number switch
        {
            "0.3" => "atom03",
            "1.0" => "atom10",
            _ => "atom",
        };
    }

    // CDF writes its names in capitals or has an HREF or BASE on its root.
    private static bool IsCdf(Tokenizer t) => t.LocalNameText == "CHANNEL" || t.AttributeOf("href"u8) is not null || t.AttributeOf("base"u8) is not null;
}
