using System.Buffers;
using System.Globalization;

namespace Aggregator.Pipeline.Normalizing;

/// <summary>Hosts in their normal form: lower case, ASCII.</summary>
internal static class UrlHost
{
    // What no host name may hold (WHATWG "forbidden domain code points"); brackets and colon only in an IPv6 address.
    private static readonly SearchValues<char> _forbidden = SearchValues.Create(" #/:<>?@[\\]^|%\"`{}");
    private static readonly SearchValues<char> _address = SearchValues.Create("[]:.0123456789abcdefABCDEF");
    private static readonly IdnMapping _idn = new() { AllowUnassigned = true };

    /// <summary>The normal form of a host as an address spells it; null when it cannot be a host.</summary>
    public static string? Normal(ReadOnlySpan<char> host)
    {
        if (host.IsEmpty) return null;
        if (host[0] == '[') return host[^1] == ']' && !host.ContainsAnyExcept(_address) ? Lower(host) : null;
        if (host.Contains('%')) host = Uri.UnescapeDataString(host.ToString());
        if (host.IsEmpty || host.ContainsAny(_forbidden) || host.ContainsAnyInRange('\0', ' ')) return null;
        return System.Text.Ascii.IsValid(host) ? Lower(host) : International(host.ToString());
    }

    /// <summary>Without the labels that say for which device a site is shown, as long as they are no part of the registrable domain.</summary>
    public static ReadOnlySpan<char> WithoutDevice(ReadOnlySpan<char> host, ReadOnlySpan<char> domain)
    {
        while (host.Length > domain.Length && !domain.IsEmpty)
        {
            var dot = host.IndexOf('.');
            if (host[..dot] is not ("www" or "m" or "mobile" or "amp")) break;
            host = host[(dot + 1)..];
        }

        return host;
    }

    private static string Lower(ReadOnlySpan<char> host) =>
        string.Create(host.Length, host, static (to, from) => System.Text.Ascii.ToLower(from, to, out _));

    private static string? International(string host)
    {
        try
        {
            return _idn.GetAscii(host).ToLowerInvariant();
        }
        catch (ArgumentException)
        {
            return null;
        }
    }
}
