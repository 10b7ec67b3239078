using System.Text.RegularExpressions;

namespace Aggregator.Pipeline.Subscribing;

/// <summary>Which proxies a feed list may name. No message repeats the address, which may hold a password that was written by mistake.</summary>
internal static partial class ProxyUrl
{
    /// <summary>The word that takes back the proxy of <c>defaults</c> or a group.</summary>
    public const string None = "none";

    /// <summary>What is wrong with a proxy; null for nothing.</summary>
    public static string? Problem(string proxy)
    {
        if (proxy == None) return null;
        if (SecretTemplate.ProblemOfText(proxy) is { } wrong) return wrong;
        if (proxy.Length > 1000 || proxy.Any(c => c is <= ' ' or > '~')) return "a proxy's address is printable ASCII without spaces";
        var at = proxy.LastIndexOf('@');
        var start = proxy.IndexOf("//", StringComparison.Ordinal) + 2;
        if (at >= start && !Login().IsMatch(proxy[start..at])) return "a proxy's password is named, not written: http://USER:${env:PASSWORD}@HOST:PORT";
        var address = at >= start ? proxy[..start] + proxy[(at + 1)..] : proxy;
        if (address.Contains("${", StringComparison.Ordinal)) return "${env:NAME} stands only before the @ of a proxy's address";
        if (!Uri.TryCreate(address, UriKind.Absolute, out var uri) || uri.Scheme is not ("http" or "https" or "socks5") || uri.Host.Length == 0)
            return "a proxy is http://HOST:PORT, https://HOST:PORT or socks5://HOST:PORT, or \"none\"";
        return uri.PathAndQuery is not ("" or "/") || uri.Fragment.Length > 0 ? "a proxy's address ends behind its port" : null;
    }

    // A user and the name of a password, or one name of both.
    [GeneratedRegex(@"^([^:/?#@${}]+:)?\$\{[^}]+\}$", RegexOptions.CultureInvariant)]
    private static partial Regex Login();
}
