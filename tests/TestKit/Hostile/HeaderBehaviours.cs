using static Aggregator.TestKit.Hostile.HostileBehaviour;

namespace Aggregator.TestKit.Hostile;

/// <summary>Headers that are too many, too long, or not what headers are.</summary>
internal static class HeaderBehaviours
{
    public static IEnumerable<HostileBehaviour> All =>
    [
        new("header-flood", "20,000 headers", "too-large", c => c.FeedAsync(string.Concat(Enumerable.Range(0, 20_000).Select(i => $"X-{i}: {i}\r\n")))) { Says = "headers" },
        new("header-long", "a header of 200 KB", "too-large", c => c.FeedAsync($"X: {new string('x', 200_000)}\r\n")) { Says = "headers" },
        new("header-40k", "a header of 40 KB", Feed, c => c.FeedAsync($"X: {new string('x', 40_000)}\r\n")),
        new("header-long-name", "a header whose name has 200 KB", "too-large", c => c.FeedAsync($"{new string('x', 200_000)}: x\r\n")),
        new("header-empty-name", "a header without a name", "broken-transfer", c => c.FeedAsync(": x\r\n")),
        new("header-no-colon", "a header without a colon", "broken-transfer", c => c.FeedAsync("X\r\n")),
        new("header-space-name", "a blank inside a header's name", "broken-transfer", c => c.FeedAsync("X Y: z\r\n")),
        new("header-space-colon", "a blank before the colon", Feed, c => c.FeedAsync("X : y\r\n")),
        new("header-folded", "a folded header", Feed, c => c.FeedAsync("X: a\r\n b\r\n")),
        new("header-nul", "a zero byte inside a header", Feed, c => c.FeedAsync("X: a\0b\r\n")),
        new("header-bare-cr", "a carriage return inside a header", Feed, c => c.FeedAsync("X: a\rb\r\n")),
        new("header-control", "escape sequences inside headers", Feed, c => c.FeedAsync("X: \x1b[31mred\x1b[0m\r\n")),
        new("header-latin", "headers outside ASCII", Feed, c => c.FeedAsync("X: caf\u00e9 \u00ff\r\n")),
        new("header-no-space", "no blank after the colon", Kept, c => c.FeedAsync("ETag:\"1\"\r\n")),
        new("header-lower", "names in small letters", Kept, c => c.FeedAsync("etag: \"1\"\r\nlast-modified: then\r\n")),
        new("header-type-twice", "two content types", Feed, c => c.FeedAsync("Content-Type: text/plain\r\n")),
        new("header-type-garbage", "a content type of junk", Feed, c => c.SendAsync($"HTTP/1.1 200 OK\r\nContent-Type: ;;;=,\"\r\nContent-Length: {HostileServer.Feed.Length}\r\n\r\n{HostileServer.Feed}")),
        new("header-type-image", "the content type of an image over a feed", Feed, c => c.SendAsync($"HTTP/1.1 200 OK\r\nContent-Type: image/png\r\nContent-Length: {HostileServer.Feed.Length}\r\n\r\n{HostileServer.Feed}")),
        new("header-none", "no header at all", Feed, c => c.SendAsync($"HTTP/1.1 200 OK\r\n\r\n{HostileServer.Feed}")),
        new("header-cookies", "1,000 cookies; none is sent back", Feed, c => c.Head.Contains("\r\nCookie:", StringComparison.OrdinalIgnoreCase)
            ? c.SendAsync("HTTP/1.1 500 Cookie\r\nContent-Length: 0\r\n\r\n") : c.FeedAsync(string.Concat(Enumerable.Range(0, 1000).Select(i => $"Set-Cookie: c{i}={i}; Path=/\r\n")))) { Second = Feed },
        new("header-refresh", "a Refresh to the canary, which is no redirect", Feed, c => c.FeedAsync(c.Server.Filled("Refresh: 0; url=http://127.0.0.1:CANARY/\r\n"))),
        new("header-link", "links to preload and to a hub at the canary, which are not followed", Feed, c => c.FeedAsync(c.Server.Filled("Link: <http://127.0.0.1:CANARY/>; rel=preload, <http://127.0.0.1:CANARY/hub>; rel=hub\r\n"))),
        new("header-alt-svc", "another service at the canary, which is not used", Feed, c => c.FeedAsync(c.Server.Filled("Alt-Svc: h2=\"127.0.0.1:CANARY\"; ma=86400, h3=\":CANARY\"\r\n"))) { Second = Feed },
        new("header-location-200", "a Location on a 200, which is not followed", Feed, c => c.FeedAsync(c.Server.Filled("Location: http://127.0.0.1:CANARY/\r\n"))),
        new("header-content-location", "a Content-Location elsewhere, which is not asked", Feed, c => c.FeedAsync(c.Server.Filled("Content-Location: http://127.0.0.1:CANARY/\r\n"))),
        new("header-hsts", "HSTS and other advice for browsers", Feed, c => c.FeedAsync("Strict-Transport-Security: max-age=31536000\r\nClear-Site-Data: \"*\"\r\n")) { Second = Feed },
        new("header-te-unknown", "an unknown transfer coding over a plain feed", Feed, c => c.SendAsync($"HTTP/1.1 200 OK\r\nTransfer-Encoding: weird\r\n\r\n{HostileServer.Feed}")),
        new("header-te-twice", "chunked twice in name, once in deed", Feed, c => c.SendAsync($"HTTP/1.1 200 OK\r\nTransfer-Encoding: chunked, chunked\r\n\r\n{HostileServer.Feed.Length:x}\r\n{HostileServer.Feed}\r\n0\r\n\r\n")),
        new("header-upgrade", "an upgrade that nobody wants", Feed, c => c.FeedAsync("Upgrade: h2c\r\nConnection: Upgrade\r\n")),
        new("header-keep-alive", "a promise to keep the connection, which is broken", Feed, c => c.FeedAsync("Connection: keep-alive\r\nKeep-Alive: timeout=999999\r\n")) { Second = Feed },
        new("header-date-future", "a Date far ahead", Feed, c => c.FeedAsync("Date: Fri, 31 Dec 2100 23:59:59 GMT\r\nAge: 99999999999\r\n")),
    ];
}
