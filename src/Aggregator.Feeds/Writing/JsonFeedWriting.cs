using System.Text.Encodings.Web;
using System.Text.Json;

namespace Aggregator.Feeds;

/// <summary>JSON Feed 1.1 (jsonfeed.org/version/1.1).</summary>
internal static class JsonFeedWriting
{
    // The document is no HTML and is served as JSON, so only what JSON itself needs is escaped.
    private static readonly JsonWriterOptions Options = new() { Indented = true, NewLine = "\n", Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping };

    internal static void Write(ParsedFeed feed, IEnumerable<FeedItem> items, Stream output)
    {
        using var json = new Utf8JsonWriter(output, Options);
        json.WriteStartObject();
        json.WriteString("version", "https://jsonfeed.org/version/1.1");
        json.WriteString("title", WritableText.Plain(feed.Title) ?? "");
        Optional(json, "home_page_url", feed.Link);
        Optional(json, "feed_url", feed.SelfUrl);
        Optional(json, "description", WritableText.Plain(feed.Description));
        Optional(json, "icon", feed.Logo ?? feed.Image?.Url);
        Optional(json, "favicon", feed.Icon);
        Authors(json, feed.Authors);
        Optional(json, "language", feed.Language);
        json.WriteStartArray("items");
        foreach (var item in items)
            Item(json, item);
        json.WriteEndArray();
        json.WriteEndObject();
    }

    private static void Item(Utf8JsonWriter json, FeedItem item)
    {
        json.WriteStartObject();
        json.WriteString("id", WritableText.Clean(ItemIds.Of(item)));
        Optional(json, "url", item.Url);
        Optional(json, "external_url", item.Links.FirstOrDefault(l => l.Rel == "related")?.Href);
        Optional(json, "title", WritableText.Plain(item.Title));
        Contents(json, item);
        Optional(json, "summary", WritableText.Plain(item.Summary));
        Optional(json, "image", item.ImageUrl ?? item.Image?.Url);
        Optional(json, "date_published", Instants.Rfc3339(item.Published?.At));
        Optional(json, "date_modified", Instants.Rfc3339(item.Updated?.At));
        Optional(json, "language", item.Language);
        Authors(json, item.Authors);
        Tags(json, item.Categories);
        Attachments(json, item.Enclosures);
        json.WriteEndObject();
    }

    // One of the two is required, be it empty.
    private static void Contents(Utf8JsonWriter json, FeedItem item)
    {
        IEnumerable<FeedText> all = item.Contents.Count > 0 ? item.Contents : item.Content is { } only ? [only] : [];
        var html = item.Content is { Kind: not TextKind.Text } best ? best : all.FirstOrDefault(c => c.Kind != TextKind.Text);
        var text = all.FirstOrDefault(c => c is { Kind: TextKind.Text, ContentUrl: null });
        if (html is not null) json.WriteString("content_html", WritableText.Clean(html.Value));
        if (text is not null || html is null) json.WriteString("content_text", WritableText.Clean(text?.Value));
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
}
