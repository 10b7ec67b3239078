using System.Net;
using System.Net.Sockets;
using System.Text;

namespace Aggregator.Fetching.Addresses;

/// <summary>
/// Reads an address out of a host, in every spelling that some resolver or browser takes for one (WHATWG URL, "IPv4 parser"; inet_aton):
/// decimal, octal, hex, fewer than four parts, full-width digits, percent escapes, a dot at the end.
/// </summary>
internal static class HostAddress
{
    /// <summary>The address; null when the host is a name.</summary>
    public static IPAddress? Read(string host)
    {
        if (host.Contains(':', StringComparison.Ordinal))
            return IPAddress.TryParse(host.Trim('[', ']'), out var six) && six.AddressFamily == AddressFamily.InterNetworkV6 ? six : null;
        if (IPAddress.TryParse(host, out var usual)) return usual;
        host = Plain(host);
        // A name costs no more than this look at its last label.
        if (host.Length == 0 || !char.IsAsciiDigit(host[host.LastIndexOf('.') + 1])) return null;
        var parts = host.Split('.');
        if (parts.Length > 4 || Number(parts[^1]) is null) return null;
        ulong value = 0;
        for (var i = 0; i < parts.Length; i++)
        {
            if (Number(parts[i]) is not { } number) return null;
            var last = i == parts.Length - 1;
            var bits = last ? 8 * (5 - parts.Length) : 8;
            if (number >> bits != 0) return null;
            value = (value << bits) | number;
        }

        return new IPAddress([(byte)(value >> 24), (byte)(value >> 16), (byte)(value >> 8), (byte)value]);
    }

    /// <summary>Names that mean this machine or its own network wherever they are looked up (RFC 6761, RFC 6762, RFC 8375, cloud metadata).</summary>
    public static bool IsLocalName(string host)
    {
        var name = Plain(host);
        string[] ends = ["localhost", "local", "internal", "home.arpa", "localdomain"];
        return ends.Any(end => name.Equals(end, StringComparison.OrdinalIgnoreCase) || name.EndsWith("." + end, StringComparison.OrdinalIgnoreCase));
    }

    private static string Plain(string host)
    {
        if (host.Contains('%', StringComparison.Ordinal)) host = Uri.UnescapeDataString(host);
        if (!Ascii.IsValid(host)) host = host.Normalize(NormalizationForm.FormKC).Replace('\u3002', '.');
        return host.EndsWith('.') ? host.TrimEnd('.') : host;
    }

    private static ulong? Number(string part)
    {
        if (part.Length is 0 or > 64) return null;
        var (digits, radix) = part switch
        {
            ['0', 'x' or 'X', .. var hex] => (hex, 16u),
            ['0', _, ..] => (part[1..], 8u),
            _ => (part, 10u),
        };
        ulong value = 0;
        foreach (var c in digits)
        {
            if (!char.IsAsciiHexDigit(c)) return null;
            var digit = (uint)Convert.ToInt32(c.ToString(), 16);
            if (digit >= radix) return null;
            value = (value * radix) + digit;
            if (value > uint.MaxValue) return null;
        }

        return value;
    }
}
