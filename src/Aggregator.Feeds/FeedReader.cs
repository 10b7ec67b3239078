using Aggregator.Feeds.Decoding;
using Aggregator.Feeds.Reading;
using Aggregator.Feeds.Xml;

namespace Aggregator.Feeds;

/// <summary>
/// Reads a feed of any vocabulary (RSS 0.90 to 2.0, RDF, Atom 0.3 and 1.0, CDF, JSON Feed, sitemaps) from the bytes a server sent.
/// </summary>
/// <remarks>
/// Takes bytes and what came with them; gives <see cref="ReadOutcome.Parsed"/> or <see cref="ReadOutcome.Rejected"/>; never throws
/// for any input, never touches network, disk or clock. Thread safe.
/// </remarks>
public static class FeedReader
{
    /// <summary>Reads one document.</summary>
    /// <param name="body">The unpacked body. It is not written to.</param>
    /// <param name="context">What the transport said about the body.</param>
    public static ReadOutcome Read(ReadOnlyMemory<byte> body, ReadContext context)
    {
        var problems = new Problems([]);
        var text = TextDecoder.Decode(body, context.ContentType, problems);
        if (!MediaType.IsFeed(context.ContentType))
            problems.Fault("http.media_type", $"the document was labelled {context.ContentType}, which is no type of a feed");

        var content = text.Data.AsSpan(text.Start, text.End - text.Start);
        var first = content.IndexOfAnyExcept(" \t\r\n"u8);
        if (first < 0)
        {
            problems.Fault("xml.no_root", "the document is empty");
            return Rejection.Of("feed.empty", "the document is empty", text, problems);
        }

        var baseUrl = BaseOf(context);
        return content[first] is (byte)'{' or (byte)'['
            ? ReadJson(text, context, baseUrl, problems)
            : ReadXml(text, context, baseUrl, problems);
    }

    // A Content-Location counts when it is an address on the web.
    private static string? BaseOf(ReadContext context)
    {
        if (string.IsNullOrWhiteSpace(context.ContentLocation)) return context.Url;
        var location = FeedUrl.Resolve(context.ContentLocation, context.Url);
        return location.StartsWith("http://", StringComparison.OrdinalIgnoreCase) || location.StartsWith("https://", StringComparison.OrdinalIgnoreCase) ? location : context.Url;
    }

    private static ReadOutcome ReadJson(DecodedText text, ReadContext context, string? baseUrl, Problems problems)
    {
        var feed = new JsonFeedReader(context, baseUrl, problems).Read(text.Data.AsSpan(text.Start, text.End - text.Start));
        return feed is null
            ? Rejection.Of("feed.unknown_json", "this is JSON, but no JSON Feed: it has neither a version nor items", text, problems)
            : Parsed(FeedDateOrder.Settle(feed, context.FetchedAt), text, problems);
    }

    private static ReadOutcome ReadXml(DecodedText text, ReadContext context, string? baseUrl, Problems problems)
    {
        var tokens = new Tokenizer(text.Data, text.Start, text.End, baseUrl, context.ContentLanguage?.Split(',')[0].Trim(), problems, text.IsAscii);
        var reader = new XmlFeedReader(tokens, context);
        var feed = reader.Read();
        tokens.Release();
        return feed is null ? Rejection.OfXml(reader.Root, text, baseUrl, problems) : Parsed(FeedDateOrder.Settle(feed, context.FetchedAt), text, problems);
    }

    private static ReadOutcome.Parsed Parsed(ParsedFeed feed, DecodedText text, Problems problems) => new(feed)
    {
        WellFormed = problems.WellFormed,
        Encoding = text.Encoding,
        Problems = problems.List,
        ProblemCount = problems.Count,
    };
}
