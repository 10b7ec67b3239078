using System.Text;
using System.Text.RegularExpressions;

namespace Aggregator.Pipeline.Subscribing;

/// <summary>Which addresses a feed list may name, and when two of them are the same.</summary>
internal static partial class FeedUrl
{
    private const int MaxLength = 4096;

    /// <summary>Why the address cannot be a feed's; null when it can.</summary>
    /// <param name="url">The address.</param>
    /// <param name="mayNameSecrets">True for <c>feeds.json</c>: anybody may write a list that asks his server for this machine's secrets.</param>
    public static string? Problem(string url, bool mayNameSecrets = false)
    {
        if (url.Length == 0) return "the address is empty";
        if (url.Length > MaxLength) return $"the address has {url.Length} characters, at most {MaxLength} are taken";
        if (url.Any(c => char.IsWhiteSpace(c) || char.IsControl(c))) return $"the address {Shown(url)} holds a space or a control character; a space is written %20";
        if (url.Contains("${", StringComparison.Ordinal))
        {
            if (!mayNameSecrets) return "${env:NAME} in an address counts only in feeds.json";
            if (SecretTemplate.ProblemOfText(url) is { } unnamed) return unnamed;
            if (SecretTemplate.HoldsReference(url[..AuthorityEnd(url)])) return "${env:NAME} stands in the path or the query of an address; a user name and password are given with auth";
            url = SecretTemplate.Filled(url);
        }

        // "localhost:8080/feed" has a port, not a scheme.
        var match = Scheme().Match(url);
        if (!match.Success) return $"{Shown(url)} is no absolute address; it begins with https:// or http://";
        var scheme = match.Groups[1].Value.ToLowerInvariant();
        if (scheme is "feed" or "rss" or "itpc" or "pcast") return $"{scheme}: is no scheme that can be fetched; write the address with https://";
        if (scheme == "file") return "a local file is written with the key file, in feeds.json, as a path below its folder";
        if (scheme is not ("http" or "https")) return $"{scheme}: is not fetched, only http and https are";
        if (!url.AsSpan(match.Length).StartsWith("//") || !Uri.TryCreate(url, UriKind.Absolute, out var uri) || uri.Host.Length == 0 || Host(uri) is null)
            return $"{Shown(url)} is no valid address: the host is missing or wrong";
        if (uri.UserInfo.Length > 0) return "an address with a user name or password is refused: the list, the archive and logs are no place for secrets; use auth, which names one";
        return null;
    }

    /// <summary>Equal for addresses that ask the same server the same thing: scheme, host and port in normal form, the rest as given; a fragment is never sent.</summary>
    public static string Key(string url)
    {
        if (!Uri.TryCreate(url, UriKind.Absolute, out var uri) || uri.Scheme is not ("http" or "https")) return url;
        var start = url.IndexOf("//", StringComparison.Ordinal) + 2;
        var path = url.AsSpan(start).IndexOfAny('/', '?', '#') is var at and >= 0 ? url[(start + at)..] : "";
        var fragment = path.IndexOf('#', StringComparison.Ordinal);
        if (fragment >= 0) path = path[..fragment];
        if (!path.StartsWith('/')) path = "/" + path;
        return new StringBuilder(uri.Scheme).Append("://").Append(Host(uri) ?? uri.Host).Append(uri.IsDefaultPort ? "" : $":{uri.Port}").Append(path).ToString();
    }

    private static int AuthorityEnd(string url)
    {
        var start = url.IndexOf("//", StringComparison.Ordinal) + 2;
        return url.AsSpan(start).IndexOfAny('/', '?', '#') is var end and >= 0 ? start + end : url.Length;
    }

    // The host in ASCII; null for one that Uri takes but that is no name after all (a lone mark, an unassigned character).
    private static string? Host(Uri uri)
    {
        try
        {
            return uri.IdnHost;
        }
        catch (UriFormatException)
        {
            return null;
        }
    }

    /// <summary>A text for messages: control characters visible, cut when long.</summary>
    public static string Shown(string text)
    {
        var clean = string.Concat(text.Take(100).Select(c => char.IsControl(c) || char.IsSurrogate(c) ? '\uFFFD' : c));
        return $"\"{clean}{(text.Length > 100 ? "…" : "")}\"";
    }

    [GeneratedRegex("^([A-Za-z][A-Za-z0-9+-]*):(?![0-9])", RegexOptions.CultureInvariant)]
    private static partial Regex Scheme();
}
