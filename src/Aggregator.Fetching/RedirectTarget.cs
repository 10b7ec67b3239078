using System.Buffers;
using System.Globalization;
using System.Text;

namespace Aggregator.Fetching;

/// <summary>
/// Resolves a Location (RFC 9110, 10.2.2) against the address that gave it, as browsers do (WHATWG URL), and makes text into an address that
/// goes on the wire with its escapes as they were written.
/// </summary>
internal static class RedirectTarget
{
    // What a path or query may hold in the raw; an escape that is there already stays as it is.
    private static readonly SearchValues<char> Safe =
        SearchValues.Create("!#$%&'()*+,-./0123456789:;=?@ABCDEFGHIJKLMNOPQRSTUVWXYZ[\\]_abcdefghijklmnopqrstuvwxyz~");

    /// <summary>The absolute target; null when it is not http or https, or has no host.</summary>
    /// <param name="from">The absolute address that answered.</param>
    /// <param name="location">The header, one character a byte.</param>
    public static string? Resolve(string from, string location)
    {
        var text = Cleaned(location);
        if (Parse(from) is not { } origin) return null;
        if (Scheme(text) is { } scheme)
        {
            if (scheme is not ("http" or "https")) return null;
            var rest = text[(scheme.Length + 1)..];
            if (scheme != origin.Scheme || rest.StartsWith("//", StringComparison.Ordinal)) return Absolute(scheme, rest.TrimStart('/'));
            text = rest; // "http:/path" and "http:path" name the host that answered.
        }

        if (text.StartsWith("//", StringComparison.Ordinal)) return Absolute(origin.Scheme, text.TrimStart('/'));
        var root = $"{origin.Scheme}://{origin.Authority}";
        if (text.Length == 0) return root + origin.Path + origin.Query;
        if (text[0] == '?') return root + origin.Path + text;
        if (text[0] != '/') text = origin.Path[..(origin.Path.LastIndexOf('/') + 1)] + text;
        var query = text.IndexOf('?', StringComparison.Ordinal);
        return query < 0 ? root + WithoutDots(text) : root + WithoutDots(text[..query]) + text[query..];
    }

    /// <summary>The address for the request; null when there is no http or https address in it.</summary>
    public static Uri? Address(string url)
    {
        var text = Escaped(url.Trim(), utf8: true);
        // The text is escaped above and goes out as it is: a server that tells %7E from ~ gets what the list says.
        var options = new UriCreationOptions { DangerousDisablePathAndQueryCanonicalization = true };
        if (text.IndexOf('#', StringComparison.Ordinal) is var fragment and >= 0) text = text[..fragment];
        var authority = AuthorityEnd(text);
        // Browsers read escapes in a host; the framework knows no address with them.
        var host = text.AsSpan(0, authority).LastIndexOf('@') + 1;
        if (text.AsSpan(host, authority - host).Contains('%') && !text.AsSpan(host, authority - host).Contains('['))
            text = text[..host] + Uri.UnescapeDataString(text[host..authority]) + text[authority..];
        return Uri.TryCreate(text, options, out var uri) && uri.Scheme is "http" or "https" && uri.Host.Length > 0 ? uri : null;
    }

    private static string? Absolute(string scheme, string rest)
    {
        var end = rest.AsSpan().IndexOfAny('/', '?');
        var (authority, path) = end < 0 ? (rest, "/") : (rest[..end], rest[end..]);
        if (authority.Length == 0 || authority.Any(c => c <= ' ' || char.IsControl(c))) return null;
        if (path[0] == '?') path = "/" + path;
        var query = path.IndexOf('?', StringComparison.Ordinal);
        return query < 0 ? $"{scheme}://{authority}{WithoutDots(path)}" : $"{scheme}://{authority}{WithoutDots(path[..query])}{path[query..]}";
    }

    private static (string Scheme, string Authority, string Path, string Query)? Parse(string url)
    {
        if (Address(url) is not { } uri) return null;
        var whole = uri.PathAndQuery;
        var query = whole.IndexOf('?', StringComparison.Ordinal);
        return query < 0 ? (uri.Scheme, uri.Authority, whole, "") : (uri.Scheme, uri.Authority, whole[..query], whole[query..]);
    }

    // White space around goes, controls inside go, backslashes are slashes, the fragment stays behind, other bytes are escaped one by one.
    private static string Cleaned(string location)
    {
        var text = location.Trim(' ', '\t', '\r', '\n', '\f');
        if (text.IndexOf('#', StringComparison.Ordinal) is var fragment and >= 0) text = text[..fragment];
        var query = text.IndexOf('?', StringComparison.Ordinal);
        text = query < 0 ? text.Replace('\\', '/') : text[..query].Replace('\\', '/') + text[query..];
        return Escaped(text, utf8: false);
    }

    private static string Escaped(string text, bool utf8)
    {
        if (!text.AsSpan().ContainsAnyExcept(Safe)) return text;

        // A host outside ASCII is a name, not bytes: the address parser makes it punycode.
        var authority = AuthorityEnd(text);
        var result = new StringBuilder(text.Length + 32).Append(utf8 ? text[..authority] : Name(text[..authority]));
        Span<byte> bytes = stackalloc byte[4];
        foreach (var rune in text.AsSpan(authority).EnumerateRunes())
        {
            if (rune.Value is < ' ' or 0x7F) continue;
            if (rune.IsAscii && Safe.Contains((char)rune.Value)) result.Append((char)rune.Value);
            else if (!utf8 && rune.Value <= 0xFF) result.Append(CultureInfo.InvariantCulture, $"%{rune.Value:X2}");
            else
            {
                var length = rune.EncodeToUtf8(bytes);
                foreach (var b in bytes[..length]) result.Append(CultureInfo.InvariantCulture, $"%{b:X2}");
            }
        }

        return result.ToString();
    }

    // A header's bytes outside ASCII are UTF-8 in the hosts that people meet.
    private static string Name(string latin) => Ascii.IsValid(latin) ? latin : Encoding.UTF8.GetString(Encoding.Latin1.GetBytes(latin));

    private static int AuthorityEnd(string text)
    {
        var start = text.IndexOf("//", StringComparison.Ordinal);
        if (start < 0 || (start > 0 && Scheme(text)?.Length != start - 1)) return 0;
        var end = text.AsSpan(start + 2).IndexOfAny('/', '?', '#');
        return end < 0 ? text.Length : start + 2 + end;
    }

    private static string? Scheme(string text)
    {
        var colon = text.IndexOf(':', StringComparison.Ordinal);
        if (colon <= 0 || !char.IsAsciiLetter(text[0])) return null;
        foreach (var c in text.AsSpan(0, colon))
            if (!char.IsAsciiLetterOrDigit(c) && c is not ('+' or '-' or '.')) return null;
        return text[..colon].ToLowerInvariant();
    }

    // RFC 3986, 5.2.4; "%2e" is a dot as well (WHATWG).
    private static string WithoutDots(string path)
    {
        if (!path.Contains("/.", StringComparison.Ordinal) && !path.Contains("%2e", StringComparison.OrdinalIgnoreCase)) return path;
        var kept = new List<string>();
        var segments = path.Split('/');
        for (var i = 1; i < segments.Length; i++)
        {
            var last = i == segments.Length - 1;
            switch (segments[i].Replace("%2e", ".", StringComparison.OrdinalIgnoreCase))
            {
                case ".":
                    if (last) kept.Add("");
                    break;
                case "..":
                    if (kept.Count > 0) kept.RemoveAt(kept.Count - 1);
                    if (last) kept.Add("");
                    break;
                default:
                    kept.Add(segments[i]);
                    break;
            }
        }

        return "/" + string.Join('/', kept);
    }
}
