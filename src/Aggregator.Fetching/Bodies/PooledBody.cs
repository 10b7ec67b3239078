using System.Buffers;

namespace Aggregator.Fetching.Bodies;

/// <summary>
/// A body in a pooled buffer that grows under the memory budget. Whoever holds it last disposes it; disposing twice is harmless.
/// </summary>
internal sealed class PooledBody(MemoryLease lease) : IDisposable
{
    private const int First = 16 << 10;
    private byte[] _buffer = [];
    private int _granted;

    public int Length { get; private set; }

    public ReadOnlyMemory<byte> Written => _buffer.AsMemory(0, Length);

    /// <summary>What is free at the end of the buffer.</summary>
    public Memory<byte> Free => _buffer.AsMemory(Length);

    public void Advance(int bytes) => Length += bytes;

    /// <summary>Forgets what was written; keeps the buffer.</summary>
    public void Clear() => Length = 0;

    /// <summary>Makes room for one more byte at least, or for as many as are expected; never for more than the limit and one byte, which
    /// shows that the limit was passed.</summary>
    public ValueTask EnsureRoomAsync(long expected, long limit, CancellationToken stop) =>
        Length < _buffer.Length ? ValueTask.CompletedTask : GrowAsync(expected, limit, stop);

    private async ValueTask GrowAsync(long expected, long limit, CancellationToken stop)
    {
        var wanted = Math.Max(Math.Max(expected + 1, First), _buffer.Length * 2L);
        var size = (int)Math.Min(Math.Min(wanted, limit + 1), Array.MaxLength);
        await lease.GrowAsync(size, stop).ConfigureAwait(false);
        var larger = ArrayPool<byte>.Shared.Rent(size);
        Written.CopyTo(larger);
        var (old, granted) = (_buffer, _granted);
        (_buffer, _granted) = (larger, size);
        GiveBack(old, granted);
    }

    public void Dispose()
    {
        var (old, granted) = (_buffer, _granted);
        (_buffer, _granted, Length) = ([], 0, 0);
        GiveBack(old, granted);
    }

    private void GiveBack(byte[] buffer, int granted)
    {
        if (granted == 0) return;
        ArrayPool<byte>.Shared.Return(buffer);
        lease.Shrink(granted);
    }
}
