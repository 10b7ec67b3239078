using System.Text;
using static Aggregator.TestKit.Hostile.HostileBehaviour;

namespace Aggregator.TestKit.Hostile;

/// <summary>Content codings: right, mislabelled, damaged, nested, and as a bomb.</summary>
internal static class PackingBehaviours
{
    private static readonly byte[] Plain = Encoding.UTF8.GetBytes(HostileServer.Feed);
    private static readonly byte[] Junk = [0x01, 0x9F, 0xFF, 0xFE, 0x33, 0x80, 0x91, 0x07, 0x00, 0x41];
    private static readonly Lazy<byte[]> GzipBomb = new(() => FeedScript.Packed("gzip", new byte[64 << 20]));
    private static readonly Lazy<byte[]> BrotliBomb = new(() => FeedScript.Packed("br", new byte[64 << 20]));
    private static readonly Lazy<byte[]> DeflateBomb = new(() => FeedScript.Packed("deflate", new byte[64 << 20]));
    private static readonly Lazy<byte[]> Long = new(() => Encoding.UTF8.GetBytes(SampleFeed.Rss("https://hostile.example", 2000)));

    public static IEnumerable<HostileBehaviour> All =>
    [
        new("gzip", "gzip as it should be", Feed, c => c.PackedAsync(FeedScript.Packed("gzip", Plain), "gzip")),
        new("gzip-upper", "gzip in capitals", Feed, c => c.PackedAsync(FeedScript.Packed("gzip", Plain), "GZIP")),
        new("gzip-x", "gzip under its old name", Feed, c => c.PackedAsync(FeedScript.Packed("gzip", Plain), "x-gzip")),
        new("brotli", "brotli as it should be", Feed, c => c.PackedAsync(FeedScript.Packed("br", Plain), "br")),
        new("deflate-zlib", "deflate as the standard means it", Feed, c => c.PackedAsync(FeedScript.Packed("deflate", Plain), "deflate")),
        new("deflate-raw", "deflate as some servers mean it", Feed, c => c.PackedAsync(FeedScript.Packed("raw-deflate", Plain), "deflate")),
        new("identity", "the coding identity", Feed, c => c.PackedAsync(Plain, "identity")),
        new("coding-empty", "an empty coding", Feed, c => c.PackedAsync(Plain, "")),
        new("coding-charset", "a character set where the coding belongs", Feed, c => c.PackedAsync(Plain, "UTF-8")),
        new("coding-unknown-plain", "an unknown coding over a plain feed", Feed, c => c.PackedAsync(Plain, "aws-chunked")),
        new("coding-unknown-junk", "an unknown coding over bytes that nothing explains", "broken-transfer", c => c.PackedAsync(Junk, "compress")) { Says = "compress" },
        new("gzip-label-plain", "the label gzip over a plain feed", Feed, c => c.PackedAsync(Plain, "gzip")),
        new("brotli-label-plain", "the label br over a plain feed", Feed, c => c.PackedAsync(Plain, "br")),
        new("deflate-label-plain", "the label deflate over a plain feed", Feed, c => c.PackedAsync(Plain, "deflate")),
        new("zstd-label-plain", "the label zstd over a plain feed", Feed, c => c.PackedAsync(Plain, "zstd")),
        new("gzip-no-label", "a gzip file without a label", Feed, c => c.PackedAsync(FeedScript.Packed("gzip", Plain), "identity")),
        new("brotli-label-gzip", "the label br over gzip", Feed, c => c.PackedAsync(FeedScript.Packed("gzip", Plain), "br")),
        new("gzip-label-zlib", "the label gzip over zlib", "broken-transfer", c => c.PackedAsync(FeedScript.Packed("deflate", Plain), "gzip")),
        new("gzip-label-junk", "the label gzip over junk", "broken-transfer", c => c.PackedAsync(Junk, "gzip")),
        new("brotli-label-junk", "the label br over junk", "broken-transfer", c => c.PackedAsync(Junk, "br")),
        new("deflate-label-junk", "the label deflate over junk", "broken-transfer", c => c.PackedAsync(Junk, "deflate")),
        new("gzip-empty", "the label gzip over nothing", Feed, c => c.PackedAsync([], "gzip")) { Body = "" },
        new("gzip-header-only", "only the beginning of a gzip file", "broken-transfer", c => c.PackedAsync(FeedScript.Packed("gzip", Plain)[..10], "gzip")),
        new("gzip-truncated", "a gzip file cut in the middle, its length stated right: the reader sees that the end is missing", Feed, c => c.PackedAsync(FeedScript.Packed("gzip", Long.Value)[..10_000], "gzip")) { Body = "<?xml" },
        new("brotli-truncated", "a brotli file cut in the middle: the reader sees that the end is missing", Feed, c => c.PackedAsync(FeedScript.Packed("br", Long.Value)[..10_000], "br")) { Body = "<?xml" },
        new("deflate-truncated", "a zlib file cut in the middle: the reader sees that the end is missing", Feed, c => c.PackedAsync(FeedScript.Packed("deflate", Long.Value)[..10_000], "deflate")) { Body = "<?xml" },
        new("gzip-bad-middle", "a gzip file with other bytes in the middle", Damaged, c => c.PackedAsync(Spoiled(FeedScript.Packed("gzip", Long.Value)), "gzip")),
        new("gzip-trailer-junk", "junk after a gzip file", Feed, c => c.PackedAsync([.. FeedScript.Packed("gzip", Plain), .. Junk], "gzip")),
        new("gzip-two-members", "a gzip file of two members", Feed, c => c.PackedAsync([.. FeedScript.Packed("gzip", Plain.AsSpan(0, 100)), .. FeedScript.Packed("gzip", Plain.AsSpan(100))], "gzip")),
        new("gzip-twice", "packed twice, labelled twice", "broken-transfer", c => c.PackedAsync(Twice(), "gzip, gzip")) { Says = "more than once" },
        new("gzip-twice-once", "packed twice, labelled once", "broken-transfer", c => c.PackedAsync(Twice(), "gzip")) { Says = "more than once" },
        new("gzip-label-twice", "packed once, labelled twice", Feed, c => c.PackedAsync(FeedScript.Packed("gzip", Plain), "gzip, gzip")),
        new("gzip-unpacked-length", "a length that counts the unpacked bytes", Feed, c => c.SendAsync($"HTTP/1.1 200 OK\r\nContent-Encoding: gzip\r\nContent-Length: {Plain.Length}\r\n\r\n{Latin(FeedScript.Packed("gzip", Plain))}")),
        new("gzip-chunked-cut", "gzip in chunks, the connection closed in the middle", Damaged, c => c.SendAsync($"HTTP/1.1 200 OK\r\nContent-Encoding: gzip\r\nTransfer-Encoding: chunked\r\n\r\nffff\r\n{Latin(FeedScript.Packed("gzip", Long.Value)[..10_000])}")),
        new("gzip-transfer", "gzip as a transfer coding, which the bytes show", Feed, c => c.SendAsync($"HTTP/1.1 200 OK\r\nTransfer-Encoding: gzip, chunked\r\n\r\n{FeedScript.Packed("gzip", Plain).Length:x}\r\n{Latin(FeedScript.Packed("gzip", Plain))}\r\n0\r\n\r\n")),
        new("bomb-gzip", "64 MB of zeros as gzip", "too-large", c => c.PackedAsync(GzipBomb.Value, "gzip")),
        new("bomb-brotli", "64 MB of zeros as brotli", "too-large", c => c.PackedAsync(BrotliBomb.Value, "br")),
        new("bomb-deflate", "64 MB of zeros as zlib", "too-large", c => c.PackedAsync(DeflateBomb.Value, "deflate")),
        new("bomb-no-label", "64 MB of zeros as a gzip file without a label", "too-large", c => c.PackedAsync(GzipBomb.Value, "identity")),
        new("bomb-error-page", "a bomb as the page of a 403", "http-status", c => c.SendAsync($"HTTP/1.1 403 No\r\nContent-Type: text/html\r\nContent-Encoding: gzip\r\nContent-Length: {GzipBomb.Value.Length}\r\n\r\n{Latin(GzipBomb.Value)}")),
    ];

    private static byte[] Twice() => FeedScript.Packed("gzip", FeedScript.Packed("gzip", Plain));

    private static byte[] Spoiled(byte[] packed)
    {
        packed.AsSpan(packed.Length / 2, 40).Fill(0xFF);
        return packed;
    }

    private static string Latin(byte[] bytes) => Encoding.Latin1.GetString(bytes);
}
