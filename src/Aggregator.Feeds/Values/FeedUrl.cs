using System.Text;

namespace Aggregator.Feeds;

/// <summary>
/// Resolves references by RFC 3986 section 5.2 as text: nothing is normalized, escaped or refused, because a feed's address is an
/// identity and must stay as it was spelled. Takes anything, never throws.
/// </summary>
internal static class FeedUrl
{
    /// <summary>The reference made absolute.</summary>
    /// <param name="reference">As the document spells it. White space around it and line breaks inside it do not count (WHATWG URL, 4.4).</param>
    /// <param name="baseUrl">What it is relative to. Null or empty: the reference comes back as it is.</param>
    internal static string Resolve(string reference, string? baseUrl)
    {
        var text = Tidy(reference);
        if (string.IsNullOrEmpty(baseUrl) || SchemeLength(text) > 0)
            return text;
        var parts = UrlParts.Of(Tidy(baseUrl));
        if (parts.Scheme.Length > 0 && parts.IsOpaque)
            return text;
        return Combine(parts, text);
    }

    /// <summary>True when the address begins with a scheme, so that no base applies to it.</summary>
    internal static bool IsAbsolute(ReadOnlySpan<char> url) => SchemeLength(url.TrimStart()) > 0;

    /// <summary>Length of the scheme without its colon, 0 when there is none (RFC 3986, 3.1).</summary>
    internal static int SchemeLength(ReadOnlySpan<char> url)
    {
        if (url.IsEmpty || !char.IsAsciiLetter(url[0]))
            return 0;
        for (var i = 1; i < url.Length; i++)
        {
            if (url[i] == ':')
                return i;
            if (!char.IsAsciiLetterOrDigit(url[i]) && url[i] is not ('+' or '-' or '.'))
                return 0;
        }
        return 0;
    }

    private static string Combine(UrlParts parts, ReadOnlySpan<char> text)
    {
        var result = new StringBuilder(parts.Scheme.Length + parts.Authority.Length + parts.Path.Length + text.Length + 1);
        result.Append(parts.Scheme);
        if (text.StartsWith("//", StringComparison.Ordinal))
            return result.Append(text).ToString();
        result.Append(parts.Authority);
        if (text.IsEmpty)
            return result.Append(parts.Path).Append(parts.Query).ToString();
        if (text[0] == '#')
            return result.Append(parts.Path).Append(parts.Query).Append(text).ToString();
        if (text[0] == '?')
            return result.Append(parts.Path).Append(text).ToString();

        var pathEnd = text.IndexOfAny('?', '#');
        var path = pathEnd < 0 ? text : text[..pathEnd];
        if (path[0] == '/')
        {
            AppendWithoutDots(result, path);
        }
        else
        {
            var folder = parts.Path[..(parts.Path.LastIndexOf('/') + 1)];
            var root = folder.IsEmpty && parts.Authority.Length > 0 ? "/" : folder;
            AppendWithoutDots(result, string.Concat(root, path));
        }
        return pathEnd < 0 ? result.ToString() : result.Append(text[pathEnd..]).ToString();
    }

    /// <summary>RFC 3986, 5.2.4: the path without <c>.</c> and <c>..</c> segments. What climbs above the root is dropped.</summary>
    private static void AppendWithoutDots(StringBuilder result, ReadOnlySpan<char> path)
    {
        if (!path.Contains("/.", StringComparison.Ordinal) && path[0] != '.')
        {
            result.Append(path);
            return;
        }
        var kept = new char[path.Length];
        var length = 0;
        var at = 0;
        var rooted = path[0] == '/';
        if (rooted)
            kept[length++] = path[at++];
        var floor = length;
        while (at <= path.Length)
        {
            var slash = path[at..].IndexOf('/');
            var segment = slash < 0 ? path[at..] : path.Slice(at, slash);
            var isLast = slash < 0;
            if (segment is "..")
            {
                // Back over the segment before: its characters are walked once, when they go.
                if (length > floor)
                    length = Math.Max(floor, kept.AsSpan(0, length - 1).LastIndexOf('/') + 1);
            }
            else if (segment is not ".")
            {
                segment.CopyTo(kept.AsSpan(length));
                length += segment.Length;
                if (!isLast)
                    kept[length++] = '/';
            }
            if (isLast)
                break;
            at += segment.Length + 1;
        }
        result.Append(kept.AsSpan(0, length));
    }

    private static string Tidy(string text)
    {
        var start = 0;
        var end = text.Length;
        while (start < end && text[start] <= ' ')
            start++;
        while (end > start && text[end - 1] <= ' ')
            end--;
        var core = text.AsSpan(start, end - start);
        if (core.IndexOfAny('\t', '\n', '\r') < 0)
            return core.Length == text.Length ? text : core.ToString();
        var result = new StringBuilder(core.Length);
        foreach (var c in core)
            if (c is not ('\t' or '\n' or '\r'))
                result.Append(c);
        return result.ToString();
    }
}
