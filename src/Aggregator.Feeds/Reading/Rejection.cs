using Aggregator.Feeds.Decoding;
using Aggregator.Feeds.Xml;

namespace Aggregator.Feeds.Reading;

/// <summary>Says what a document is when it is no feed.</summary>
internal static class Rejection
{
    public static ReadOutcome.Rejected Of(string code, string reason, DecodedText text, Problems problems, IReadOnlyList<string>? feedUrls = null) => new(code, reason)
    {
        WellFormed = problems.WellFormed,
        Encoding = text.Encoding,
        Problems = problems.List,
        ProblemCount = problems.Count,
        FeedUrls = feedUrls ?? [],
    };

    /// <summary>The document's root told what it is, or it has none that we know.</summary>
    public static ReadOutcome.Rejected OfXml(Root root, DecodedText text, string? baseUrl, Problems problems)
    {
        var content = text.Data.AsSpan(text.Start, text.End - text.Start);
        switch (root)
        {
            case Root.Opml:
                return Of("feed.opml", "this is an OPML list of feeds, not a feed; import it instead", text, problems);
            case Root.SitemapIndex:
                return Of("feed.sitemap_index", "this is an index of sitemaps, not a feed; subscribe to one of the sitemaps that it names", text, problems);
        }

        if (root == Root.Html || LooksLikeHtml(content)) return OfHtml(content, text, baseUrl, problems);
        if (content.StartsWith((ReadOnlySpan<byte>)[0x1F, 0x8B])) return Of("feed.compressed", "the document is compressed (gzip)", text, problems);
        return content.Contains((byte)'<')
            ? Of("feed.unknown_root", "this is no feed: no element in it begins an RSS, Atom, RDF, CDF or sitemap document", text, problems)
            : Of("feed.not_xml", "this is no feed: it is neither XML nor JSON", text, problems);
    }

    private static ReadOutcome.Rejected OfHtml(ReadOnlySpan<byte> content, DecodedText text, string? baseUrl, Problems problems)
    {
        var feeds = HtmlFeedLinks.Find(content, baseUrl);
        var reason = feeds.Count switch
        {
            0 => "this is an HTML page, not a feed; it names no feed",
            1 => $"this is an HTML page, not a feed; it names a feed at {feeds[0]}",
            _ => $"this is an HTML page, not a feed; it names {feeds.Count} feeds, the first at {feeds[0]}",
        };
        return Of("feed.html", reason, text, problems, feeds);
    }

    private static bool LooksLikeHtml(ReadOnlySpan<byte> content)
    {
        var head = content.Length > 2048 ? content[..2048] : content;
        var lower = new byte[head.Length];
        System.Text.Ascii.ToLower(head, lower, out var length);
        var text = lower.AsSpan(0, length);
        return text.IndexOf("<!doctype html"u8) >= 0 || text.IndexOf("<html"u8) >= 0 || text.IndexOf("<body"u8) >= 0 || text.IndexOf("<head>"u8) >= 0;
    }
}
