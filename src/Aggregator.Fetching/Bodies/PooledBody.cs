using System.Buffers;
using System.Numerics;

namespace Aggregator.Fetching.Bodies;

/// <summary>
/// A body in a pooled buffer that grows under the memory budget. Whoever holds it last disposes it; disposing twice is harmless.
/// </summary>
internal sealed class PooledBody(MemoryLease lease) : IDisposable
{
    private const int First = 16 << 10;

    // The shared pool keeps a buffer of each size for every thread, which for large ones is more than the whole budget.
    private static readonly ArrayPool<byte> Large = ArrayPool<byte>.Create(16 << 20, 1);

    private byte[] _buffer = [];
    private byte[]? _probe;

    public int Length { get; private set; }

    public ReadOnlyMemory<byte> Written => _buffer.AsMemory(0, Length);

    /// <summary>What is free at the end of the buffer. At the limit it is one byte beside the buffer, which shows whether more comes.</summary>
    public Memory<byte> Free => _probe ?? _buffer.AsMemory(Length);

    public void Advance(int bytes) => Length += bytes;

    /// <summary>Makes room for one more byte at least, or for as many as are expected.</summary>
    /// <param name="expected">How many bytes the body is likely to have.</param>
    /// <param name="limit">How many it may have.</param>
    /// <param name="stop">Ends the waiting for room.</param>
    public ValueTask EnsureRoomAsync(long expected, long limit, CancellationToken stop)
    {
        if (Length < _buffer.Length) return ValueTask.CompletedTask;
        if (_buffer.Length < limit) return GrowAsync(expected, limit, stop);
        _probe = new byte[1];
        return ValueTask.CompletedTask;
    }

    private async ValueTask GrowAsync(long expected, long limit, CancellationToken stop)
    {
        var wanted = Math.Min(Math.Max(Math.Max(expected + 1, First), _buffer.Length * 2L), limit);
        // What a pool gives is a power of two: that is what counts.
        var size = (int)Math.Min(BitOperations.RoundUpToPowerOf2((ulong)wanted), (ulong)Array.MaxLength);
        await lease.GrowAsync(size, stop).ConfigureAwait(false);
        var larger = PoolOf(size).Rent(size);
        Written.CopyTo(larger);
        var old = _buffer;
        _buffer = larger;
        GiveBack(old);
    }

    public void Dispose()
    {
        var old = _buffer;
        (_buffer, _probe, Length) = ([], null, 0);
        GiveBack(old);
    }

    private void GiveBack(byte[] buffer)
    {
        if (buffer.Length == 0) return;
        PoolOf(buffer.Length).Return(buffer);
        lease.Shrink(buffer.Length);
    }

    private static ArrayPool<byte> PoolOf(int size) => size <= MemoryLease.Free ? ArrayPool<byte>.Shared : Large;
}
