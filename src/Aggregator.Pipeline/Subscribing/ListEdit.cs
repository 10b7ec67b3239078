using System.Text;

namespace Aggregator.Pipeline.Subscribing;

/// <summary>
/// Adds feeds to <c>feeds.json</c> and takes them out, in place: comments, order and layout of everything else stay byte for byte.
/// Takes the bytes of the file; gives its new bytes, or why it was not changed; never gives a file that reads otherwise than asked for.
/// </summary>
public static class ListEdit
{
    /// <summary>Adds a feed behind the others of its group, or of the top level.</summary>
    public static ListEdited Add(ReadOnlyMemory<byte> json, NewFeed feed)
    {
        if (Read(json) is not { Root: { } root } before) return Refused(json);
        if (before.Urls.Any(u => FeedUrl.Key(u) == FeedUrl.Key(feed.Url))) return new ListEdited(null, $"{feed.Url} is in the list already");
        if (FeedUrl.Problem(feed.Url, mayNameSecrets: true) is { } wrong) return new ListEdited(null, wrong);

        var after = Insert(before.Text.Span, root, feed);
        return Read(after) is { Root: not null } read && read.Urls.SequenceEqual(before.Urls.Append(feed.Url).Order(StringComparer.Ordinal), StringComparer.Ordinal)
            ? new ListEdited(WithMark(json, after), null)
            : new ListEdited(null, "the feed could not be added without damage to the file; write it by hand");
    }

    /// <summary>Takes out every entry with the address.</summary>
    /// <param name="json">The bytes of the file.</param>
    /// <param name="url">The address as the list gives it; <c>file:</c> and the path for a local file.</param>
    public static ListEdited Remove(ReadOnlyMemory<byte> json, string url)
    {
        if (Read(json) is not { Root: not null } before) return Refused(json);
        var (text, read, key) = (before.Text, before, FeedUrl.Key(url));
        if (!before.Urls.Any(Meant)) return new ListEdited(null, $"{url} is not in this file");
        while (read is { Root: { } root } && read.Urls.Any(Meant))
        {
            text = Cut(text.Span, root, key);
            read = Read(text);
        }

        return read is not null && read.Urls.SequenceEqual(before.Urls.Where(u => !Meant(u)), StringComparer.Ordinal)
            ? new ListEdited(WithMark(json, text), null)
            : new ListEdited(null, "the feed could not be taken out without damage to the file; do it by hand");

        bool Meant(string listed) => FeedUrl.Key(listed) == key;
    }

    private static byte[] Insert(ReadOnlySpan<byte> json, JsonValue root, NewFeed feed)
    {
        var element = feed.Json();
        if (feed.Group is null)
            return root.Member("feeds") is { } feeds ? Append(json, feeds, element) : Append(json, root, $"\"feeds\": [{element}]");

        var groups = root.Member("groups");
        var group = groups?.Elements.FirstOrDefault(g => g.Member("name")?.Text.Trim() == feed.Group);
        if (group?.Member("feeds") is { } list) return Append(json, list, element);

        var added = $"{{ \"name\": {JsonText.Quoted(feed.Group)}, \"feeds\": [{element}] }}";
        return groups is null ? Append(json, root, $"\"groups\": [{added}]") : Append(json, groups, added);
    }

    // Puts an element or member behind the last one, in the layout that the container has.
    private static byte[] Append(ReadOnlySpan<byte> json, JsonValue container, string item)
    {
        var (line, indent, closing) = (JsonText.LineEnd(json), JsonText.Indent(json, container.Start) + "  ", container.End - 1);
        if (Last(container) is not { } last)
        {
            if (!json[container.Start..closing].Contains((byte)'\n')) return Apply(json, [new(closing, closing, line + indent + item + line + indent[..^2])]);
            return JsonText.IsFirstOnLine(json, closing)
                ? Apply(json, [new(JsonText.LineStart(json, closing), JsonText.LineStart(json, closing), JsonText.Indent(json, closing) + "  " + item + line)])
                : Apply(json, [new(closing, closing, item + " ")]);
        }

        var comma = JsonText.Comma(json, last.End, closing);
        var behind = comma + 1 ?? last.End;
        if (JsonText.IsFirstOnLine(json, last.Start)) indent = JsonText.Indent(json, last.Start);
        List<TextEdit> edits = comma is null ? [new(last.End, last.End, ",")] : [];
        edits.Add(JsonText.QuietLineEnd(json, behind) is { } end
            ? new TextEdit(end, end, (json[end..].StartsWith("\r\n"u8) ? "\r\n" : "\n") + indent + item + (comma is null ? "" : ","))
            : new TextEdit(behind, behind, " " + item + (comma is null ? "" : ",")));
        return Apply(json, edits);
    }

    private static (int Start, int End)? Last(JsonValue container) =>
        container.Elements.Count > 0 ? (container.Elements[^1].Start, container.Elements[^1].End)
        : container.Members.Count > 0 ? (container.Members[^1].Start, container.Members[^1].Value.End)
        : null;

    // Takes out the first element with the key: its comma, its line when it has one of its own, and the comment behind it.
    private static byte[] Cut(ReadOnlySpan<byte> json, JsonValue root, string key)
    {
        var (list, at) = Lists(root).SelectMany(list => list.Elements.Select((element, i) => (list, i, element)))
            .Where(e => Url(e.element) is { } url && FeedUrl.Key(url) == key).Select(e => (e.list, e.i)).First();
        var element = list.Elements[at];
        var isLast = at == list.Elements.Count - 1;
        var (start, end) = (element.Start, element.End);
        if (JsonText.Comma(json, end, isLast ? list.End - 1 : list.Elements[at + 1].Start) is { } comma) end = comma + 1;

        var edits = new List<TextEdit>();
        if (isLast && end == element.End && at > 0 && JsonText.Comma(json, list.Elements[at - 1].End, start) is { } before) edits.Add(new TextEdit(before, before + 1, ""));
        if (JsonText.IsFirstOnLine(json, start) && JsonText.QuietLineEnd(json, end) is { } quiet)
        {
            start = JsonText.LineStart(json, start);
            end = Math.Min(json.Length, quiet + (json[quiet..].StartsWith("\r\n"u8) ? 2 : 1));
        }
        else if (!isLast)
        {
            while (json[end] == ' ') end++;
        }
        else
        {
            while (json[start - 1] == ' ') start--;
        }

        edits.Add(new TextEdit(start, end, ""));
        return Apply(json, edits);
    }

    private static byte[] Apply(ReadOnlySpan<byte> json, List<TextEdit> edits)
    {
        var (result, from) = (new List<byte>(json.Length + 256), 0);
        foreach (var edit in edits)
        {
            result.AddRange(json[from..edit.Start]);
            result.AddRange(Encoding.UTF8.GetBytes(edit.Text));
            from = edit.End;
        }

        result.AddRange(json[from..]);
        return [.. result];
    }

    private static IEnumerable<JsonValue> Lists(JsonValue root) =>
        new[] { root.Member("feeds") }.Concat((root.Member("groups")?.Elements ?? []).Select(g => g.Member("feeds"))).OfType<JsonValue>();

    private static string? Url(JsonValue feed) =>
        feed.Kind == JsonKind.String ? feed.Text.Trim()
        : feed.Member("url")?.Text.Trim() ?? (feed.Member("file") is { } file ? "file:" + LocalPath.Normal(file.Text) : null);

    private static ReadOnlyMemory<byte> WithoutMark(ReadOnlyMemory<byte> json) => json.Span.StartsWith("\uFEFF"u8) ? json[3..] : json;

    private static byte[] WithMark(ReadOnlyMemory<byte> original, ReadOnlyMemory<byte> text) =>
        original.Span.StartsWith("\uFEFF"u8) ? [.. "\uFEFF"u8, .. text.Span] : text.ToArray();

    // Null when the file has errors: nothing is changed in a list that is not understood.
    private static Content? Read(ReadOnlyMemory<byte> json)
    {
        var reading = new ListReading(new ListFile("feeds.json", "/", json));
        if (reading.Problems.All.Any(p => p.IsError)) return null;
        var text = WithoutMark(json);
        return new Content(text, JsonTree.Parse(text.Span).Root, [.. reading.Part.Entries.Select(e => e.Url).Order(StringComparer.Ordinal)]);
    }

    private static ListEdited Refused(ReadOnlyMemory<byte> json)
    {
        var problem = new ListReading(new ListFile("feeds.json", "/", json)).Problems.All.First(p => p.IsError);
        return new ListEdited(null, $"the file has errors and is left as it is: line {problem.Line}: {problem.Message}");
    }

    /// <param name="Text">The bytes without a byte order mark.</param>
    /// <param name="Root">The values with their places.</param>
    /// <param name="Urls">Addresses of all entries, in ordinal order.</param>
    private sealed record Content(ReadOnlyMemory<byte> Text, JsonValue? Root, IReadOnlyList<string> Urls);

    private readonly record struct TextEdit(int Start, int End, string Text);
}

/// <summary>What became of a list file.</summary>
/// <param name="Content">Its new bytes; null when it was not changed.</param>
/// <param name="Problem">Then why.</param>
public sealed record ListEdited(byte[]? Content, string? Problem);
