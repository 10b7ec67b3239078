using System.Globalization;
using System.Text.Encodings.Web;
using System.Text.Json;

namespace Aggregator.Feeds;

/// <summary>JSON Feed 1.1 (jsonfeed.org/version/1.1).</summary>
internal static class JsonFeedWriting
{
    // The document is no HTML and is served as JSON, so only what JSON itself needs is escaped.
    private static readonly JsonWriterOptions Options = new() { Indented = true, NewLine = "\n", Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping };

    internal static void Write(OutgoingFeed feed, Stream output)
    {
        using var json = new Utf8JsonWriter(output, Options);
        json.WriteStartObject();
        json.WriteString("version", "https://jsonfeed.org/version/1.1");
        json.WriteString("title", WritableText.Clean(feed.Title));
        Optional(json, "home_page_url", feed.Link);
        Optional(json, "feed_url", feed.SelfUrl);
        Optional(json, "description", feed.Description);
        Optional(json, "language", feed.Language);
        json.WriteStartArray("items");
        foreach (var item in feed.Items)
            Item(json, item);
        json.WriteEndArray();
        json.WriteEndObject();
    }

    private static void Item(Utf8JsonWriter json, OutgoingItem item)
    {
        json.WriteStartObject();
        json.WriteString("id", WritableText.Clean(item.Id));
        Optional(json, "url", item.Url);
        Optional(json, "title", item.Title);
        // One of the two bodies is required, be it empty.
        if (item.ContentHtml is not null)
            json.WriteString("content_html", WritableText.Clean(item.ContentHtml));
        else
            json.WriteString("content_text", WritableText.Clean(item.ContentText));
        Optional(json, "summary", item.Summary);
        Optional(json, "image", item.ImageUrl);
        Optional(json, "date_published", Instant(item.Published));
        Optional(json, "date_modified", Instant(item.Updated));
        Optional(json, "language", item.Language);
        Authors(json, item.Authors);
        Tags(json, item.Categories);
        Attachments(json, item.Enclosures);
        json.WriteEndObject();
    }

    private static void Authors(Utf8JsonWriter json, IReadOnlyList<FeedPerson> authors)
    {
        if (authors.Count == 0)
            return;
        json.WriteStartArray("authors");
        foreach (var author in authors)
        {
            json.WriteStartObject();
            Optional(json, "name", author.Name ?? author.Email);
            Optional(json, "url", author.Uri ?? (author.Email is { } email ? "mailto:" + email : null));
            json.WriteEndObject();
        }
        json.WriteEndArray();
    }

    private static void Tags(Utf8JsonWriter json, IReadOnlyList<FeedCategory> categories)
    {
        if (categories.Count == 0)
            return;
        json.WriteStartArray("tags");
        foreach (var category in categories)
            json.WriteStringValue(WritableText.Clean(category.Term));
        json.WriteEndArray();
    }

    private static void Attachments(Utf8JsonWriter json, IReadOnlyList<FeedEnclosure> enclosures)
    {
        if (enclosures.Count == 0)
            return;
        json.WriteStartArray("attachments");
        foreach (var enclosure in enclosures)
        {
            json.WriteStartObject();
            json.WriteString("url", WritableText.Clean(enclosure.Url));
            json.WriteString("mime_type", string.IsNullOrWhiteSpace(enclosure.Type) ? "application/octet-stream" : WritableText.Clean(enclosure.Type));
            if (enclosure.Length is { } length)
                json.WriteNumber("size_in_bytes", length);
            if (enclosure.DurationSeconds is { } seconds && double.IsFinite(seconds))
                json.WriteNumber("duration_in_seconds", seconds);
            json.WriteEndObject();
        }
        json.WriteEndArray();
    }

    private static void Optional(Utf8JsonWriter json, string key, string? value)
    {
        if (!string.IsNullOrEmpty(value))
            json.WriteString(key, WritableText.Clean(value));
    }

    private static string? Instant(DateTimeOffset? at) => at?.UtcDateTime.ToString("yyyy-MM-dd'T'HH:mm:ss.FFFFFFF'Z'", CultureInfo.InvariantCulture);
}
