namespace Aggregator.Feeds;

/// <summary>The parts of an address by RFC 3986 section 3, each with the delimiter that belongs to it.</summary>
internal readonly ref struct UrlParts
{
    /// <summary>With its colon; empty when there is none.</summary>
    internal ReadOnlySpan<char> Scheme { get; private init; }

    /// <summary>With its two slashes; empty when there is none.</summary>
    internal ReadOnlySpan<char> Authority { get; private init; }

    internal ReadOnlySpan<char> Path { get; private init; }

    /// <summary>With its question mark; empty when there is none.</summary>
    internal ReadOnlySpan<char> Query { get; private init; }

    /// <summary>True for addresses such as <c>mailto:a@b</c> and <c>tag:x</c>, which nothing can be relative to.</summary>
    internal bool IsOpaque => Authority.IsEmpty && (Path.IsEmpty || Path[0] != '/');

    internal static UrlParts Of(ReadOnlySpan<char> url)
    {
        var fragment = url.IndexOf('#');
        if (fragment >= 0)
            url = url[..fragment];
        var question = url.IndexOf('?');
        var query = question < 0 ? default : url[question..];
        if (question >= 0)
            url = url[..question];
        var scheme = FeedUrl.SchemeLength(url);
        var rest = scheme == 0 ? url : url[(scheme + 1)..];
        var authority = ReadOnlySpan<char>.Empty;
        if (rest.StartsWith("//", StringComparison.Ordinal))
        {
            var slash = rest[2..].IndexOf('/');
            authority = slash < 0 ? rest : rest[..(slash + 2)];
            rest = rest[authority.Length..];
        }
        return new UrlParts
        {
            Scheme = scheme == 0 ? default : url[..(scheme + 1)],
            Authority = authority,
            Path = rest,
            Query = query,
        };
    }
}
