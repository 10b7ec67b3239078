using System.Text;

namespace Aggregator.Fetching;

/// <summary>Knows a page that asks for a password where a feed should be.</summary>
internal static class LoginPage
{
    private static readonly byte[][] Fields = [.. new[] { "type=\"password\"", "type='password'", "type=password" }.Select(Encoding.ASCII.GetBytes)];
    private static readonly byte[][] FeedLinks = [.. new[] { "application/rss+xml", "application/atom+xml", "application/feed+json" }.Select(Encoding.ASCII.GetBytes)];
    private static readonly string[] Paths = ["login", "signin", "sign-in", "sign_in", "logon", "sso", "oauth"];

    /// <summary>Whether it is one: a page that names a feed is a page with a login in a corner.</summary>
    public static bool Is(string url, ReadOnlySpan<byte> page)
    {
        var lower = BotWall.Lower(page).AsSpan();
        if (Contains(lower, FeedLinks) || !Contains(lower, Fields)) return false;
        return lower.IndexOf("<form"u8) >= 0 || Paths.Any(p => url.Contains(p, StringComparison.OrdinalIgnoreCase));
    }

    private static bool Contains(ReadOnlySpan<byte> text, byte[][] marks)
    {
        foreach (var mark in marks)
            if (text.IndexOf(mark) >= 0) return true;
        return false;
    }
}
