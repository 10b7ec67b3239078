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
    public static bool IsPacked(string? coding) => Coding(coding) is not ("" or "identity" or "none");

    /// <summary>Whether there is anything to undo.</summary>
    public static bool NeedsUnpacking(string? coding, ReadOnlySpan<byte> wire) =>
        wire.Length > 0 && (IsGzip(wire) || (IsPacked(coding) && !BodySniffer.IsPlain(wire)));

    public static async ValueTask UnpackAsync(string? coding, ReadOnlyMemory<byte> wire, PooledBody body, long limit, Func<PooledBody, long, long, ValueTask> room)
    {
        var label = Coding(coding);
        try
        {
            if (IsGzip(wire.Span)) await CopyAsync(new GZipStream(Reading(wire), CompressionMode.Decompress)).ConfigureAwait(false);
            else if (label == "br") await CopyAsync(new BrotliStream(Reading(wire), CompressionMode.Decompress)).ConfigureAwait(false);
            else if (label == "deflate" && IsZlib(wire.Span)) await CopyAsync(new ZLibStream(Reading(wire), CompressionMode.Decompress)).ConfigureAwait(false);
            else if (label == "deflate") await CopyAsync(new DeflateStream(Reading(wire), CompressionMode.Decompress)).ConfigureAwait(false);
            else throw Unreadable(label);
        }
        catch (Exception broken) when (broken is InvalidDataException or InvalidOperationException)
        {
            throw Unreadable(label);
        }

        async ValueTask CopyAsync(Stream unpacking)
        {
            await using (unpacking.ConfigureAwait(false))
                while (true)
                {
                    if (body.Free.IsEmpty) await room(body, wire.Length * 4L, limit).ConfigureAwait(false);
#pragma warning disable CA1849 // The packed bytes are in memory: there is nothing to wait for.
                    var read = unpacking.Read(body.Free.Span);
#pragma warning restore CA1849
                    if (read == 0) return;
                    body.Advance(read);
                    if (body.Length > limit) throw BodyReader.TooLarge(body.Length, limit, packed: false, stated: false);
                }
        }
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
        var other => other,
    };

    private static bool IsGzip(ReadOnlySpan<byte> wire) => wire is [0x1F, 0x8B, 8, ..];

    private static bool IsZlib(ReadOnlySpan<byte> wire) => wire is [var method, var flags, ..] && (method & 0x0F) == 8 && ((method << 8) | flags) % 31 == 0;
}
