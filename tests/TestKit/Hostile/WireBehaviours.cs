using static Aggregator.TestKit.Hostile.HostileBehaviour;

namespace Aggregator.TestKit.Hostile;

/// <summary>Transfers that break off, lie about their length, or are no HTTP. POISON must never be part of a body.</summary>
internal static class WireBehaviours
{
    private const string Poison = "<item><title>POISON</title></item>";
    private static string F => HostileServer.Feed;

    public static IEnumerable<HostileBehaviour> All =>
    [
        new("closed-at-once", "closes without a word, each time; it is asked twice", "broken-transfer", _ => Task.CompletedTask) { Requests = 2 },
        new("closed-once", "closes without a word the first time", Feed, c => c.Number == 1 ? Task.CompletedTask : c.FeedAsync()) { Requests = 2 },
        new("reset-at-once", "resets the connection, each time", "broken-transfer", c => Do(c.Reset)) { Requests = 2 },
        new("reset-once", "resets the connection the first time", Feed, c => c.Number == 1 ? Do(c.Reset) : c.FeedAsync()) { Requests = 2 },
        new("reset-in-headers", "resets inside the headers", "broken-transfer", async c =>
        {
            await c.SendAsync("HTTP/1.1 200 OK\r\nConte").ConfigureAwait(false);
            c.Reset();
        }),
        new("closed-in-headers", "closes inside the headers", "broken-transfer", c => c.SendAsync("HTTP/1.1 200 OK\r\nContent-Le")),
        new("closed-in-status", "closes inside the status line", "broken-transfer", c => c.SendAsync("HTTP/1.1 2")),
        new("cl-long", "a length over the body's, a whole feed, then the end", Damaged, c => c.SendAsync($"HTTP/1.1 200 OK\r\nETag: \"1\"\r\nContent-Length: {F.Length + 1000}\r\n\r\n{F}")),
        new("cl-long-half", "half of a feed, then the end", Damaged, c => c.SendAsync($"HTTP/1.1 200 OK\r\nETag: \"1\"\r\nContent-Length: {F.Length}\r\n\r\n{F[..(F.Length / 2)]}")),
        new("cl-long-nothing", "a length, then the end", "broken-transfer", c => c.SendAsync("HTTP/1.1 200 OK\r\nContent-Length: 1000\r\n\r\n")),
        new("cl-long-page", "half of a page, then the end", "broken-transfer", c => c.SendAsync("HTTP/1.1 200 OK\r\nContent-Length: 1000\r\n\r\n<html><body>")),
        new("cl-short", "a length below the body's; what is beyond is not read", Feed, c => c.SendAsync($"HTTP/1.1 200 OK\r\nContent-Length: {F.Length}\r\n\r\n{F}{Poison}")),
        new("cl-short-answer", "a second answer behind the first, which nobody asked for", Feed, c => c.SendAsync($"HTTP/1.1 200 OK\r\nContent-Length: {F.Length}\r\n\r\n{F}HTTP/1.1 200 OK\r\nContent-Length: {Poison.Length}\r\n\r\n{Poison}")) { Second = Feed },
        new("cl-zero-body", "a length of zero with a body", Feed, c => c.SendAsync($"HTTP/1.1 200 OK\r\nContent-Length: 0\r\n\r\n{Poison}")) { Body = "" },
        new("cl-negative", "a negative length", "broken-transfer", c => c.SendAsync($"HTTP/1.1 200 OK\r\nContent-Length: -5\r\n\r\n{Poison}")),
        new("cl-word", "a length in words", "broken-transfer", c => c.SendAsync($"HTTP/1.1 200 OK\r\nContent-Length: many\r\n\r\n{Poison}")),
        new("cl-plus", "a length with a plus sign", "broken-transfer", c => c.SendAsync($"HTTP/1.1 200 OK\r\nContent-Length: +{F.Length}\r\n\r\n{F}")),
        new("cl-hex", "a length in hex", "broken-transfer", c => c.SendAsync($"HTTP/1.1 200 OK\r\nContent-Length: 0x10\r\n\r\n{F}")),
        new("cl-twice-same", "the same length twice", Feed, c => c.SendAsync($"HTTP/1.1 200 OK\r\nContent-Length: {F.Length}\r\nContent-Length: {F.Length}\r\n\r\n{F}")),
        new("cl-twice-other", "two lengths that contradict each other", "broken-transfer", c => c.SendAsync($"HTTP/1.1 200 OK\r\nContent-Length: {F.Length}\r\nContent-Length: 10\r\n\r\n{F}")),
        new("cl-and-chunked", "a length and chunks; the chunks count", Feed, c => c.SendAsync($"HTTP/1.1 200 OK\r\nContent-Length: 10\r\nTransfer-Encoding: chunked\r\n\r\n{F.Length:x}\r\n{F}\r\n0\r\n\r\n")),
        new("chunk-truncated", "a chunk that breaks off", Damaged, c => c.SendAsync($"HTTP/1.1 200 OK\r\nETag: \"1\"\r\nTransfer-Encoding: chunked\r\n\r\n{F.Length:x}\r\n{F[..400]}")),
        new("chunk-no-end", "all chunks but the last, empty one", Damaged, c => c.SendAsync($"HTTP/1.1 200 OK\r\nETag: \"1\"\r\nTransfer-Encoding: chunked\r\n\r\n{F.Length:x}\r\n{F}\r\n")),
        new("chunk-bad-size", "a chunk size that is no number", "broken-transfer", c => c.SendAsync($"HTTP/1.1 200 OK\r\nTransfer-Encoding: chunked\r\n\r\n{F.Length:x}\r\n{F}\r\nzz\r\n{Poison}\r\n0\r\n\r\n")),
        new("chunk-bad-first", "a first chunk size that is no number", "broken-transfer", c => c.SendAsync($"HTTP/1.1 200 OK\r\nTransfer-Encoding: chunked\r\n\r\nzz\r\n{Poison}\r\n0\r\n\r\n")),
        new("chunk-huge-size", "a chunk size beyond all numbers", "broken-transfer", c => c.SendAsync($"HTTP/1.1 200 OK\r\nTransfer-Encoding: chunked\r\n\r\nfffffffffffffffffff\r\n{Poison}")),
        new("chunk-negative", "a negative chunk size", "broken-transfer", c => c.SendAsync($"HTTP/1.1 200 OK\r\nTransfer-Encoding: chunked\r\n\r\n-5\r\n{Poison}\r\n0\r\n\r\n")),
        new("chunk-wrong-size", "a chunk longer than its size", "broken-transfer", c => c.SendAsync($"HTTP/1.1 200 OK\r\nTransfer-Encoding: chunked\r\n\r\n{F.Length:x}\r\n{F}{Poison}\r\n0\r\n\r\n")),
        new("chunk-extension", "chunk extensions", Feed, c => c.SendAsync($"HTTP/1.1 200 OK\r\nTransfer-Encoding: chunked\r\n\r\n{F.Length:x};a=b;c=\"d\"\r\n{F}\r\n0;e\r\n\r\n")),
        new("chunk-extension-flood", "a chunk extension of 1 MB", "broken-transfer", c => c.SendAsync($"HTTP/1.1 200 OK\r\nTransfer-Encoding: chunked\r\n\r\n5;{new string('x', 1 << 20)}\r\nhello\r\n0\r\n\r\n")),
        new("chunk-trailers", "trailers that name another ETag; they do not count", Feed, c => c.SendAsync($"HTTP/1.1 200 OK\r\nTransfer-Encoding: chunked\r\n\r\n{F.Length:x}\r\n{F}\r\n0\r\nETag: \"9\"\r\n\r\n")),
        new("chunk-upper", "chunked in capitals", Feed, c => c.SendAsync($"HTTP/1.1 200 OK\r\nTransfer-Encoding: CHUNKED\r\n\r\n{F.Length:X}\r\n{F}\r\n0\r\n\r\n")),
        new("chunk-http10", "chunks under HTTP/1.0", Feed, c => c.SendAsync($"HTTP/1.0 200 OK\r\nTransfer-Encoding: chunked\r\n\r\n{F.Length:x}\r\n{F}\r\n0\r\n\r\n")),
        new("http10", "HTTP/1.0 without a length", Feed, c => c.SendAsync($"HTTP/1.0 200 OK\r\n\r\n{F}")),
        new("http09", "HTTP/0.9: only a body", "broken-transfer", c => c.SendAsync(F)),
        new("http11-close", "no length; the end of the connection ends the body", Feed, c => c.SendAsync($"HTTP/1.1 200 OK\r\nConnection: close\r\n\r\n{F}")),
        new("http11-reset-end", "no length; a reset where the end belongs", Damaged, async c =>
        {
            await c.SendAsync($"HTTP/1.1 200 OK\r\nETag: \"1\"\r\n\r\n{F}").ConfigureAwait(false);
            await Task.Delay(100, c.Stop).ConfigureAwait(false);
            c.Reset();
        }),
        new("http2-preface", "HTTP/2 that nobody agreed on", "broken-transfer", c => c.SendAsync("\0\0\u0012\u0004\0\0\0\0\0\0\u0003\0\0\0d\0\u0004\0\u0010\0\0\0\u0006\0\u0001\0\0")),
        new("http-12", "HTTP/1.2", Feed, c => c.SendAsync($"HTTP/1.2 200 OK\r\nContent-Length: {F.Length}\r\n\r\n{F}")),
        new("http-3", "HTTP/3.0 in a status line", "broken-transfer", c => c.SendAsync($"HTTP/3.0 200 OK\r\nContent-Length: {F.Length}\r\n\r\n{F}")),
        new("not-http-ssh", "the greeting of an SSH server", "broken-transfer", c => c.SendAsync("SSH-2.0-OpenSSH_9.0\r\n")),
        new("not-http-smtp", "the greeting of a mail server", "broken-transfer", c => c.SendAsync("220 mail.example ESMTP\r\n")),
        new("not-http-shoutcast", "the status line of a radio station", "broken-transfer", c => c.SendAsync("ICY 200 OK\r\n\r\n")),
        new("not-http-binary", "random bytes", "broken-transfer", c => c.SendAsync("\x01\x02\x03\xff\xfe\x80\x00\x00\r\n\r\n")),
        new("not-http-endless", "bytes without a line end, for ever", "too-large", c => c.PourAsync(new string('x', 65536))),
        new("leading-newlines", "empty lines before the status line", "broken-transfer", c => c.SendAsync($"\r\n\r\nHTTP/1.1 200 OK\r\nContent-Length: {F.Length}\r\n\r\n{F}")),
        new("bare-lf", "line feeds alone as line ends", Feed, c => c.SendAsync($"HTTP/1.1 200 OK\nContent-Length: {F.Length}\n\n{F}")),
        new("tls-alert", "a TLS alert on the plain port", "broken-transfer", c => c.SendAsync("\u0015\u0003\u0001\0\u0002\u0002\u0028")),
    ];

    private static Task Do(Action action)
    {
        action();
        return Task.CompletedTask;
    }
}
