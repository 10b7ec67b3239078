using System.Net;
using System.Net.Sockets;
using static Aggregator.TestKit.Hostile.HostileBehaviour;

namespace Aggregator.TestKit.Hostile;

/// <summary>Answers of a name server, through a resolver that the fetcher is given.</summary>
public static class NameBehaviours
{
    internal static IEnumerable<HostileBehaviour> All =>
    [
        At("name-good", "one good address", "good.example", Kept),
        At("name-two-good", "a good address twice", "twice.example", Kept),
        At("name-dead-first", "a dead address first, then a good one", "dead-first.example", Kept),
        At("name-unknown", "no such name", "unknown.example", "name-not-found") with { Says = "no host named" },
        At("name-empty", "a name without an address", "empty.example", "name-not-found"),
        At("name-later", "a name server that fails", "later.example", "name-not-found") with { Says = "just now" },
        At("name-hangs", "a name server that never answers", "hangs.example", "timeout") with { Says = "ConnectTimeout" },
        At("name-throws", "a name server that breaks the resolver", "throws.example", "connection-failed"),
        At("name-loopback", "a public name for this machine", "loopback.example", "address-refused"),
        At("name-private", "a public name for a private address", "private.example", "address-refused"),
        At("name-metadata", "a public name for a metadata service", "metadata.example", "address-refused"),
        At("name-mixed", "a good address and a private one", "mixed.example", "address-refused"),
        At("name-mixed-last", "many good addresses and a private one at the end", "mixed-last.example", "address-refused"),
        At("name-mapped", "IPv4 inside IPv6", "mapped.example", "address-refused"),
        At("name-nat64", "this machine behind NAT64", "nat64.example", "address-refused"),
        At("name-zero", "the address of nothing", "zero.example", "address-refused"),
        At("name-numeric", "a name of digits that is no address", "1.2.3.4.5", "name-not-found"),
        At("name-long", "a name of 300 letters", $"{new string('a', 300)}.example", "redirect"),
        new("name-refused", "an address where nobody listens", "connection-failed", c => c.FeedAsync()) { Address = "http://127.0.0.1:1/name-refused", Says = "refused" },
    ];

    /// <summary>The resolver that goes with the behaviours; <paramref name="good"/> is where the server listens.</summary>
    public static async Task<IPAddress[]> ResolveAsync(string host, IPAddress good, CancellationToken stop)
    {
        if (host == "hangs.example") await Task.Delay(Timeout.Infinite, stop).ConfigureAwait(false);
        return host switch
        {
            "unknown.example" or "1.2.3.4.5" => throw new SocketException((int)SocketError.HostNotFound),
            "later.example" => throw new SocketException((int)SocketError.TryAgain),
            "throws.example" => throw new InvalidOperationException("a broken resolver"),
            "empty.example" => [],
            "twice.example" => [good, good],
            "dead-first.example" => [IPAddress.Parse("127.0.0.77"), good],
            "loopback.example" => [IPAddress.Parse("127.0.0.9")],
            "private.example" => [IPAddress.Parse("10.1.2.3")],
            "metadata.example" or "metadata.google.internal" => [IPAddress.Parse("169.254.169.254")],
            "mixed.example" => [good, IPAddress.Parse("192.168.1.1")],
            "mixed-last.example" => [good, good, good, good, good, IPAddress.Parse("127.0.0.9")],
            "mapped.example" => [IPAddress.Parse("::ffff:127.0.0.9")],
            "nat64.example" => [IPAddress.Parse("64:ff9b::10.0.0.1")],
            "zero.example" => [IPAddress.Any],
            _ => [good],
        };
    }

    private static HostileBehaviour At(string name, string does, string host, string outcome) =>
        new(name, does, outcome, c => c.FeedAsync("ETag: \"1\"\r\n")) { Address = $"http://{host}:PORT/{name}" };
}
