namespace Aggregator.Feeds.Decoding;

/// <summary>Reads an HTTP <c>Content-Type</c> (RFC 9110, 8.3) as servers send it: blanks and quotes anywhere.</summary>
internal static class MediaType
{
    /// <summary>The value of <c>charset</c>; null when there is none.</summary>
    public static string? Charset(string? contentType)
    {
        if (contentType is null) return null;
        var at = contentType.IndexOf("charset", StringComparison.OrdinalIgnoreCase);
        if (at < 0) return null;
        var rest = contentType.AsSpan(at + 7).TrimStart();
        if (!rest.StartsWith('=')) return null;
        rest = rest[1..].Trim();
        var stop = rest.IndexOfAny(";,");
        if (stop >= 0) rest = rest[..stop];
        rest = rest.Trim().Trim("\"'").Trim();
        return rest.IsEmpty ? null : rest.ToString();
    }

    /// <summary>True when a feed may be served under this type: any XML or JSON type, a DTD or entity type, or none at all.</summary>
    public static bool IsFeed(string? contentType)
    {
        if (contentType is null) return true;
        var type = contentType.AsSpan();
        var stop = type.IndexOfAny(";,");
        type = (stop < 0 ? type : type[..stop]).Trim();
        return type.IsEmpty
            || Ends(type, "/xml") || Ends(type, "+xml") || Ends(type, "/json") || Ends(type, "+json") || Ends(type, "/x-json")
            || Ends(type, "/xml-dtd") || Ends(type, "/xml-external-parsed-entity") || Ends(type, "/rdf") || Ends(type, "/rss");
    }

    private static bool Ends(ReadOnlySpan<char> type, string end) => type.EndsWith(end, StringComparison.OrdinalIgnoreCase);
}
