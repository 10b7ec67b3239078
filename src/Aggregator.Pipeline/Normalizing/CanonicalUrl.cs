using System.Buffers;

namespace Aggregator.Pipeline.Normalizing;

/// <summary>
/// An address in its normal form (RFC 3986, 6.2) without tracking parameters, and the keys under which the same page is found again.
/// Takes an address as a feed spells it; gives null when it is not absolute or names no place; never throws, never asks the network.
/// </summary>
public sealed class CanonicalUrl
{
    private CanonicalUrl(string value, string host, string domain, MatchKey key)
    {
        Value = value;
        Host = host;
        Domain = domain;
        MatchKey = key.Strict;
        LooseKey = key.Loose;
        IsHomePage = key.IsHomePage;
    }

    /// <summary>The normal form. Its normal form is itself.</summary>
    public string Value { get; }

    /// <summary>Lower case, ASCII, without port.</summary>
    public string Host { get; }

    /// <summary>The registrable domain; the host where there is none (an address, <c>localhost</c>).</summary>
    public string Domain { get; }

    /// <summary>Equal for two spellings of one page's address: no scheme, no <c>www.</c>, parameters in order of their names.</summary>
    public string MatchKey { get; }

    /// <summary>The match key without second-tier parameters too; equal keys prove nothing alone.</summary>
    public string LooseKey { get; }

    /// <summary>True for the root of a host: an address that names a site and no article.</summary>
    public bool IsHomePage { get; }

    /// <summary>Reads an address.</summary>
    public static CanonicalUrl? Of(string? url)
    {
        if (url is null) return null;
        var text = url.AsSpan().Trim();
        if (text.ContainsAny('\t', '\n', '\r'))
            text = url.Replace("\t", "", StringComparison.Ordinal).Replace("\n", "", StringComparison.Ordinal).Replace("\r", "", StringComparison.Ordinal).AsSpan().Trim();
        if (!UrlParts.TryCut(text, out var parts) || !parts.HasAuthority) return null;
        if (UrlHost.Normal(parts.Host) is not { } host || !TryPort(parts, out var port)) return null;

        var room = text.Length * UrlEscapes.Growth + 16;
        var rented = room > 2048 ? ArrayPool<char>.Shared.Rent(room) : null;
        var buffer = rented ?? stackalloc char[2048];
        try
        {
            return Build(url, parts, host, port, buffer);
        }
        finally
        {
            if (rented is not null) ArrayPool<char>.Shared.Return(rented);
        }
    }

    private static CanonicalUrl Build(string url, in UrlParts parts, string host, ReadOnlySpan<char> port, Span<char> to)
    {
        var length = System.Text.Ascii.ToLower(parts.Scheme, to, out var written) == OperationStatus.Done ? written : 0;
        Append("://", to, ref length);
        if (!parts.UserInfo.IsEmpty)
        {
            length += UrlEscapes.Write(parts.UserInfo, to[length..]);
            to[length++] = '@';
        }

        Append(host, to, ref length);
        if (!port.IsEmpty)
        {
            to[length++] = ':';
            Append(port, to, ref length);
        }

        var pathAt = length;
        length += WritePath(parts, to[length..]);
        var queryAt = length;
        length += WriteQuery(parts.Query, to[length..]);
        var fragmentAt = length;
        // "#!" and "#/" are routes of sites that are one page; other fragments are places on a page.
        if (parts.Fragment is ['!' or '/', ..])
        {
            to[length++] = '#';
            length += UrlEscapes.Write(parts.Fragment, to[length..]);
        }

        ReadOnlySpan<char> normal = to[..length];
        var bare = host.AsSpan().TrimEnd('.');
        var domain = PublicSuffixList.DomainOf(bare);
        var key = Normalizing.MatchKey.Of(
            parts.IsWeb ? [] : normal[..(parts.Scheme.Length + 1)], UrlHost.WithoutDevice(bare, domain), port, normal[pathAt..queryAt], normal[queryAt..fragmentAt], normal[fragmentAt..]);
        return new CanonicalUrl(
            normal.SequenceEqual(url) ? url : normal.ToString(), host, domain.Length == host.Length || domain.IsEmpty ? bare.Length == host.Length ? host : bare.ToString() : domain.ToString(), key);
    }

    private static int WritePath(in UrlParts parts, Span<char> to)
    {
        if (parts.Path.IsEmpty)
        {
            to[0] = '/';
            return 1;
        }

        int length;
        if (parts.IsWeb && parts.Path.Contains('\\')) length = UrlEscapes.Write(parts.Path.ToString().Replace('\\', '/'), to);
        else length = UrlEscapes.Write(parts.Path, to);
        return DotSegments.Remove(to[..length]);
    }

    // The parameters that stay keep their order; a query that loses all of them is none.
    private static int WriteQuery(ReadOnlySpan<char> query, Span<char> to)
    {
        var length = 0;
        foreach (var range in query.Split('&'))
        {
            var parameter = query[range];
            if (parameter.IsEmpty) continue;
            to[length] = length == 0 ? '?' : '&';
            var written = UrlEscapes.Write(parameter, to[(length + 1)..]);
            if (!TrackingParameters.IsTracking(Normalizing.MatchKey.NameOf(to.Slice(length + 1, written)))) length += written + 1;
        }

        return length;
    }

    private static bool TryPort(in UrlParts parts, out ReadOnlySpan<char> port)
    {
        port = parts.Port.TrimStart('0');
        if (parts.Port.ContainsAnyExceptInRange('0', '9')) return false;
        if (parts.Scheme.Equals("http", StringComparison.OrdinalIgnoreCase) && port is "80") port = [];
        else if (parts.Scheme.Equals("https", StringComparison.OrdinalIgnoreCase) && port is "443") port = [];
        else if (parts.Scheme.Equals("ftp", StringComparison.OrdinalIgnoreCase) && port is "21") port = [];
        return true;
    }

    private static void Append(ReadOnlySpan<char> text, Span<char> to, ref int length)
    {
        text.CopyTo(to[length..]);
        length += text.Length;
    }
}
