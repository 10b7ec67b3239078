namespace Aggregator.Pipeline.Normalizing;

/// <summary>An address cut into its parts, none of them decoded or changed yet.</summary>
internal readonly ref struct UrlParts
{
    public required ReadOnlySpan<char> Scheme { get; init; }

    /// <summary>False for <c>mailto:</c>, <c>magnet:</c> and the like: everything behind the scheme is in <see cref="Path"/>.</summary>
    public bool HasAuthority { get; init; }

    public ReadOnlySpan<char> UserInfo { get; init; }

    /// <summary>Without the brackets' content being looked at; with them for an IPv6 address.</summary>
    public ReadOnlySpan<char> Host { get; init; }

    public ReadOnlySpan<char> Port { get; init; }

    public ReadOnlySpan<char> Path { get; init; }

    public ReadOnlySpan<char> Query { get; init; }

    public ReadOnlySpan<char> Fragment { get; init; }

    /// <summary>http or https: browsers then read <c>\</c> as <c>/</c>, and any number of slashes before the host as two.</summary>
    public bool IsWeb => Scheme.Equals("http", StringComparison.OrdinalIgnoreCase) || Scheme.Equals("https", StringComparison.OrdinalIgnoreCase);

    /// <summary>Cuts an absolute address.</summary>
    /// <returns>False when there is no scheme.</returns>
    public static bool TryCut(ReadOnlySpan<char> url, out UrlParts parts)
    {
        parts = default;
        var colon = url.IndexOf(':');
        if (colon < 1 || !char.IsAsciiLetter(url[0])) return false;
        foreach (var c in url[1..colon])
            if (!char.IsAsciiLetterOrDigit(c) && c is not ('+' or '-' or '.')) return false;

        var scheme = url[..colon];
        var rest = url[(colon + 1)..];
        var web = new UrlParts { Scheme = scheme }.IsWeb;
        if (!web && !rest.StartsWith("//"))
        {
            parts = new UrlParts { Scheme = scheme, Path = rest };
            return true;
        }

        rest = web ? rest.TrimStart("/\\") : rest[2..];
        var end = web ? rest.IndexOfAny("/\\?#") : rest.IndexOfAny("/?#");
        var authority = end < 0 ? rest : rest[..end];
        rest = rest[authority.Length..];

        var at = authority.LastIndexOf('@');
        var hostAndPort = authority[(at + 1)..];
        var port = hostAndPort.LastIndexOf(':');
        if (port < hostAndPort.LastIndexOf(']')) port = -1;

        var hash = rest.IndexOf('#');
        var fragment = hash < 0 ? [] : rest[(hash + 1)..];
        if (hash >= 0) rest = rest[..hash];
        var question = rest.IndexOf('?');
        parts = new UrlParts
        {
            Scheme = scheme,
            HasAuthority = true,
            UserInfo = at < 0 ? [] : authority[..at],
            Host = port < 0 ? hostAndPort : hostAndPort[..port],
            Port = port < 0 ? [] : hostAndPort[(port + 1)..],
            Path = question < 0 ? rest : rest[..question],
            Query = question < 0 ? [] : rest[(question + 1)..],
            Fragment = fragment,
        };
        return true;
    }
}
