using Aggregator.Feeds.Xml;

namespace Aggregator.Feeds.Reading;

/// <summary>The feeds that an HTML page names: <c>link rel=alternate</c> with a feed's media type (HTML, 4.6.7.1).</summary>
internal static class HtmlFeedLinks
{
    private const int Most = 50;

    public static IReadOnlyList<string> Find(ReadOnlySpan<byte> html, string? baseUrl)
    {
        var found = new List<string>();
        var tokens = new Tokenizer(html.ToArray(), 0, html.Length, null, null, new Problems([]));
        while (tokens.Read() is var token && token != Token.Eof && found.Count < Most)
        {
            if (token != Token.Start) continue;
            if (tokens.Name == Name.Base && tokens.AttributeOf("href"u8) is { Length: > 0 } own) baseUrl = FeedUrl.Resolve(own, baseUrl);
            if (tokens.Name != Name.Link) continue;
            var relations = (tokens.AttributeOf("rel"u8) ?? "").Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries);
            if (!relations.Contains("alternate", StringComparer.OrdinalIgnoreCase) && !relations.Contains("feed", StringComparer.OrdinalIgnoreCase)) continue;
            if (!IsFeed(tokens.AttributeOf("type"u8)) && !relations.Contains("feed", StringComparer.OrdinalIgnoreCase)) continue;
            if (tokens.AttributeOf("href"u8) is not { } href || href.Trim().Length == 0) continue;
            var url = FeedUrl.Resolve(href, baseUrl);
            if (!found.Contains(url)) found.Add(url);
        }

        return found;
    }

    private static bool IsFeed(string? type) => type is not null && (
        type.Contains("rss+xml", StringComparison.OrdinalIgnoreCase) || type.Contains("atom+xml", StringComparison.OrdinalIgnoreCase)
        || type.Contains("feed+json", StringComparison.OrdinalIgnoreCase) || type.Contains("rdf+xml", StringComparison.OrdinalIgnoreCase));
}
