using System.Buffers;
using System.Globalization;
using System.Text;
using System.Text.Encodings.Web;
using System.Text.Json;
using Aggregator.Feeds;

namespace Aggregator.Parsing;

/// <summary>Writes what the reader gave as one JSON object on one line: the form that <c>parse feed</c> prints.</summary>
internal static class FeedJson
{
    private static readonly JsonWriterOptions s_options = new() { Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping, SkipValidation = true };

    public static string Write(ParseRequest request, ReadOutcome outcome)
    {
        var buffer = new ArrayBufferWriter<byte>();
        Write(request, outcome, buffer);
        return Encoding.UTF8.GetString(buffer.WrittenSpan);
    }

    public static void Write(ParseRequest request, ReadOutcome outcome, IBufferWriter<byte> output)
    {
        using var w = new Utf8JsonWriter(output, s_options);
        w.WriteStartObject();
        w.Text("id", request.Id);
        w.WriteString("file", request.File);
        w.WriteBoolean("ok", outcome is ReadOutcome.Parsed);
        w.WriteBoolean("well_formed", outcome.WellFormed);
        w.WriteString("encoding", outcome.Encoding);
        if (outcome is ReadOutcome.Rejected rejected) Rejection(w, rejected);
        if (outcome is ReadOutcome.Parsed parsed)
        {
            w.WriteBoolean("complete", parsed.Feed.Complete);
            w.WriteStartObject("feed");
            FeedKeys(w, parsed.Feed);
            w.WriteEndObject();
            // An Atom entry often has a content and no summary: a consumer of one key finds its text there all the same.
            var summarize = parsed.Feed.Version.StartsWith("atom", StringComparison.Ordinal);
            w.List("items", parsed.Feed.Items, (writer, item) => ItemKeys(writer, item, summarize));
        }

        w.List("warnings", outcome.Problems, Warning);
        if (outcome.ProblemCount > outcome.Problems.Count) w.WriteNumber("warning_count", outcome.ProblemCount);
        w.WriteEndObject();
    }

    /// <summary>The answer for a document that could not even be loaded.</summary>
    public static string WriteFailure(ParseRequest request, string code, string message)
    {
        var buffer = new ArrayBufferWriter<byte>();
        using (var w = new Utf8JsonWriter(buffer, s_options))
        {
            w.WriteStartObject();
            w.Text("id", request.Id);
            w.WriteString("file", request.File);
            w.WriteBoolean("ok", false);
            w.WriteStartObject("error");
            w.WriteString("code", code);
            w.WriteString("message", message);
            w.WriteEndObject();
            w.WriteEndObject();
        }

        return Encoding.UTF8.GetString(buffer.WrittenSpan);
    }

    private static void Rejection(Utf8JsonWriter w, ReadOutcome.Rejected rejected)
    {
        w.WriteStartObject("error");
        w.WriteString("code", rejected.Code);
        w.WriteString("message", rejected.Reason);
        w.WriteEndObject();
        w.Strings("feed_urls", rejected.FeedUrls);
    }

    internal static void Warning(Utf8JsonWriter w, FeedProblem problem)
    {
        w.WriteStartObject();
        w.WriteString("code", problem.Code);
        w.WriteString("message", problem.Message);
        if (problem.Line > 0) w.WriteNumber("line", problem.Line);
        w.WriteEndObject();
    }

    private static void FeedKeys(Utf8JsonWriter w, ParsedFeed feed)
    {
        w.WriteString("version", feed.Version);
        w.Text("id", feed.Id);
        w.Text("title", feed.Title);
        w.Text("link", feed.Link);
        w.Text("description", feed.Description);
        w.Text("language", feed.Language);
        w.Instant("updated", feed.Updated);
        w.Instant("published", feed.Published);
        w.Text("rights", feed.Rights);
        w.List("authors", feed.Authors, Person);
        w.List("contributors", feed.Contributors, Person);
        w.Person("publisher", feed.Publisher);
        w.List("categories", feed.Categories, Category);
        w.List("links", feed.Links, Link);
        if ((feed.Generator ?? feed.GeneratorUri ?? feed.GeneratorVersion) is not null)
        {
            w.WriteStartObject("generator");
            w.Text("name", feed.Generator);
            w.Text("uri", feed.GeneratorUri);
            w.Text("version", feed.GeneratorVersion);
            w.WriteEndObject();
        }

        w.Image("image", feed.Image);
        w.Text("icon", feed.Icon);
        w.Text("logo", feed.Logo);
        w.Text("ttl", feed.Ttl);
        w.Text("docs", feed.Docs);
        if (feed.Cloud is { } cloud)
        {
            w.WriteStartObject("cloud");
            w.Text("domain", cloud.GetValueOrDefault("domain"));
            w.Text("port", cloud.GetValueOrDefault("port"));
            w.Text("path", cloud.GetValueOrDefault("path"));
            w.Text("register_procedure", cloud.GetValueOrDefault("registerProcedure"));
            w.Text("protocol", cloud.GetValueOrDefault("protocol"));
            w.WriteEndObject();
        }

        if (feed.TextInput is { } input)
        {
            w.WriteStartObject("text_input");
            w.Text("title", input.GetValueOrDefault("title"));
            w.Text("description", input.GetValueOrDefault("description"));
            w.Text("name", input.GetValueOrDefault("name"));
            w.Text("link", input.GetValueOrDefault("link"));
            w.WriteEndObject();
        }

        w.Instant("created", feed.Created);
        w.Text("info", feed.Info);
        w.Podcast("itunes", feed.PodcastExplicit, feed.PodcastBlock, feed.PodcastSubtitle, feed.PodcastDuration);
        w.Text("license", feed.License);
    }

    private static void ItemKeys(Utf8JsonWriter w, FeedItem item, bool summarize)
    {
        w.WriteStartObject();
        w.Text("id", item.Id);
        w.Text("url", item.Url);
        w.Text("title", item.Title);
        w.Text("summary", item.Summary ?? (summarize ? item.Content : null));
        Contents(w, item);
        w.List("authors", item.Authors, Person);
        w.Instant("published", item.Published);
        w.Instant("updated", item.Updated);
        w.List("categories", item.Categories, Category);
        w.List("enclosures", item.Enclosures, Enclosure);
        if (item.Source is { } source)
        {
            w.WriteStartObject("source");
            w.Text("url", source.Link ?? source.SelfUrl);
            // Only Atom says more of a source than its name and address.
            if (source.Version.Length > 0) FeedKeys(w, source);
            else w.Text("title", source.Title?.Value);
            w.WriteEndObject();
        }

        w.Text("language", item.Language);
        if (item.IdIsPermalink is { } permalink) w.WriteBoolean("id_is_permalink", permalink && item.Url == item.Id);
        w.List("links", item.Links, Link);
        w.Text("rights", item.Rights);
        w.List("contributors", item.Contributors, Person);
        w.Person("publisher", item.Publisher);
        w.Text("comments_url", item.CommentsUrl);
        w.Text("comments_feed_url", item.CommentsFeedUrl);
        w.Text("original_url", item.OriginalUrl);
        w.Image("image", item.Image);
        w.Instant("created", item.Created);
        w.Instant("expires", item.Expires);
        w.Podcast("itunes", item.PodcastExplicit, item.PodcastBlock, item.PodcastSubtitle, item.PodcastDuration);
        w.Text("license", item.License);
        if (!item.Complete) w.WriteBoolean("complete", false);
        w.WriteEndObject();
    }

    private static void Contents(Utf8JsonWriter w, FeedItem item)
    {
        var all = item.Contents.Count > 0 ? item.Contents : item.Content is { } only ? [only] : [];
        if (all.FirstOrDefault(c => c.Kind != TextKind.Text && c.Value.Length > 0) is { } html) w.Text("content_html", html == item.Content ? item.Content : html);
        if (all.FirstOrDefault(c => c.Kind == TextKind.Text && c.Value.Length > 0) is { } text) w.Text("content_text", text);
        w.List("contents", all, Content);
    }

    private static void Content(Utf8JsonWriter w, FeedText content)
    {
        w.WriteStartObject();
        w.Text("value", content.Value);
        w.Text("type", content.MediaType is { } media && content.Kind == TextKind.Text && media != "text/plain" ? media : FeedJsonKeys.KindName(content.Kind));
        w.Text("lang", content.Language);
        w.Text("base", content.Base);
        w.Text("src", content.ContentUrl);
        w.WriteEndObject();
    }

    private static void Person(Utf8JsonWriter w, FeedPerson person)
    {
        w.WriteStartObject();
        FeedJsonKeys.PersonKeys(w, person);
        w.WriteEndObject();
    }

    private static void Category(Utf8JsonWriter w, FeedCategory category)
    {
        w.WriteStartObject();
        w.Text("term", category.Term);
        w.Text("scheme", category.Scheme);
        w.Text("label", category.Label);
        w.WriteEndObject();
    }

    private static void Link(Utf8JsonWriter w, FeedLink link)
    {
        w.WriteStartObject();
        w.Text("href", link.Href);
        w.Text("rel", link.Rel);
        w.Text("type", link.Type);
        w.Text("title", link.Title);
        w.Text("hreflang", link.HrefLang);
        w.Text("length", link.Length);
        w.WriteEndObject();
    }

    private static void Enclosure(Utf8JsonWriter w, FeedEnclosure enclosure)
    {
        w.WriteStartObject();
        w.Text("url", enclosure.Url);
        w.Text("type", enclosure.Type);
        if (enclosure.Length is { } length) w.WriteNumber("length", length);
        if (enclosure.DurationSeconds is { } seconds) w.WriteNumber("duration_s", seconds);
        w.WriteEndObject();
    }

    /// <summary>An instant as RFC 3339 in UTC; fractions only when there are some.</summary>
    internal static string InstantText(DateTimeOffset at) =>
        at.UtcDateTime.ToString(at.Ticks % TimeSpan.TicksPerSecond == 0 ? "yyyy-MM-dd'T'HH:mm:ss'Z'" : "yyyy-MM-dd'T'HH:mm:ss.FFFFFFF'Z'", CultureInfo.InvariantCulture);
}
