using static Aggregator.TestKit.Hostile.HostileBehaviour;

namespace Aggregator.TestKit.Hostile;

/// <summary>Bodies at, over and far over the limit (1 MiB in the test).</summary>
internal static class SizeBehaviours
{
    private const int Limit = 1 << 20;
    private static readonly string Chunk = new('<', 65536);

    public static IEnumerable<HostileBehaviour> All =>
    [
        new("size-at-limit", "a body exactly as large as the limit", Feed, c => c.OkAsync(new string('<', Limit))) { Body = "<<<" },
        new("size-over-by-one", "a body one byte over the limit", "too-large", c => c.OkAsync(new string('<', Limit + 1))) { Says = "announces" },
        new("size-stated-100m", "100 MB announced; not a byte of it is read", "too-large", async c =>
        {
            await c.SendAsync("HTTP/1.1 200 OK\r\nContent-Length: 100000000\r\n\r\n").ConfigureAwait(false);
            await c.HangAsync().ConfigureAwait(false);
        }) { Says = "100,000,000" },
        new("size-stated-huge", "more announced than a number holds", "too-large", c => c.SendAsync("HTTP/1.1 200 OK\r\nContent-Length: 99999999999999999999999\r\n\r\nx")),
        new("size-stated-long", "the largest number announced", "too-large", c => c.SendAsync("HTTP/1.1 200 OK\r\nContent-Length: 9223372036854775807\r\n\r\nx")),
        new("size-chunked", "100 MB in chunks", "too-large", async c =>
        {
            await c.SendAsync("HTTP/1.1 200 OK\r\nTransfer-Encoding: chunked\r\n\r\n").ConfigureAwait(false);
            for (var i = 0; i < 1600; i++) await c.SendAsync($"10000\r\n{Chunk}\r\n").ConfigureAwait(false);
        }) { Says = "over" },
        new("size-until-close", "a body without end and without a length", "too-large", async c =>
        {
            await c.SendAsync("HTTP/1.1 200 OK\r\n\r\n").ConfigureAwait(false);
            await c.PourAsync(Chunk).ConfigureAwait(false);
        }),
        new("size-packed-stated", "more packed bytes announced than half the limit", "too-large", c => c.SendAsync($"HTTP/1.1 200 OK\r\nContent-Encoding: gzip\r\nContent-Length: {(Limit / 2) + 1}\r\n\r\nx")) { Says = "packed" },
        new("size-one-byte-chunks", "a feed in chunks of one byte", Feed, c => c.SendAsync("HTTP/1.1 200 OK\r\nTransfer-Encoding: chunked\r\n\r\n" + string.Concat(HostileServer.Feed.Select(b => $"1\r\n{b}\r\n")) + "0\r\n\r\n")),
        new("size-one-byte-writes", "a feed in packets of one byte", Feed, async c =>
        {
            await c.SendAsync($"HTTP/1.1 200 OK\r\nContent-Length: {HostileServer.Feed.Length}\r\n\r\n").ConfigureAwait(false);
            foreach (var b in HostileServer.Feed) await c.SendAsync(b.ToString()).ConfigureAwait(false);
        }),
    ];
}
