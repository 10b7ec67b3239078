using System.ServiceModel.Syndication;
using System.Text;
using System.Xml;

namespace Aggregator.Feeds;

/// <summary>Writes feeds: Atom 1.0, RSS 2.0, JSON Feed 1.1.</summary>
/// <remarks>
/// <para>Takes a feed and a stream; writes UTF-8 without a byte order mark and leaves the stream open. What <see cref="FeedReader"/> read can be
/// written, and is read back equal but for what a format cannot say (each method names it). No text makes it throw: characters that XML cannot
/// hold are left out, lone surrogates become U+FFFD. HTML is written as it is given: sanitise it first. The clock is not asked and no date is
/// invented: dates are written as instants in UTC, to the second (JSON Feed: with their fraction).</para>
/// <para>In no format: <see cref="ParsedFeed.Version"/>, <see cref="ParsedFeed.Info"/>, what was incomplete, dates that are no field of their own
/// (<see cref="FeedItem.Dates"/>), the base and the media type of a text (what it holds is written as text or HTML; XHTML as HTML). A person
/// without a name is named by the address; an address without a path gets one.</para>
/// </remarks>
public static class FeedWriter
{
    /// <summary>The media type of Atom, without a charset parameter.</summary>
    public const string AtomMediaType = "application/atom+xml";

    /// <summary>The media type of RSS, without a charset parameter.</summary>
    public const string RssMediaType = "application/rss+xml";

    /// <summary>The media type of JSON Feed, without a charset parameter.</summary>
    public const string JsonFeedMediaType = "application/feed+json";

    private static readonly XmlWriterSettings Settings = new() { Encoding = new UTF8Encoding(false), Indent = true, NewLineChars = "\n", CloseOutput = false };

    /// <summary>Writes Atom 1.0 (RFC 4287).</summary>
    /// <param name="feed">What to write.</param>
    /// <param name="output">Receives the document.</param>
    /// <param name="items">Items to write instead of the feed's own, walked once, so that many need not be held; null: the feed's.</param>
    /// <remarks>
    /// Atom demands some elements. Without an id the self link, else the page is written, for an entry its URL, else a hash of its words; without an
    /// author the feed's title; without <c>updated</c> the date of publication, else for an entry the feed's, for the feed the newest of its own
    /// items', else the year 1, which readers take for no date. Modules hold what Atom does not: Media RSS (picture), Dublin Core (publisher,
    /// <c>dcterms:issued</c>, <c>created</c>, <c>valid</c>), iTunes, Creative Commons, FeedBurner. Not written: <see cref="ParsedFeed.Ttl"/>,
    /// <see cref="ParsedFeed.Docs"/>, <see cref="ParsedFeed.Cloud"/>, <see cref="ParsedFeed.TextInput"/>, of <see cref="ParsedFeed.Image"/> all but the
    /// address (as <c>logo</c>), and of several contents all but <see cref="FeedItem.Content"/>.
    /// </remarks>
    public static void WriteAtom(ParsedFeed feed, Stream output, IEnumerable<FeedItem>? items = null)
    {
        ArgumentNullException.ThrowIfNull(feed);
        using var xml = XmlWriter.Create(output, Settings);
        new Atom10FeedFormatter(new SyndicationMapping(isAtom: true).Of(feed, items ?? feed.Items)).WriteTo(xml);
    }

    /// <summary>Writes RSS 2.0, with the modules that hold what RSS itself does not.</summary>
    /// <param name="feed">What to write.</param>
    /// <param name="output">Receives the document.</param>
    /// <param name="items">Items to write instead of the feed's own, walked once, so that many need not be held; null: the feed's.</param>
    /// <remarks>
    /// Titles are written as they are; plain text in a summary or content is escaped as HTML, its lines as paragraphs. Content goes to
    /// <c>content:encoded</c>, people without a mail address to <c>dc:creator</c>, change dates and further links to Atom elements, pictures to Media
    /// RSS, the playing time of a media file to <c>itunes:duration</c>; a media file without a type is <c>application/octet-stream</c>. Not written:
    /// labels of categories, languages of texts, of a source all but title and address, of several contents all but <see cref="FeedItem.Content"/>.
    /// </remarks>
    public static void WriteRss(ParsedFeed feed, Stream output, IEnumerable<FeedItem>? items = null)
    {
        ArgumentNullException.ThrowIfNull(feed);
        using var xml = XmlWriter.Create(output, Settings);
        new Rss20FeedFormatter(new SyndicationMapping(isAtom: false).Of(feed, items ?? feed.Items)).WriteTo(xml);
    }

    /// <summary>Writes JSON Feed 1.1 (jsonfeed.org/version/1.1).</summary>
    /// <param name="feed">What to write.</param>
    /// <param name="output">Receives the document.</param>
    /// <param name="items">Items to write instead of the feed's own, walked once, so that many need not be held; null: the feed's.</param>
    /// <remarks>
    /// Titles, summaries and the description are plain text there, so markup in them is read. An item without an id gets its URL, else a hash of its
    /// words; one without a content an empty one; an attachment without a type <c>application/octet-stream</c>. A mail address is written as a
    /// <c>mailto:</c> page. There are keys for title, page, address, description, language, icons and authors of a feed; for id, URL, one related
    /// link, title, contents, summary, picture, two dates, language, authors, tags and attachments of an item; for nothing else.
    /// </remarks>
    public static void WriteJsonFeed(ParsedFeed feed, Stream output, IEnumerable<FeedItem>? items = null)
    {
        ArgumentNullException.ThrowIfNull(feed);
        JsonFeedWriting.Write(feed, items ?? feed.Items, output);
    }
}
