using static Aggregator.TestKit.Hostile.HostileBehaviour;

namespace Aggregator.TestKit.Hostile;

/// <summary>Redirects: every form of Location, circles and chains, and every way to where the fetcher may not go.</summary>
internal static class RedirectBehaviours
{
    public static IEnumerable<HostileBehaviour> All =>
    [
        To("redirect-301", "301 to a feed", "/honest", Kept, 301),
        To("redirect-302", "302 to a feed", "/honest", Kept),
        To("redirect-303", "303 to a feed", "/honest", Kept, 303),
        To("redirect-307", "307 to a feed", "/honest", Kept, 307),
        To("redirect-308", "308 to a feed", "/honest", Kept, 308),
        To("redirect-300", "300 with a preferred choice", "/honest", Kept, 300),
        To("redirect-absolute", "an absolute address", "http://127.0.0.1:PORT/honest", Kept),
        To("redirect-upper", "a scheme in capitals", "HTTP://127.0.0.1:PORT/honest", Kept),
        To("redirect-schemeless", "an address without a scheme", "//127.0.0.1:PORT/honest", Kept),
        To("redirect-one-slash", "a scheme with one slash", "http:/honest", Kept),
        To("redirect-no-slash", "a scheme without slashes", "http:honest", Kept),
        To("redirect-relative", "a relative path", "honest", Kept),
        To("redirect-dot", "a path with a dot", "./honest", Kept),
        To("redirect-dots", "a path that climbs above the root", "../../../honest", Kept),
        To("redirect-escaped-dots", "a path that climbs with escapes", "%2e%2e/honest", Kept),
        To("redirect-fragment", "a fragment, which stays here", "/honest#part", Kept),
        To("redirect-query", "only a query, which leads to the behaviour again", "?again", "redirect"),
        To("redirect-space", "blanks around the address", "  /honest  ", Kept),
        To("redirect-inner-space", "blanks inside the query", "/honest?a b", Kept),
        To("redirect-raw-utf8", "raw UTF-8 in the query", "/honest?caf\u00c3\u00a9", Kept),
        To("redirect-latin", "a raw byte that is no UTF-8", "/honest?caf\u00e9", Kept),
        To("redirect-backslash", "a backslash for a slash", "\\honest", Kept),
        To("redirect-quotes", "quotation marks and braces in the query", "/honest?\"{|}^`<>", Kept),
        To("redirect-userinfo", "an address with a user, who is not logged in", "http://user:secret@127.0.0.1:PORT/honest", Kept),
        To("redirect-empty", "an empty Location, which is the same address", "", "redirect"),
        To("redirect-hash-only", "only a fragment, which is the same address", "#top", "redirect"),
        To("redirect-loop", "to itself", "/redirect-loop", "redirect") with { Says = "circle", Requests = 1 },
        To("redirect-ping", "to one that leads back", "/redirect-pong", "redirect") with { Says = "circle" },
        To("redirect-pong", "to one that leads back", "/redirect-ping", "redirect") with { Says = "circle" },
        new("redirect-chain", "to itself with another number, for ever", "redirect", c => Location(c, $"/redirect-chain?{c.Number}", 302)) { Says = "more than 5", Requests = 6 },
        new("redirect-long", "to an address of 50 KB", "http-status", c => Location(c, $"/not-there?{new string('a', 50_000)}", 302)) { Says = "404" },
        new("redirect-huge", "to an address of 200 KB", "too-large", c => Location(c, $"/not-there?{new string('a', 200_000)}", 302)),
        new("redirect-missing", "302 without a Location", "redirect", c => c.SendAsync("HTTP/1.1 302 Found\r\nContent-Length: 0\r\n\r\n")) { Says = "no place" },
        new("redirect-two", "two Locations; the first counts", Kept, c => c.SendAsync(c.Server.Filled("HTTP/1.1 302 Found\r\nLocation: /honest\r\nLocation: http://127.0.0.1:CANARY/\r\nContent-Length: 0\r\n\r\n"))),
        new("redirect-endless-body", "302 whose own body never ends", Kept, async c =>
        {
            await c.SendAsync("HTTP/1.1 302 Found\r\nLocation: /honest\r\n\r\n").ConfigureAwait(false);
            await c.PourAsync(new string('x', 65536)).ConfigureAwait(false);
        }),
        new("redirect-cookie", "sets a cookie and leads to itself until the cookie comes", "redirect", c =>
            c.Head.Contains("\r\nCookie:", StringComparison.OrdinalIgnoreCase) ? c.FeedAsync() : c.SendAsync("HTTP/1.1 302 Found\r\nSet-Cookie: a=1\r\nLocation: /redirect-cookie\r\nContent-Length: 0\r\n\r\n")) { Says = "cookie wall" },
        To("redirect-to-file", "to a local file", "file:///etc/passwd", "redirect"),
        To("redirect-to-ftp", "to an FTP server", "ftp://127.0.0.1:CANARY/feed", "redirect"),
        To("redirect-to-gopher", "to a gopher hole", "gopher://127.0.0.1:CANARY/_GET", "redirect"),
        To("redirect-to-data", "to data", "data:application/rss+xml,<rss/>", "redirect"),
        To("redirect-to-javascript", "to a script", "javascript:alert(1)", "redirect"),
        To("redirect-to-unc", "to a network share", "\\\\127.0.0.1@CANARY\\share", "address-refused"),
        To("redirect-to-feed-scheme", "to a feed: address", "feed://127.0.0.1:CANARY/", "redirect"),
        To("redirect-to-nothing", "to a scheme without a host", "http://", "redirect"),
        To("redirect-to-bad-port", "to a port that is none", "http://127.0.0.1:99999/", "redirect"),
        .. new (string Name, string Target)[]
        {
            ("loopback", "http://127.0.0.1:CANARY/"), ("loopback-short", "http://127.1:CANARY/"), ("loopback-decimal", "http://2130706433:CANARY/"),
            ("loopback-hex", "http://0x7f000001:CANARY/"), ("loopback-hex-parts", "http://0x7f.0x0.0x0.0x1:CANARY/"), ("loopback-octal", "http://0177.0.0.1:CANARY/"),
            ("loopback-octal-long", "http://017700000001:CANARY/"), ("loopback-dot", "http://127.0.0.1.:CANARY/"), ("loopback-escaped", "http://%31%32%37.0.0.1:CANARY/"),
            ("loopback-wide", "http://\u00ef\u00bc\u0091\u00ef\u00bc\u0092\u00ef\u00bc\u0097.0.0.1:CANARY/"), ("loopback-other", "http://127.9.9.9:CANARY/"), ("zero", "http://0.0.0.0:CANARY/"),
            ("zero-short", "http://0:CANARY/"), ("localhost", "http://localhost:CANARY/"), ("localhost-dot", "http://localhost.:CANARY/"), ("localhost-sub", "http://a.localhost:CANARY/"),
            ("v6-loopback", "http://[::1]:CANARY/"), ("v6-zero", "http://[::]:CANARY/"), ("v6-long", "http://[0:0:0:0:0:0:0:1]:CANARY/"), ("v6-mapped", "http://[::ffff:127.0.0.1]:CANARY/"),
            ("v6-mapped-hex", "http://[::ffff:7f00:1]:CANARY/"), ("v6-compatible", "http://[::127.0.0.1]:CANARY/"), ("v6-translated", "http://[::ffff:0:127.0.0.1]:CANARY/"),
            ("v6-nat64", "http://[64:ff9b::127.0.0.1]:CANARY/"), ("v6-6to4", "http://[2002:7f00:1::]:CANARY/"), ("v6-teredo", "http://[2001:0:1:2:3:4:80ff:fffe]:CANARY/"),
            ("v6-link-local", "http://[fe80::1]:CANARY/"), ("v6-unique-local", "http://[fd00::1]:CANARY/"), ("private-10", "http://10.0.0.1:CANARY/"), ("private-172", "http://172.16.0.1:CANARY/"),
            ("private-192", "http://192.168.0.1:CANARY/"), ("shared", "http://100.64.0.1:CANARY/"), ("multicast", "http://224.0.0.1:CANARY/"), ("broadcast", "http://255.255.255.255:CANARY/"),
            ("metadata", "http://169.254.169.254/latest/meta-data/"), ("metadata-v6", "http://[fd00:ec2::254]/latest/meta-data/"), ("metadata-alibaba", "http://100.100.100.200/"),
            ("metadata-name", "http://metadata.google.internal/computeMetadata/v1/"), ("confusing-user", "http://honest.example@127.0.0.1:CANARY/"),
        }.Select(row => To($"redirect-to-{row.Name}", $"to {row.Target}", row.Target, "address-refused")),
        new("redirect-permanent-private", "301 to a private network", "address-refused", c => Location(c, "http://192.168.1.1/", 301)),
        new("redirect-late-private", "three good hops, then this machine", "address-refused", c => Location(c, c.Number < 4 ? $"/redirect-late-private?{c.Number}" : c.Server.Filled("http://127.0.0.1:CANARY/"), 302)),
    ];

    private static HostileBehaviour To(string name, string does, string target, string outcome, int status = 302) =>
        new(name, $"{status} {does}", outcome, c => Location(c, c.Server.Filled(target), status));

    private static Task Location(HostileConnection c, string target, int status) =>
        c.SendAsync($"HTTP/1.1 {status} Elsewhere\r\nLocation: {target}\r\nContent-Length: 0\r\n\r\n");
}
