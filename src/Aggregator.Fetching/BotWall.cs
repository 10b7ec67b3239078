using System.Text;

namespace Aggregator.Fetching;

/// <summary>Knows the marks that walls against robots leave in what they answer instead of a feed.</summary>
internal static class BotWall
{
    private static readonly (string Header, string? Value, string Wall)[] Headers =
    [
        ("cf-mitigated", null, "Cloudflare"), ("cf-chl-out", null, "Cloudflare"), ("cf-chl-bypass", null, "Cloudflare"),
        ("x-datadome", null, "DataDome"), ("x-dd-b", null, "DataDome"), ("x-px-block", null, "HUMAN"), ("x-amzn-waf-action", null, "AWS WAF"),
        ("x-vercel-mitigated", null, "Vercel"), ("x-sucuri-block", null, "Sucuri"), ("Server", "AkamaiGHost", "Akamai"), ("Server", "ddos-guard", "DDoS-Guard"),
        ("Server", "DataDome", "DataDome"),
    ];

    private static readonly (byte[] Mark, string Wall)[] Marks =
    [.. new[]
    {
        ("cf-browser-verification", "Cloudflare"), ("cdn-cgi/challenge-platform", "Cloudflare"), ("attention required! | cloudflare", "Cloudflare"),
        ("<title>just a moment", "Cloudflare"), ("captcha-delivery.com", "DataDome"), ("px-captcha", "HUMAN"), ("_incapsula_resource", "Imperva"),
        ("sucuri website firewall", "Sucuri"), ("ddos-guard", "DDoS-Guard"), ("anubis_challenge", "Anubis"), ("making sure you&#39;re not a bot", "Anubis"),
        ("making sure you're not a bot", "Anubis"), ("awswafintegration", "AWS WAF"), ("g-recaptcha", "a captcha"), ("h-captcha", "a captcha"),
        ("cf-turnstile", "a captcha"), ("vercel security checkpoint", "Vercel"), ("please enable js and disable any ad blocker", "DataDome"),
    }.Select(m => (Encoding.ASCII.GetBytes(m.Item1), m.Item2))];

    /// <summary>Whose wall the headers show; null for none.</summary>
    public static string? InHeaders(HttpResponseMessage response)
    {
        foreach (var (header, value, wall) in Headers)
            if (response.Header(header) is { } found && (value is null || found.Equals(value, StringComparison.OrdinalIgnoreCase))) return wall;
        return null;
    }

    /// <summary>Whose wall a page shows; null for none.</summary>
    public static string? InPage(ReadOnlySpan<byte> page)
    {
        var lower = Lower(page);
        foreach (var (mark, wall) in Marks)
            if (lower.AsSpan().IndexOf(mark) >= 0) return wall;
        return null;
    }

    /// <summary>The beginning of a page in lower case.</summary>
    internal static byte[] Lower(ReadOnlySpan<byte> page)
    {
        var lower = page[..Math.Min(page.Length, 64 << 10)].ToArray();
        foreach (ref var b in lower.AsSpan())
            if (b is >= (byte)'A' and <= (byte)'Z') b |= 0x20;
        return lower;
    }
}
