using System.Text.Json;
using Aggregator.Feeds;

namespace Aggregator.Parsing;

/// <summary>The value types of the JSON form; an unknown value is left out.</summary>
internal static class FeedJsonKeys
{
    public static void Text(this Utf8JsonWriter w, string key, string? value)
    {
        if (!string.IsNullOrEmpty(value)) w.WriteString(key, value);
    }

    /// <summary>A text with how to read it, its language and its base.</summary>
    public static void Text(this Utf8JsonWriter w, string key, FeedText? text)
    {
        if (text is null) return;
        w.WriteString(key, text.Value);
        w.WriteString($"{key}_type", KindName(text.Kind));
        w.Text($"{key}_lang", text.Language);
        w.Text($"{key}_base", text.Base);
    }

    public static void Instant(this Utf8JsonWriter w, string key, FeedDate? date)
    {
        if (date?.At is { } at) w.WriteString(key, FeedJson.InstantText(at));
    }

    public static void Person(this Utf8JsonWriter w, string key, FeedPerson? person)
    {
        if (person is null) return;
        w.WriteStartObject(key);
        PersonKeys(w, person);
        w.WriteEndObject();
    }

    public static void PersonKeys(Utf8JsonWriter w, FeedPerson person)
    {
        w.Text("name", person.Name);
        w.Text("email", person.Email);
        w.Text("uri", person.Uri);
    }

    public static void Image(this Utf8JsonWriter w, string key, FeedImage? image)
    {
        if (image is null) return;
        w.WriteStartObject(key);
        w.Text("url", image.Url);
        w.Text("title", image.Title);
        w.Text("link", image.Link);
        w.Text("width", image.Width);
        w.Text("height", image.Height);
        w.Text("description", image.Description);
        w.WriteEndObject();
    }

    public static void Podcast(this Utf8JsonWriter w, string key, bool? isExplicit, bool? block, string? subtitle, string? duration)
    {
        if (isExplicit is null && block is null && subtitle is null && duration is null) return;
        w.WriteStartObject(key);
        if (isExplicit is { } stated) w.WriteBoolean("explicit", stated);
        if (block is { } blocked) w.WriteBoolean("block", blocked);
        w.Text("subtitle", subtitle);
        w.Text("duration", duration);
        w.WriteEndObject();
    }

    public static void List<T>(this Utf8JsonWriter w, string key, IReadOnlyList<T> list, Action<Utf8JsonWriter, T> write)
    {
        if (list.Count == 0) return;
        w.WriteStartArray(key);
        foreach (var element in list) write(w, element);
        w.WriteEndArray();
    }

    public static void Strings(this Utf8JsonWriter w, string key, IReadOnlyList<string> list)
    {
        if (list.Count == 0) return;
        w.WriteStartArray(key);
        foreach (var element in list) w.WriteStringValue(element);
        w.WriteEndArray();
    }

    public static string KindName(TextKind kind) => kind switch
    {
        TextKind.Html => "html",
        TextKind.Xhtml => "xhtml",
        _ => "text",
    };
}
