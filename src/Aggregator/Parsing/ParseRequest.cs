using System.Text.Json;

namespace Aggregator.Parsing;

/// <summary>A document to parse and what is known about it: one line of the batch protocol.</summary>
/// <param name="Id">Copied into the answer.</param>
/// <param name="File">Path as given.</param>
/// <param name="Url">Where the document came from.</param>
/// <param name="Headers">The HTTP response headers that it came with.</param>
internal sealed record ParseRequest(string? Id, string File, string? Url, IReadOnlyDictionary<string, string> Headers)
{
    private static readonly IReadOnlyDictionary<string, string> s_none = new Dictionary<string, string>();

    public static ParseRequest OfFile(string file) => new(null, file, null, s_none);

    /// <summary>A line is a JSON object, or a bare path.</summary>
    public static ParseRequest OfLine(string line)
    {
        if (!line.StartsWith('{')) return OfFile(line);
        using var json = JsonDocument.Parse(line);
        var root = json.RootElement;
        return new ParseRequest(Text(root, "id"), Text(root, "file") ?? "", Text(root, "url"), HeadersOf(root));
    }

    /// <summary>The headers of an object <c>{"url", "headers"}</c> or of a plain object of headers.</summary>
    public ParseRequest With(JsonElement given) => this with
    {
        Url = Url ?? Text(given, "url"),
        Headers = given.TryGetProperty("headers", out _) ? HeadersOf(given) : HeadersIn(given),
    };

    public string? Header(string name) => Headers.TryGetValue(name, out var value) ? value : null;

    private static IReadOnlyDictionary<string, string> HeadersOf(JsonElement request) =>
        request.TryGetProperty("headers", out var headers) && headers.ValueKind == JsonValueKind.Object ? HeadersIn(headers) : s_none;

    private static Dictionary<string, string> HeadersIn(JsonElement headers)
    {
        var found = new Dictionary<string, string>(StringComparer.OrdinalIgnoreCase);
        foreach (var header in headers.EnumerateObject())
            if (header.Value.ValueKind == JsonValueKind.String) found[header.Name] = header.Value.GetString()!;
        return found;
    }

    private static string? Text(JsonElement from, string name) =>
        from.TryGetProperty(name, out var value) && value.ValueKind == JsonValueKind.String ? value.GetString() : null;
}
