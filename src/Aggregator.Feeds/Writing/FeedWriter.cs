using System.ServiceModel.Syndication;
using System.Text;
using System.Xml;

namespace Aggregator.Feeds;

/// <summary>Writes feeds: Atom 1.0, RSS 2.0, JSON Feed 1.1.</summary>
/// <remarks>
/// Takes a feed and a stream; writes UTF-8 without a byte order mark. No text makes it throw: characters that XML cannot hold are left out,
/// lone surrogates become U+FFFD. It never sanitises HTML and never invents a date; the clock is not asked.
/// </remarks>
public static class FeedWriter
{
    private static readonly XmlWriterSettings Settings = new() { Encoding = new UTF8Encoding(false), Indent = true, NewLineChars = "\n", CloseOutput = false };

    /// <summary>Writes a feed. The stream stays open.</summary>
    /// <param name="feed">What to write.</param>
    /// <param name="format">The format.</param>
    /// <param name="output">Receives the document.</param>
    public static void Write(OutgoingFeed feed, FeedFormat format, Stream output)
    {
        ArgumentNullException.ThrowIfNull(feed);
        if (format == FeedFormat.Json)
        {
            JsonFeedWriting.Write(feed, output);
            return;
        }
        using var writer = XmlWriter.Create(output, Settings);
        var mapped = new SyndicationMapping(format).Of(feed);
        SyndicationFeedFormatter formatter = format == FeedFormat.Atom ? new Atom10FeedFormatter(mapped) : new Rss20FeedFormatter(mapped);
        formatter.WriteTo(writer);
    }

    /// <summary>The media type of a format, without a charset parameter.</summary>
    /// <param name="format">The format.</param>
    public static string MediaType(FeedFormat format) => format switch
    {
        FeedFormat.Atom => "application/atom+xml",
        FeedFormat.Rss => "application/rss+xml",
        _ => "application/feed+json",
    };
}
