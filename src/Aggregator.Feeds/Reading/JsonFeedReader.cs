using System.Globalization;
using System.Text.Json;
using Aggregator.Feeds.Xml;

namespace Aggregator.Feeds.Reading;

/// <summary>
/// JSON Feed 1.0 and 1.1. Takes UTF-8; gives the feed; a document that is cut or broken keeps the items that were read before.
/// </summary>
internal sealed class JsonFeedReader(ReadContext context, string? baseUrl, Problems problems)
{
    private readonly Draft _feed = new(isFeed: true);
    private readonly List<FeedItem> _items = [];
    private Draft? _open;
    private string? _version;
    private bool _hasItems;

    /// <summary>The feed; null when the document is no JSON Feed.</summary>
    public ParsedFeed? Read(ReadOnlySpan<byte> json)
    {
        var complete = true;
        var reader = new Utf8JsonReader(json, new JsonReaderOptions { MaxDepth = 64 });
        try
        {
            if (reader.Read() && reader.TokenType == JsonTokenType.StartObject) Feed(ref reader);
            reader.Read();
        }
        catch (JsonException broken)
        {
            complete = false;
            problems.Fault("json.malformed", $"the JSON is not well-formed: {FirstSentence(broken.Message)}", (int)Math.Min(reader.BytesConsumed, int.MaxValue));
            if (_open is { } half)
            {
                half.Complete = false;
                _items.Add(half.ToItem());
            }
        }

        if (_version is null && !_hasItems) return null;
        return _feed.ToFeed(_version ?? "json10", complete, _items);
    }

    private void Feed(ref Utf8JsonReader r)
    {
        while (Property(ref r) is { } name)
        {
            switch (name)
            {
                case "version": _version = VersionOf(Text(ref r)); break;
                case "title": _feed.Title.Offer(Plain(Text(ref r)), Rank.Own); break;
                case "home_page_url": _feed.Link.Offer(Url(ref r), Rank.Own); break;
                case "feed_url": if (Url(ref r) is { } self) _feed.AddLink(new FeedLink(self, "self")); break;
                case "description": _feed.Summary.Offer(Plain(Text(ref r)), Rank.Own); break;
                case "language": _feed.Language.Offer(Text(ref r), Rank.Own); break;
                case "icon": _feed.Logo.Offer(Url(ref r), Rank.Own); break;
                case "favicon": _feed.Icon.Offer(Url(ref r), Rank.Own); break;
                case "author": _feed.AddAuthor(Person(ref r)); break;
                case "authors": Persons(ref r, _feed); break;
                case "items": Items(ref r); break;
                default: r.Skip(); break;
            }
        }
    }

    private void Items(ref Utf8JsonReader r)
    {
        _hasItems = true;
        if (r.TokenType != JsonTokenType.StartArray)
        {
            r.Skip();
            return;
        }

        while (r.Read() && r.TokenType != JsonTokenType.EndArray)
        {
            if (r.TokenType != JsonTokenType.StartObject)
            {
                r.Skip();
                continue;
            }

            _open = new Draft(isFeed: false);
            Item(ref r, _open);
            _items.Add(_open.ToItem());
            _open = null;
        }
    }

    private void Item(ref Utf8JsonReader r, Draft d)
    {
        if (_feed.Language.Value is { } language) d.Language.Offer(language, Rank.Last);
        while (Property(ref r) is { } name)
        {
            switch (name)
            {
                case "id": d.Id.Offer(Text(ref r), Rank.Own); break;
                case "url": Alternate(d, Url(ref r)); break;
                case "external_url": if (Url(ref r) is { } other) d.AddLink(new FeedLink(other, "related")); break;
                case "title": d.Title.Offer(Plain(Text(ref r)), Rank.Own); break;
                case "content_html": Content(d, Text(ref r), TextKind.Html); break;
                case "content_text": Content(d, Text(ref r), TextKind.Text); break;
                case "summary": d.Summary.Offer(Plain(Text(ref r)), Rank.Own); break;
                case "image": Image(d, Url(ref r), Rank.Own); break;
                case "banner_image": Image(d, Url(ref r), Rank.Other); break;
                case "date_published": Date(ref r, d, DateFrom.Published(d), ref d.Published); break;
                case "date_modified": Date(ref r, d, DateFrom.Updated(d), ref d.Updated); break;
                case "author": d.AddAuthor(Person(ref r)); break;
                case "authors": Persons(ref r, d); break;
                case "language": d.Language.Offer(Text(ref r), Rank.Own); break;
                case "tags": Tags(ref r, d); break;
                case "attachments": Attachments(ref r, d); break;
                default: r.Skip(); break;
            }
        }
    }

    private static void Alternate(Draft d, string? url)
    {
        if (url is null) return;
        d.Link.Offer(url, Rank.Own);
        d.AddLink(new FeedLink(url, "alternate"));
    }

    private void Content(Draft d, string? text, TextKind kind)
    {
        if (text is not null && ElementCursor.HtmlText(text, kind, null, baseUrl ?? _feed.Link.Value, false) is { } content) d.AddContent(content);
    }

    private static void Image(Draft d, string? url, Rank rank)
    {
        if (url is not null) d.Image.Offer(new FeedImage(url), rank);
    }

    private void Date(ref Utf8JsonReader r, Draft d, string from, ref Ranked<FeedDate> field)
    {
        var at = (int)r.TokenStartIndex;
        if (Text(ref r) is not { } text) return;
        var date = DateParser.Parse(text, context.FetchedAt, null, from);
        if (date.At is null) problems.Warn("date.unreadable", $"\"{(text.Length > 60 ? text[..60] : text)}\" is no date that can be read", at);
        d.Claim(date, ref field, Rank.Own);
    }

    private void Persons(ref Utf8JsonReader r, Draft d)
    {
        if (r.TokenType != JsonTokenType.StartArray)
        {
            d.AddAuthor(Person(ref r));
            return;
        }

        while (r.Read() && r.TokenType != JsonTokenType.EndArray) d.AddAuthor(Person(ref r));
    }

    private FeedPerson? Person(ref Utf8JsonReader r)
    {
        if (r.TokenType == JsonTokenType.String) return PersonText.Parse(Unicode(ref r));
        if (r.TokenType != JsonTokenType.StartObject)
        {
            r.Skip();
            return null;
        }

        string? name = null, url = null, email = null;
        while (Property(ref r) is { } property)
        {
            switch (property)
            {
                case "name": name = Text(ref r); break;
                case "url": url = Url(ref r); break;
                case "email": email = Text(ref r); break;
                default: r.Skip(); break;
            }
        }

        if (url is not null && url.StartsWith("mailto:", StringComparison.OrdinalIgnoreCase)) (email, url) = (email ?? url[7..], null);
        return (name ?? url ?? email) is null ? null : new FeedPerson(name, email, url);
    }

    private void Tags(ref Utf8JsonReader r, Draft d)
    {
        if (r.TokenType != JsonTokenType.StartArray)
        {
            if (Text(ref r) is { } one) d.AddCategory(one, null, null);
            return;
        }

        while (r.Read() && r.TokenType != JsonTokenType.EndArray)
            if (Text(ref r) is { } tag) d.AddCategory(tag, null, null);
    }

    private void Attachments(ref Utf8JsonReader r, Draft d)
    {
        if (r.TokenType != JsonTokenType.StartArray)
        {
            r.Skip();
            return;
        }

        while (r.Read() && r.TokenType != JsonTokenType.EndArray)
        {
            if (r.TokenType != JsonTokenType.StartObject)
            {
                r.Skip();
                continue;
            }

            string? url = null, type = null, size = null, duration = null;
            while (Property(ref r) is { } property)
            {
                switch (property)
                {
                    case "url": url = Url(ref r); break;
                    case "mime_type": type = Text(ref r); break;
                    case "size_in_bytes": size = Text(ref r); break;
                    case "duration_in_seconds": duration = Text(ref r); break;
                    default: r.Skip(); break;
                }
            }

            if (url is not null)
                d.AddEnclosure(new FeedEnclosure(url, type, Whole(size)) { DurationSeconds = Number(duration) });
        }
    }

    // The next property's name with the reader at its value; null at the end of the object.
    private static string? Property(ref Utf8JsonReader r)
    {
        if (!r.Read() || r.TokenType != JsonTokenType.PropertyName) return null;
        var name = r.ValueSpan.Length > 32 ? "" : r.ValueIsEscaped ? JsonEscapes.Decode(r.ValueSpan) : r.GetString();
        r.Read();
        return name;
    }

    // A string, or a number or a truth as written; null for null, objects and arrays. GetString refuses text that is no Unicode (a lone
    // half of a surrogate pair): that is no reason to lose the item.
    private string? Text(ref Utf8JsonReader r)
    {
        switch (r.TokenType)
        {
            case JsonTokenType.String:
                return Unicode(ref r) is { } value && value.Trim() is { Length: > 0 } text ? Lines(text) : null;
            case JsonTokenType.Number:
                return System.Text.Encoding.ASCII.GetString(r.ValueSpan);
            case JsonTokenType.True:
                return "true";
            case JsonTokenType.False:
                return "false";
            default:
                r.Skip();
                return null;
        }
    }

    private string? Unicode(ref Utf8JsonReader r)
    {
        try
        {
            return r.GetString();
        }
        catch (InvalidOperationException)
        {
            problems.Fault("json.invalid_text", "a string holds half of a surrogate pair", (int)r.TokenStartIndex);
            return JsonEscapes.Decode(r.ValueSpan);
        }
    }

    private string? Url(ref Utf8JsonReader r) => Text(ref r) is { } text ? FeedUrl.Resolve(text, baseUrl) : null;

    private static FeedText? Plain(string? text) => text is null ? null : new FeedText(text, TextKind.Text);

    private static string Lines(string text) =>
        text.Contains('\r', StringComparison.Ordinal) ? text.Replace("\r\n", "\n", StringComparison.Ordinal).Replace('\r', '\n') : text;

    private static double? Number(string? text) =>
        double.TryParse(text, NumberStyles.Float, CultureInfo.InvariantCulture, out var number) && double.IsFinite(number) && number >= 0 ? number : null;

    private static long? Whole(string? text) => Number(text) is { } number and < 9e18 ? (long)number : null;

    private static string VersionOf(string? version) => version is not null && version.TrimEnd('/').EndsWith("1.1", StringComparison.Ordinal) ? "json11" : "json10";

    private static string FirstSentence(string message) => message.IndexOf(". ", StringComparison.Ordinal) is var at and > 0 ? message[..at] : message;
}
