using System.Globalization;
using System.Net;

namespace Aggregator.Fetching.Addresses;

/// <summary>A network that the operator opens: <c>127.0.0.0/8</c>, <c>10.1.2.3</c>, <c>10.1.2.3:8080</c>, <c>[fd00::/8]:443</c>.</summary>
/// <param name="Network">The addresses.</param>
/// <param name="Port">The only port that is open; null: all.</param>
public sealed record AllowedNetwork(IPNetwork Network, int? Port)
{
    /// <summary>Reads one entry; a bare address is a network of one.</summary>
    public static bool TryParse(string? text, out AllowedNetwork? network)
    {
        network = null;
        text = text?.Trim() ?? "";
        string addresses = text, port = "";
        if (text.StartsWith('['))
        {
            var end = text.IndexOf(']', StringComparison.Ordinal);
            if (end < 0 || (end + 1 < text.Length && text[end + 1] != ':')) return false;
            (addresses, port) = (text[1..end], text[(end + 1)..]);
        }
        else if (text.IndexOf(':', StringComparison.Ordinal) is var colon and > 0 && text.LastIndexOf(':') == colon)
        {
            (addresses, port) = (text[..colon], text[colon..]);
        }

        int? only = null;
        if (port.Length > 0)
        {
            if (!ushort.TryParse(port.AsSpan(1), NumberStyles.None, CultureInfo.InvariantCulture, out var number) || number == 0) return false;
            only = number;
        }

        if (IPAddress.TryParse(addresses, out var single) && Spelled(addresses))
        {
            network = new AllowedNetwork(new IPNetwork(single, single.GetAddressBytes().Length * 8), only);
            return true;
        }

        if (!IPNetwork.TryParse(addresses, out var parsed)) return false;
        network = new AllowedNetwork(parsed, only);
        return true;
    }

    /// <summary>Whether an address, already unwrapped, and its port are open.</summary>
    internal bool Opens(IPAddress address, int port) => (Port is null || Port == port) && Network.Contains(address);

    public override string ToString() => Port is null ? $"{Network}" : $"[{Network}]:{Port}";

    // IPAddress.Parse also reads "127.1" and "2130706433": in a setting that is more likely a slip than an address.
    private static bool Spelled(string address) => address.Contains(':', StringComparison.Ordinal) || address.Count(c => c == '.') == 3;
}
