using System.Globalization;

namespace Aggregator.Fetching.Bodies;

/// <summary>
/// Reads the body of an answer into a pooled buffer, within its limits, and unpacks it.
/// Takes the stream, what the headers say of it and the limits; gives the unpacked body; throws <see cref="BodyRefusedException"/> when it is
/// too large or in a coding that cannot be read. Every buffer is given back when it throws.
/// </summary>
internal sealed class BodyReader(MemoryBudget budget, FetchClock clock, TimeSpan idle)
{
    /// <summary>Bytes that came over the wire so far.</summary>
    public long WireBytes { get; private set; }

    public async ValueTask<PooledBody> ReadAsync(Stream stream, string? coding, long? length, long maxBytes, long maxPackedBytes)
    {
        var lease = new MemoryLease(budget);
        var packed = Unpacker.IsPacked(coding);
        var limit = packed ? maxPackedBytes : maxBytes;
        if (length > limit) throw TooLarge(length.Value, limit, packed, stated: true);

        var wire = new PooledBody(lease);
        try
        {
            await FillAsync(stream, wire, length ?? 0, limit, packed).ConfigureAwait(false);
            if (!Unpacker.NeedsUnpacking(coding, wire.Written.Span)) return wire;

            var body = new PooledBody(lease);
            try
            {
                await Unpacker.UnpackAsync(coding, wire.Written, body, maxBytes, NextRoomAsync).ConfigureAwait(false);
            }
            catch
            {
                body.Dispose();
                throw;
            }

            wire.Dispose();
            return body;
        }
        catch
        {
            wire.Dispose();
            throw;
        }
    }

    internal static BodyRefusedException TooLarge(long bytes, long limit, bool packed, bool stated) => new(true, string.Create(CultureInfo.InvariantCulture,
        $"the answer {(stated ? $"announces {bytes:N0} bytes" : $"is over {limit:N0} bytes")}{(packed ? " packed" : "")}, more than the limit of {limit:N0}; raise maxBytes for this feed if it is meant to be so large"));

    private async ValueTask FillAsync(Stream stream, PooledBody wire, long expected, long limit, bool packed)
    {
        while (true)
        {
            if (wire.Free.IsEmpty) await NextRoomAsync(wire, expected, limit).ConfigureAwait(false);
            clock.Begin(TimeBudget.Idle, idle);
            var read = await stream.ReadAsync(wire.Free, clock.Token).ConfigureAwait(false);
            if (read == 0) return;
            WireBytes += read;
            wire.Advance(read);
            if (wire.Length > limit) throw TooLarge(wire.Length, limit, packed, stated: false);
        }
    }

    private ValueTask NextRoomAsync(PooledBody body, long expected, long limit)
    {
        var room = body.EnsureRoomAsync(expected, limit, clock.Token);
        if (!room.IsCompletedSuccessfully) clock.Begin(TimeBudget.Room, Timeout.InfiniteTimeSpan);
        return room;
    }
}
