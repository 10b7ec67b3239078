using static Aggregator.TestKit.Hostile.HostileBehaviour;

namespace Aggregator.TestKit.Hostile;

/// <summary>Validators of every shape. The server answers 304 only when they come back exactly as it gave them.</summary>
internal static class ValidatorBehaviours
{
    private const string Other = "<rss version=\"2.0\"><channel><title>Other</title></channel></rss>";

    public static IEnumerable<HostileBehaviour> All =>
    [
        Tag("etag-strong", "a strong ETag", "\"abc\""),
        Tag("etag-weak", "a weak ETag", "W/\"abc\""),
        Tag("etag-weak-small", "a weak ETag with a small w", "w/\"abc\""),
        Tag("etag-unquoted", "an ETag without quotation marks", "abc-123"),
        Tag("etag-half-quoted", "an ETag with one quotation mark", "\"abc"),
        Tag("etag-inner-quotes", "quotation marks inside an ETag", "\"a\"b\"c\""),
        Tag("etag-latin", "an ETag in Latin-1", "\"caf\u00e9\""),
        Tag("etag-utf8", "an ETag in UTF-8", "\"\u00e2\u009c\u0093\""),
        Tag("etag-spaces", "blanks inside an ETag", "\"a  b\""),
        Tag("etag-comma", "a comma inside an ETag", "\"a\", \"b\""),
        Tag("etag-star", "an ETag that is the word for any", "*"),
        Tag("etag-gzip", "the suffix that a packing proxy adds", "\"abc-gzip\""),
        Tag("etag-escapes", "backslashes inside an ETag", "\"a\\\\\"b\\\""),
        Tag("etag-1000", "an ETag of 1,000 bytes", $"\"{new string('e', 998)}\""),
        new("etag-2000", "an ETag of 2,000 bytes, which is not kept", Feed, c => c.FeedAsync($"ETag: \"{new string('e', 2000)}\"\r\n")) { Second = Feed },
        new("etag-60k", "an ETag of 60 KB, which is not kept", Feed, c => c.FeedAsync($"ETag: \"{new string('e', 60_000)}\"\r\n")) { Second = Feed },
        new("etag-empty", "an empty ETag", Feed, c => c.FeedAsync("ETag: \r\n")) { Second = Feed },
        new("etag-two", "two ETags; the first counts", Kept, c => c.Sent("If-None-Match", "\"1\"") ? c.SendAsync("HTTP/1.1 304 Not Modified\r\n\r\n") : c.FeedAsync("ETag: \"1\"\r\nETag: \"2\"\r\n")) { Second = NotModified },
        new("etag-changes", "another ETag for the same bytes each time", Kept, c => c.FeedAsync($"ETag: \"{c.Number}\"\r\n")) { Second = Kept },
        new("etag-same-other-body", "the ETag that came back with another body, which is read", Kept, c => c.OkAsync(c.Number == 1 ? HostileServer.Feed : Other, "ETag: \"1\"\r\n")) { Second = Kept, Body = "" },
        new("etag-304-new", "304 with another ETag", Kept, c => c.IsConditional ? c.SendAsync("HTTP/1.1 304 Not Modified\r\nETag: \"2\"\r\n\r\n") : c.FeedAsync("ETag: \"1\"\r\n")) { Second = NotModified },
        new("304-with-body", "304 with a stated length and a body", Kept, c => c.IsConditional ? c.SendAsync($"HTTP/1.1 304 Not Modified\r\nContent-Length: {Other.Length}\r\n\r\n{Other}") : c.FeedAsync("ETag: \"1\"\r\n")) { Second = NotModified },
        new("304-chunked", "304 in chunks", Kept, c => c.IsConditional ? c.SendAsync("HTTP/1.1 304 Not Modified\r\nTransfer-Encoding: chunked\r\n\r\n5\r\nhello\r\n0\r\n\r\n") : c.FeedAsync("ETag: \"1\"\r\n")) { Second = NotModified },
        new("412-condition", "412 to a condition, a feed without one", Kept, c => c.IsConditional ? c.SendAsync("HTTP/1.1 412 Precondition Failed\r\nContent-Length: 0\r\n\r\n") : c.FeedAsync("ETag: \"1\"\r\n")) { Second = Kept, Requests = 3 },
        new("226-condition", "226 to a condition, with a tag of its own", Kept, c => c.IsConditional ? c.OkAsync(HostileServer.Feed, "IM: feed\r\nETag: \"2\"\r\n", 226) : c.FeedAsync("ETag: \"1\"\r\n")) { Second = Kept },
        new("226-condition-unmarked", "226 to a condition without the mark of the convention", Kept, c => c.IsConditional ? c.OkAsync(HostileServer.Feed, "ETag: \"2\"\r\n", 226) : c.FeedAsync("ETag: \"1\"\r\n")) { Second = Feed },
        new("500-condition", "500 to a condition", Kept, c => c.IsConditional ? c.SendAsync("HTTP/1.1 500 Oops\r\nContent-Length: 0\r\n\r\n") : c.FeedAsync("ETag: \"1\"\r\n")) { Second = "http-status" },
        Date("lm-good", "Last-Modified as it should be", "Wed, 21 Oct 2015 07:28:00 GMT"),
        Date("lm-zone", "Last-Modified with a zone", "Wed, 21 Oct 2015 07:28:00 +0200"),
        Date("lm-iso", "Last-Modified in ISO 8601", "2015-10-21T07:28:00Z"),
        Date("lm-garbage", "Last-Modified in words", "yesterday at noon"),
        Date("lm-epoch", "Last-Modified of 1970", "Thu, 01 Jan 1970 00:00:00 GMT"),
        Date("lm-future", "Last-Modified of 2100", "Fri, 01 Jan 2100 00:00:00 GMT"),
        Date("lm-zero", "Last-Modified of the year 0", "Sat, 00 Jan 0000 00:00:00 GMT"),
        Date("lm-lower", "Last-Modified in small letters", "wed, 21 oct 2015 07:28:00 gmt"),
        new("validators-both", "both validators, both wanted back", Kept, c =>
            c.Sent("If-None-Match", "\"1\"") && c.Sent("If-Modified-Since", "then") ? c.SendAsync("HTTP/1.1 304 Not Modified\r\n\r\n") : c.FeedAsync("ETag: \"1\"\r\nLast-Modified: then\r\n")) { Second = NotModified },
        new("validators-redirected", "validators at the end of a redirect, which must not go to its beginning", Kept, c =>
            c.IsConditional ? c.SendAsync("HTTP/1.1 304 Not Modified\r\n\r\n") : c.SendAsync("HTTP/1.1 302 Found\r\nLocation: /etag-strong\r\nContent-Length: 0\r\n\r\n")) { Second = NotModified, Requests = 2 },
    ];

    private static HostileBehaviour Tag(string name, string does, string tag) => new(name, does, Kept, c =>
        c.Sent("If-None-Match", tag) ? c.SendAsync($"HTTP/1.1 304 Not Modified\r\nETag: {tag}\r\n\r\n") : c.FeedAsync($"ETag: {tag}\r\n"))
    { Second = NotModified };

    private static HostileBehaviour Date(string name, string does, string date) => new(name, does, Kept, c =>
        c.Sent("If-Modified-Since", date) ? c.SendAsync("HTTP/1.1 304 Not Modified\r\n\r\n") : c.FeedAsync($"Last-Modified: {date}\r\n"))
    { Second = NotModified };
}
