using System.Buffers.Binary;
using System.IO.Compression;
using System.Runtime.InteropServices;

namespace Aggregator.Fetching.Bodies;

/// <summary>
/// Undoes one layer of content coding (RFC 9110, 8.4.1). What the bytes are counts for more than the label: servers label plain feeds as
/// packed, and packed files as plain.
/// </summary>
internal static class Unpacker
{
    /// <summary>Whether the label says that the bytes on the wire are packed.</summary>
    public static bool IsPacked(string? coding) => Coding(coding) is not ("" or "identity" or "none" or "utf-8");

    /// <summary>Whether there is anything to undo.</summary>
    public static bool NeedsUnpacking(string? coding, ReadOnlySpan<byte> wire) =>
        wire.Length > 0 && (IsGzip(wire) || IsZstd(wire) || (IsPacked(coding) && !BodySniffer.IsPlain(wire) && !BodySniffer.HasFeedMark(wire)));

    /// <summary>Whether the end of a gzip file is there and counts the bytes that were unpacked (RFC 1952, ISIZE).</summary>
    public static bool IsWhole(ReadOnlySpan<byte> wire, int unpacked) =>
        IsGzip(wire) && wire.Length >= 18 && BinaryPrimitives.ReadUInt32LittleEndian(wire[^4..]) == (uint)unpacked;

    /// <summary>Unpacks into <paramref name="body"/>.</summary>
    /// <returns>What is wrong with the packed bytes when some of a feed came out of them all the same; null for nothing.</returns>
    public static async ValueTask<string?> UnpackAsync(string? coding, ReadOnlyMemory<byte> wire, PooledBody body, long limit, Func<PooledBody, long, long, ValueTask> room)
    {
        var label = Coding(coding);
        try
        {
            var unpacking = Opened(label, wire) ?? throw Unreadable(label);
            await using (unpacking.ConfigureAwait(false))
                while (true)
                {
                    if (body.Free.IsEmpty) await room(body, wire.Length * 4L, limit).ConfigureAwait(false);
#pragma warning disable CA1849 // The packed bytes are in memory: there is nothing to wait for.
                    var read = unpacking.Read(body.Free.Span);
#pragma warning restore CA1849
                    if (read == 0) break;
                    body.Advance(read);
                    if (body.Length > limit) throw BodyReader.TooLarge(body.Length, limit, packed: false, stated: false);
                }
        }
        catch (Exception broken) when (broken is InvalidDataException or InvalidOperationException or EndOfStreamException or ZstdSharp.ZstdException)
        {
            if (!BodySniffer.HasFeedMark(body.Written.Span)) throw Unreadable(label);
            return $"the packing ({(label.Length == 0 ? "gzip" : label)}) breaks off or is damaged inside the feed";
        }

        // The framework ends a cut gzip file without an error. What came of it is the reader's to judge; nothing at all is not.
        if (body.Length == 0 && IsGzip(wire.Span) && !IsWhole(wire.Span, 0)) throw Unreadable(label);
        return IsGzip(body.Written.Span) || IsZstd(body.Written.Span)
            ? throw new BodyRefusedException(false, $"the answer is packed more than once (Content-Encoding: {coding}); tell the server's operator")
            : null;
    }

    private static Stream? Opened(string label, ReadOnlyMemory<byte> wire)
    {
        if (IsGzip(wire.Span)) return new GZipStream(Reading(wire), CompressionMode.Decompress);
        if (IsZstd(wire.Span)) return Zstd(wire);
        return label switch
        {
            "br" => new BrotliStream(Reading(wire), CompressionMode.Decompress),
            "deflate" when IsZlib(wire.Span) => new ZLibStream(Reading(wire), CompressionMode.Decompress),
            "deflate" => new DeflateStream(Reading(wire), CompressionMode.Decompress),
            _ => null,
        };
    }

    private static ZstdSharp.DecompressionStream Zstd(ReadOnlyMemory<byte> wire)
    {
        var unpacking = new ZstdSharp.DecompressionStream(Reading(wire), leaveOpen: false);
        // RFC 9659: over HTTP no window is larger than 8 MiB.
        unpacking.SetParameter(ZstdSharp.Unsafe.ZSTD_dParameter.ZSTD_d_windowLogMax, 23);
        return unpacking;
    }

    private static MemoryStream Reading(ReadOnlyMemory<byte> wire) =>
        MemoryMarshal.TryGetArray(wire, out var array) ? new MemoryStream(array.Array!, array.Offset, array.Count, writable: false) : new MemoryStream(wire.ToArray());

    private static BodyRefusedException Unreadable(string label) => new(false,
        $"the answer is labelled Content-Encoding: {(label.Length == 0 ? "(none)" : label)}, but its bytes are neither that nor a plain document; the server's packing is broken, try again later or tell its operator");

    private static string Coding(string? header) => header?.Trim().ToLowerInvariant() switch
    {
        null => "",
        "x-gzip" => "gzip",
        "x-deflate" => "deflate",
        "brotli" => "br",
        var other => other,
    };

    private static bool IsGzip(ReadOnlySpan<byte> wire) => wire is [0x1F, 0x8B, 8, ..];

    private static bool IsZstd(ReadOnlySpan<byte> wire) => wire is [0x28, 0xB5, 0x2F, 0xFD, ..];

    private static bool IsZlib(ReadOnlySpan<byte> wire) => wire is [var method, var flags, ..] && (method & 0x0F) == 8 && ((method << 8) | flags) % 31 == 0;
}
