using System.Buffers.Binary;
using System.IO.Hashing;
using System.Runtime.InteropServices;

namespace Aggregator.Pipeline.Normalizing;

/// <summary>
/// XxHash3 (64 bit, seed 0) over fields in a fixed encoding. The hashes are stored, so this encoding may not change without a migration:
/// a text is its length in UTF-16 units as a 32-bit integer and then the units, a null text is the length -1, a number is a 64-bit integer;
/// everything little-endian.
/// </summary>
/// <remarks>Not thread safe; one instance makes many hashes, each ended by <see cref="End"/>.</remarks>
internal sealed class StableHash
{
    private readonly XxHash3 _hash = new();

    public StableHash Add(string? text)
    {
        Span<byte> length = stackalloc byte[4];
        BinaryPrimitives.WriteInt32LittleEndian(length, text?.Length ?? -1);
        _hash.Append(length);
        if (!string.IsNullOrEmpty(text)) AddUnits(text);
        return this;
    }

    public StableHash Add(long number)
    {
        Span<byte> bytes = stackalloc byte[8];
        BinaryPrimitives.WriteInt64LittleEndian(bytes, number);
        _hash.Append(bytes);
        return this;
    }

    /// <summary>The hash of what was added since the last one.</summary>
    public long End()
    {
        var value = unchecked((long)_hash.GetCurrentHashAsUInt64());
        _hash.Reset();
        return value;
    }

    /// <summary>The hash of a text alone, without its length.</summary>
    public static long Of(ReadOnlySpan<char> text)
    {
        if (BitConverter.IsLittleEndian) return unchecked((long)XxHash3.HashToUInt64(MemoryMarshal.AsBytes(text)));
        var hash = new StableHash();
        hash.AddUnits(text);
        return hash.End();
    }

    private void AddUnits(ReadOnlySpan<char> text)
    {
        if (BitConverter.IsLittleEndian)
        {
            _hash.Append(MemoryMarshal.AsBytes(text));
            return;
        }

        Span<byte> unit = stackalloc byte[2];
        foreach (var c in text)
        {
            BinaryPrimitives.WriteUInt16LittleEndian(unit, c);
            _hash.Append(unit);
        }
    }
}
