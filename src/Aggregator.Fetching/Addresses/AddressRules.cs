using System.Buffers.Binary;
using System.Net;
using System.Net.Sockets;

namespace Aggregator.Fetching.Addresses;

/// <summary>
/// What an address is for, by the special-purpose registries (RFC 6890, RFC 5735 and those that follow), after unwrapping IPv4 inside IPv6.
/// Takes an address; gives the rule that forbids it, or none for a global one.
/// </summary>
internal static class AddressRules
{
    private static readonly AddressRule Unspecified = new("this network (0.0.0.0/8)", false);
    private static readonly AddressRule Private = new("a private network (RFC 1918)", true);
    private static readonly AddressRule Shared = new("carrier-grade NAT space (100.64.0.0/10)", true);
    private static readonly AddressRule Loopback = new("this machine itself (loopback)", true);
    private static readonly AddressRule LinkLocal = new("link-local, where cloud metadata services live", false);
    private static readonly AddressRule Metadata = new("a cloud metadata service", false);
    private static readonly AddressRule Protocol = new("reserved for protocols (192.0.0.0/24)", false);
    private static readonly AddressRule Documentation = new("for documentation only", false);
    private static readonly AddressRule Relay = new("the withdrawn 6to4 relay network (192.88.99.0/24)", false);
    private static readonly AddressRule Benchmarking = new("for benchmarking only", false);
    private static readonly AddressRule Multicast = new("multicast", false);
    private static readonly AddressRule Reserved = new("reserved (240.0.0.0/4)", false);
    private static readonly AddressRule Broadcast = new("broadcast", false);
    private static readonly AddressRule UniqueLocal = new("a private network (IPv6 unique local)", true);
    private static readonly AddressRule SiteLocal = new("a private network (IPv6 site local)", true);
    private static readonly AddressRule LocalTranslation = new("a local translation prefix (64:ff9b:1::/48)", true);
    private static readonly AddressRule NotGlobal = new("no global unicast address", false);

    private static readonly (uint Network, int Bits, AddressRule Rule)[] V4 =
    [
        (0x00000000, 8, Unspecified), (0x0A000000, 8, Private), (0x646464C8, 32, Metadata), (0x64400000, 10, Shared),
        (0x7F000000, 8, Loopback), (0xA9FE0000, 16, LinkLocal), (0xAC100000, 12, Private), (0xC0000000, 24, Protocol),
        (0xC0000200, 24, Documentation), (0xC0586300, 24, Relay), (0xC0A80000, 16, Private), (0xC6120000, 15, Benchmarking),
        (0xC6336400, 24, Documentation), (0xCB007100, 24, Documentation), (0xE0000000, 4, Multicast),
        (0xFFFFFFFF, 32, Broadcast), (0xF0000000, 4, Reserved),
    ];

    private static readonly (IPNetwork Network, AddressRule Rule)[] V6 =
    [
        (IPNetwork.Parse("::/128"), Unspecified), (IPNetwork.Parse("::1/128"), Loopback), (IPNetwork.Parse("fd00:ec2::254/128"), Metadata),
        (IPNetwork.Parse("fd20:ce::254/128"), Metadata), (IPNetwork.Parse("64:ff9b:1::/48"), LocalTranslation),
        (IPNetwork.Parse("fc00::/7"), UniqueLocal), (IPNetwork.Parse("fe80::/10"), LinkLocal), (IPNetwork.Parse("fec0::/10"), SiteLocal),
        (IPNetwork.Parse("ff00::/8"), Multicast), (IPNetwork.Parse("2001:db8::/32"), Documentation), (IPNetwork.Parse("3fff::/20"), Documentation),
        (IPNetwork.Parse("2001:2::/48"), Benchmarking), (IPNetwork.Parse("2001:10::/28"), NotGlobal), (IPNetwork.Parse("2001:20::/28"), NotGlobal),
    ];

    private static readonly IPNetwork Global = IPNetwork.Parse("2000::/3");

    /// <summary>The rule that forbids the address; null for a global one.</summary>
    /// <param name="address">An address as <see cref="Unwrap"/> gives it.</param>
    public static AddressRule? Forbids(IPAddress address)
    {
        Span<byte> bytes = stackalloc byte[16];
        address.TryWriteBytes(bytes, out var length);
        if (length == 4)
        {
            var value = BinaryPrimitives.ReadUInt32BigEndian(bytes);
            foreach (var (network, bits, rule) in V4)
                if ((value ^ network) >> (32 - bits) == 0) return rule;
            return null;
        }

        if (address.ScopeId != 0) address = new IPAddress(bytes);
        foreach (var (network, rule) in V6)
            if (network.Contains(address)) return rule;
        return Global.Contains(address) ? null : NotGlobal;
    }

    /// <summary>The IPv4 address that an IPv6 address carries, else the address itself: mapped, compatible and translated (RFC 4291, RFC 2765),
    /// NAT64 (RFC 6052), 6to4 (RFC 3056), Teredo (RFC 4380, whose client address is stored inverted).</summary>
    public static IPAddress Unwrap(IPAddress address)
    {
        if (address.AddressFamily != AddressFamily.InterNetworkV6) return address;
        Span<byte> b = stackalloc byte[16];
        address.TryWriteBytes(b, out _);
        var high = BinaryPrimitives.ReadUInt64BigEndian(b);
        var third = BinaryPrimitives.ReadUInt32BigEndian(b[8..]);
        var last = BinaryPrimitives.ReadUInt32BigEndian(b[12..]);
        if (high == 0 && third is 0x0000FFFF or 0xFFFF0000) return V4Address(last);
        if (high == 0 && third == 0 && last > 1) return V4Address(last);
        if (high == 0x0064FF9B_00000000 && third == 0) return V4Address(last);
        if (high >> 48 == 0x2002) return V4Address((uint)(high >> 16));
        return high >> 32 == 0x20010000 ? V4Address(~last) : address;
    }

    private static IPAddress V4Address(uint value)
    {
        Span<byte> bytes = stackalloc byte[4];
        BinaryPrimitives.WriteUInt32BigEndian(bytes, value);
        return new IPAddress(bytes);
    }
}

/// <summary>Why an address is not for feeds.</summary>
/// <param name="Description">Follows "the address is".</param>
/// <param name="LiftedForPrivate">True: a feed that may live on a private network may use it.</param>
internal sealed record AddressRule(string Description, bool LiftedForPrivate);
