using System.Globalization;
using System.Runtime.ExceptionServices;

namespace Aggregator.Fetching.Bodies;

/// <summary>
/// Reads the body of an answer into a pooled buffer, within its limits, and unpacks it.
/// Takes the stream, what the headers say of it and the limits; gives the unpacked body; throws <see cref="BodyRefusedException"/> when it is
/// too large or in a coding that cannot be read. When the transfer breaks inside what looks like a feed, what came is given with the damage,
/// so that its articles are not lost. Every buffer is given back when it throws.
/// </summary>
internal sealed class BodyReader(MemoryBudget budget, FetchClock clock, TimeSpan idle)
{
    /// <summary>Bytes that came over the wire so far.</summary>
    public long WireBytes { get; private set; }

    public async ValueTask<(PooledBody Body, string? Damage)> ReadAsync(Stream stream, string? coding, long? length, long maxBytes, long maxPackedBytes)
    {
        var lease = new MemoryLease(budget);
        var packed = Unpacker.IsPacked(coding);
        var limit = packed ? maxPackedBytes : maxBytes;
        if (length > limit) throw TooLarge(length.Value, limit, packed, stated: true);

        PooledBody wire = new(lease), body = new(lease);
        try
        {
            ExceptionDispatchInfo? broken = null;
            try
            {
                await FillAsync(stream, wire, length ?? 0, limit, packed).ConfigureAwait(false);
            }
            catch (Exception trouble) when (wire.Length > 0 && (trouble is IOException or HttpRequestException || (packed && clock.Spent == TimeBudget.Idle)))
            {
                broken = ExceptionDispatchInfo.Capture(trouble);
            }

            string? damage = null;
            var result = wire;
            if (Unpacker.NeedsUnpacking(coding, wire.Written.Span))
            {
                damage = await Unpacker.UnpackAsync(coding, wire.Written, body, maxBytes, NextRoomAsync).ConfigureAwait(false);
                // A length that counts the unpacked bytes looks like a cut; the packed bytes know better.
                if (broken is not null && Unpacker.IsWhole(wire.Written.Span, body.Length)) broken = null;
                wire.Dispose();
                result = body;
            }

            if (broken is not null)
            {
                if (clock.Spent is not null || !BodySniffer.HasFeedMark(result.Written.Span)) broken.Throw();
                damage = string.Create(CultureInfo.InvariantCulture, $"the transfer broke off after {WireBytes:N0} bytes{(length is null ? "" : $" of {length:N0}")}");
            }

            return (result, damage);
        }
        catch
        {
            wire.Dispose();
            body.Dispose();
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
