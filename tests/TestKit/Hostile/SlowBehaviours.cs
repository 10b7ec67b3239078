using static Aggregator.TestKit.Hostile.HostileBehaviour;

namespace Aggregator.TestKit.Hostile;

/// <summary>Servers that take their time. The test's budgets are short, so that each runs into its own.</summary>
internal static class SlowBehaviours
{
    private static readonly TimeSpan Often = TimeSpan.FromMilliseconds(50);

    public static IEnumerable<HostileBehaviour> All =>
    [
        new("slow-silent", "takes the request and says nothing", "timeout", c => c.HangAsync()) { Says = "HeadersTimeout" },
        new("slow-status-line", "half a status line, then nothing", "timeout", async c =>
        {
            await c.SendAsync("HTTP/1.1 2").ConfigureAwait(false);
            await c.HangAsync().ConfigureAwait(false);
        }) { Says = "HeadersTimeout" },
        new("slow-headers-drip", "headers, one byte at a time, for ever", "timeout", async c =>
        {
            await c.SendAsync("HTTP/1.1 200 OK\r\nX: ").ConfigureAwait(false);
            await c.PourAsync("x", Often).ConfigureAwait(false);
        }) { Says = "HeadersTimeout" },
        new("slow-header-lines", "one more header line, for ever", "timeout", async c =>
        {
            await c.SendAsync("HTTP/1.1 200 OK\r\n").ConfigureAwait(false);
            await c.PourAsync("X-Y: z\r\n", Often).ConfigureAwait(false);
        }) { Says = "HeadersTimeout" },
        new("slow-interim", "one more interim answer, for ever", "timeout", c => c.PourAsync("HTTP/1.1 102 Processing\r\n\r\n", Often)) { Says = "HeadersTimeout" },
        new("slow-no-body", "headers, then nothing", "timeout", async c =>
        {
            await c.SendAsync("HTTP/1.1 200 OK\r\nContent-Length: 1000\r\n\r\n").ConfigureAwait(false);
            await c.HangAsync().ConfigureAwait(false);
        }) { Says = "IdleTimeout" },
        new("slow-half-body", "half a feed, then nothing", "timeout", async c =>
        {
            await c.SendAsync($"HTTP/1.1 200 OK\r\nContent-Length: {HostileServer.Feed.Length}\r\n\r\n{HostileServer.Feed[..300]}").ConfigureAwait(false);
            await c.HangAsync().ConfigureAwait(false);
        }) { Says = "IdleTimeout" },
        new("slow-drip", "a feed, a byte at a time, for ever", "timeout", async c =>
        {
            await c.SendAsync("HTTP/1.1 200 OK\r\n\r\n<rss>").ConfigureAwait(false);
            await c.PourAsync(" ", Often).ConfigureAwait(false);
        }) { Says = "TotalTimeout" },
        new("slow-chunk-size", "the size of a chunk that never ends", "timeout", async c =>
        {
            await c.SendAsync("HTTP/1.1 200 OK\r\nTransfer-Encoding: chunked\r\n\r\n5").ConfigureAwait(false);
            await c.HangAsync().ConfigureAwait(false);
        }) { Says = "IdleTimeout" },
        new("slow-trailers", "a whole body in chunks whose trailers never end", "timeout", async c =>
        {
            await c.SendAsync($"HTTP/1.1 200 OK\r\nTransfer-Encoding: chunked\r\n\r\n{HostileServer.Feed.Length:x}\r\n{HostileServer.Feed}\r\n0\r\n").ConfigureAwait(false);
            await c.PourAsync("X: y\r\n", Often).ConfigureAwait(false);
        }),
        new("slow-open-end", "a whole feed without a length, and the connection stays open", "timeout", async c =>
        {
            await c.SendAsync($"HTTP/1.1 200 OK\r\n\r\n{HostileServer.Feed}").ConfigureAwait(false);
            await c.HangAsync().ConfigureAwait(false);
        }) { Says = "IdleTimeout" },
        new("slow-redirects", "redirects that each take their time", "timeout", async c =>
        {
            await Task.Delay(TimeSpan.FromSeconds(1.5), c.Stop).ConfigureAwait(false);
            await c.SendAsync($"HTTP/1.1 302 Found\r\nLocation: /slow-redirects?{c.Number}\r\nContent-Length: 0\r\n\r\n").ConfigureAwait(false);
        }) { Says = "TotalTimeout" },
        new("slow-error-page", "a 403 whose page never comes", "http-status", async c =>
        {
            await c.SendAsync("HTTP/1.1 403 No\r\nContent-Type: text/html\r\nContent-Length: 1000\r\n\r\n").ConfigureAwait(false);
            await c.HangAsync().ConfigureAwait(false);
        }) { Says = "403" },
        new("slow-but-whole", "a feed in ten parts with pauses, within the budget", Feed, async c =>
        {
            await c.SendAsync($"HTTP/1.1 200 OK\r\nContent-Length: {HostileServer.Feed.Length}\r\n\r\n").ConfigureAwait(false);
            foreach (var part in HostileServer.Feed.Chunk((HostileServer.Feed.Length / 10) + 1))
            {
                await Task.Delay(Often, c.Stop).ConfigureAwait(false);
                await c.SendAsync(new string(part)).ConfigureAwait(false);
            }
        }),
    ];
}
