using static Aggregator.TestKit.Hostile.HostileBehaviour;

namespace Aggregator.TestKit.Hostile;

/// <summary>Statuses of every kind, with and without what belongs to them.</summary>
internal static class StatusBehaviours
{
    private const string Page = "<html><title>Hello</title><body>no feed here</body></html>";

    public static IEnumerable<HostileBehaviour> All =>
    [
        new("honest", "sends a feed as it should", Kept, c => c.FeedAsync("ETag: \"1\"\r\n")) { Second = Kept },
        new("status-100", "100 Continue before the answer", Feed, c => Interim(c, "100 Continue", 1)),
        new("status-102", "102 Processing before the answer", Feed, c => Interim(c, "102 Processing", 3)),
        new("status-103", "103 Early Hints with links before the answer", Feed, c => Interim(c, "103 Early Hints\r\nLink: </x.css>; rel=preload", 1)),
        new("informational-flood", "2,000 interim answers before the answer", Feed, c => Interim(c, "102 Processing", 2000)),
        new("status-101", "101 Switching Protocols that nobody asked for", "http-status", c => c.SendAsync("HTTP/1.1 101 Switching Protocols\r\nUpgrade: x\r\nConnection: Upgrade\r\n\r\n")),
        new("status-200-empty", "200 without a byte of body", Feed, c => c.OkAsync("")) { Body = "" },
        new("status-200-page", "200 with a web page", Feed, c => c.OkAsync(Page)) { Body = Page },
        new("status-201-feed", "201 with a feed", Feed, c => Answer(c, 201, HostileServer.Feed)),
        new("status-202-empty", "202 without a body", "http-status", c => Answer(c, 202, "")) { Says = "empty body" },
        new("status-202-page", "202 with a page", "http-status", c => Answer(c, 202, Page)) { Says = "no feed" },
        new("status-202-feed", "202 with a feed and an ETag that must not be kept", Feed, c => Answer(c, 202, HostileServer.Feed, "ETag: \"1\"\r\n")),
        new("status-203-feed", "203, changed by a proxy, with a feed", Feed, c => Answer(c, 203, HostileServer.Feed, "ETag: \"1\"\r\n")),
        new("status-204", "204: nothing to say", "http-status", c => c.SendAsync("HTTP/1.1 204 No Content\r\n\r\n")),
        new("status-205", "205: reset", "http-status", c => Answer(c, 205, "")),
        new("status-206-unasked", "206 though no range was asked for", Feed, c => Answer(c, 206, HostileServer.Feed, "Content-Range: bytes 0-9/100\r\nETag: \"1\"\r\n")),
        new("status-207", "207 of WebDAV", "http-status", c => Answer(c, 207, "<multistatus/>")),
        new("status-226-feed", "226 with a window of the feed that nobody asked for", Feed, c => Answer(c, 226, HostileServer.Feed, "IM: feed\r\nETag: \"2\"\r\n")),
        new("status-299-page", "an unknown success with a page", "http-status", c => Answer(c, 299, Page)),
        new("304-first", "304 though nothing was asked conditionally", "http-status", c => c.SendAsync("HTTP/1.1 304 Not Modified\r\nETag: \"1\"\r\n\r\n")) { Says = "304" },
        new("status-305", "305 Use Proxy with the canary as proxy", "redirect", c => Answer(c, 305, "", c.Server.Filled("Location: http://127.0.0.1:CANARY/\r\n"))),
        new("status-306", "306, which is not in use", "redirect", c => Answer(c, 306, "")),
        .. new (int Status, string Kind, string Says)[]
        {
            (400, "http-status", "400"), (401, "needs-login", "auth"), (402, "http-status", "402"), (403, "http-status", "403"), (404, "http-status", "nothing at this address"),
            (405, "http-status", "405"), (406, "http-status", "406"), (407, "needs-login", "407"), (408, "http-status", "408"), (409, "http-status", "409"), (410, "gone", "for good"),
            (411, "http-status", "411"), (412, "http-status", "412"), (413, "http-status", "413"), (414, "http-status", "414"), (415, "http-status", "415"), (416, "http-status", "416"),
            (417, "http-status", "417"), (418, "http-status", "418"), (421, "http-status", "421"), (422, "http-status", "422"), (423, "http-status", "423"), (424, "http-status", "424"),
            (425, "http-status", "425"), (426, "http-status", "426"), (428, "http-status", "428"), (429, "throttled", "fewer requests"), (431, "http-status", "431"), (451, "http-status", "451"),
            (500, "http-status", "trouble of its own"), (501, "http-status", "501"), (502, "http-status", "502"), (503, "http-status", "503"), (504, "http-status", "504"),
            (505, "http-status", "505"), (507, "http-status", "507"), (508, "http-status", "508"), (511, "needs-login", "network"), (520, "http-status", "520"), (530, "http-status", "530"),
            (599, "http-status", "599"), (600, "http-status", "600"), (999, "http-status", "999"),
        }.Select(row => new HostileBehaviour($"status-{row.Status}", $"{row.Status} with a page", row.Kind, c => Answer(c, row.Status, Page)) { Says = row.Says }),
        new("status-404-feed", "404 with a feed as its body, which is not read", "http-status", c => Answer(c, 404, HostileServer.Feed)),
        new("status-500-feed", "500 with a feed as its body, which is not read", "http-status", c => Answer(c, 500, HostileServer.Feed)),
        new("status-410-location", "410 with a Location, which is not followed", "gone", c => Answer(c, 410, "", "Location: /honest\r\n")) { Requests = 1 },
        new("status-401-basic", "401 with a challenge, which gets no answer", "needs-login", c => Answer(c, 401, "", "WWW-Authenticate: Basic realm=\"x\"\r\n")) { Requests = 1 },
        new("status-401-negotiate", "401 that wants the machine's own login", "needs-login", c => Answer(c, 401, "", "WWW-Authenticate: Negotiate\r\nWWW-Authenticate: NTLM\r\n")) { Requests = 1 },
        new("status-429-seconds", "429 with Retry-After in seconds", "throttled", c => Answer(c, 429, "", "Retry-After: 120\r\n")) { Says = "not before" },
        new("status-429-date", "429 with Retry-After as a date", "throttled", c => Answer(c, 429, "", "Retry-After: Fri, 31 Dec 2100 23:59:59 GMT\r\n")) { Says = "not before" },
        new("status-429-huge", "429 with a Retry-After beyond all numbers", "throttled", c => Answer(c, 429, "", $"Retry-After: {new string('9', 400)}\r\n")) { Says = "not before" },
        new("status-429-garbage", "429 with a Retry-After that says nothing", "throttled", c => Answer(c, 429, "", "Retry-After: soon\r\n")),
        new("status-429-negative", "429 with a negative Retry-After", "throttled", c => Answer(c, 429, "", "Retry-After: -120\r\n")),
        new("status-503-seconds", "503 with Retry-After", "throttled", c => Answer(c, 503, "", "Retry-After: 3600\r\n")) { Says = "not before" },
        new("status-503-past", "503 with a Retry-After that has passed", "http-status", c => Answer(c, 503, "", "Retry-After: Fri, 31 Dec 1999 23:59:59 GMT\r\n")),
        new("status-500-retry", "500 with Retry-After", "http-status", c => Answer(c, 500, "", "Retry-After: 60\r\n")) { Says = "not before" },
        new("wall-cloudflare", "403 with Cloudflare's challenge", "blocked", c => Answer(c, 403, "<html><title>Just a moment...</title>", "cf-mitigated: challenge\r\nContent-Type: text/html\r\n")) { Says = "Cloudflare" },
        new("wall-503", "503 with a challenge page", "blocked", c => Answer(c, 503, "<html><script src=/cdn-cgi/challenge-platform/x></script>", "Content-Type: text/html\r\n")) { Says = "robots" },
        new("wall-200", "200 with a challenge page", "blocked", c => c.OkAsync("<!doctype html><html><script id=\"anubis_challenge\"></script>")) { Says = "Anubis" },
        new("wall-endless-page", "403 with a page without end", "http-status", async c =>
        {
            await c.SendAsync("HTTP/1.1 403 Forbidden\r\nContent-Type: text/html\r\n\r\n").ConfigureAwait(false);
            await c.PourAsync(new string('x', 65536)).ConfigureAwait(false);
        }),
        new("login-page", "200 with a page that wants a password", "needs-login", c => c.OkAsync("<html><form action=/login><input type=\"password\"></form></html>")) { Says = "login page" },
        new("status-000", "a status of zeros", "http-status", c => c.SendAsync("HTTP/1.1 000 Nothing\r\nContent-Length: 0\r\n\r\n")),
        new("status-99", "a status of two digits", "broken-transfer", c => c.SendAsync("HTTP/1.1 99 Odd\r\nContent-Length: 0\r\n\r\n")),
        new("status-2000", "a status of four digits", "broken-transfer", c => c.SendAsync("HTTP/1.1 2000 Odd\r\nContent-Length: 0\r\n\r\n")),
        new("status-word", "a status in letters", "broken-transfer", c => c.SendAsync("HTTP/1.1 OK fine\r\nContent-Length: 0\r\n\r\n")),
        new("status-negative", "a negative status", "broken-transfer", c => c.SendAsync("HTTP/1.1 -20 Odd\r\nContent-Length: 0\r\n\r\n")),
        new("reason-injection", "a reason phrase with an escape sequence and a forged log line", "http-status", c => c.SendAsync("HTTP/1.1 404 \x1b[31mred\x1b[0m 2026-01-01 ERROR forged\r\nContent-Length: 0\r\n\r\n")) { Says = "404" },
        new("reason-missing", "no reason phrase at all", Feed, c => c.SendAsync($"HTTP/1.1 200\r\nContent-Length: {HostileServer.Feed.Length}\r\n\r\n{HostileServer.Feed}")),
        new("reason-latin", "a reason phrase outside ASCII", Feed, c => c.SendAsync($"HTTP/1.1 200 \u00e9t\u00e9\r\nContent-Length: {HostileServer.Feed.Length}\r\n\r\n{HostileServer.Feed}")),
    ];

    private static Task Answer(HostileConnection c, int status, string body, string headers = "") =>
        c.SendAsync($"HTTP/1.1 {status} Status\r\n{headers}Content-Length: {body.Length}\r\n\r\n{body}");

    private static async Task Interim(HostileConnection c, string status, int times)
    {
        for (var i = 0; i < times; i++) await c.SendAsync($"HTTP/1.1 {status}\r\n\r\n").ConfigureAwait(false);
        await c.FeedAsync().ConfigureAwait(false);
    }
}
