using Aggregator.Feeds;

namespace Aggregator.Pages.Showing;

/// <summary>Addresses that may stand in shown HTML.</summary>
internal static class ShownUrl
{
    private static readonly string[] Links = ["http", "https", "mailto", "tel", "ftp"];
    private static readonly string[] Pictures = ["data:image/png", "data:image/gif", "data:image/jpeg", "data:image/webp", "data:image/avif"];

    /// <summary>The address made absolute; null when its scheme could run something.</summary>
    /// <param name="value">The decoded value of an attribute.</param>
    /// <param name="baseUrl">What it is relative to.</param>
    /// <param name="isPicture">Pictures may be inside the address itself.</param>
    internal static string? Of(string value, string? baseUrl, bool isPicture)
    {
        // Browsers drop some characters before they look for the scheme, and different ones at different times.
        var bare = Bare(value);
        var scheme = FeedUrl.SchemeLength(bare);
        if (scheme == 0)
            return LooksLikeScheme(bare) ? null : bare.Length == 0 ? "" : FeedUrl.Resolve(value, baseUrl);
        var isAllowed = Array.Exists(Links, l => bare.AsSpan(0, scheme).Equals(l, StringComparison.OrdinalIgnoreCase))
            || (isPicture && Array.Exists(Pictures, p => bare.StartsWith(p, StringComparison.OrdinalIgnoreCase) && bare.Length > p.Length && bare[p.Length] is ';' or ','));
        // What is allowed but for characters that do not count may come out as something else.
        return isAllowed && FeedUrl.IsAbsolute(value) ? FeedUrl.Resolve(value, null) : null;
    }

    /// <summary>The candidates of a <c>srcset</c> made absolute; null when one of them may not stand.</summary>
    internal static string? Set(string value, string? baseUrl)
    {
        var resolved = string.IsNullOrEmpty(baseUrl) ? value : SourceSet.MakeAbsolute(value, baseUrl);
        foreach (var part in resolved.Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries))
            if (part.Split(',').Any(p => FeedUrl.SchemeLength(Bare(p)) > 0 && Of(p, null, isPicture: false) is null))
                return null;
        return resolved;
    }

    private static string Bare(string url)
    {
        if (!url.Any(IsIgnored))
            return url;
        return string.Concat(url.Where(c => !IsIgnored(c)));
    }

    private static bool IsIgnored(char c) => c <= ' ' || char.IsControl(c) || char.IsWhiteSpace(c) || char.GetUnicodeCategory(c) == System.Globalization.UnicodeCategory.Format || c == '\uFFFD';

    // Something in front of a colon that is no scheme to us might be one to somebody: only a path, a query or a host may hold a colon.
    private static bool LooksLikeScheme(string url)
    {
        var colon = url.IndexOf(':', StringComparison.Ordinal);
        var delimiter = url.AsSpan().IndexOfAny("/?#");
        return colon >= 0 && (delimiter < 0 || colon < delimiter);
    }
}
