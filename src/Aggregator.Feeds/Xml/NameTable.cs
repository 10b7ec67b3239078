using System.Buffers.Binary;
using System.Text;

namespace Aggregator.Feeds.Xml;

/// <summary>Finds the number of a name in its bytes: one hash table built once, no string made.</summary>
internal static class NameTable
{
    private const int Bits = 10;
    private static readonly byte[][] s_names = [.. Enum.GetNames<Name>().Select(Encoding.ASCII.GetBytes)];
    private static readonly uint[] s_hashes = [.. s_names.Select(name => Hash(name))];
    private static readonly ushort[] s_slots = Build();

    /// <summary>The hash that <see cref="Find"/> wants: of the length and of both ends, eight bytes each, letters without regard to case.</summary>
    public static uint Hash(ReadOnlySpan<byte> name)
    {
        const ulong LowerCase = 0x2020202020202020;
        ulong first, last;
        if (name.Length >= sizeof(ulong))
        {
            first = BinaryPrimitives.ReadUInt64LittleEndian(name);
            last = BinaryPrimitives.ReadUInt64LittleEndian(name[^sizeof(ulong)..]);
        }
        else if (name.Length >= sizeof(uint))
        {
            first = BinaryPrimitives.ReadUInt32LittleEndian(name);
            last = BinaryPrimitives.ReadUInt32LittleEndian(name[^sizeof(uint)..]);
        }
        else
        {
            first = name.IsEmpty ? 0ul : name[0] | ((ulong)name[^1] << 8);
            last = name.IsEmpty ? 0ul : name[name.Length / 2];
        }

        var mixed = (((first | LowerCase) * 0x9E3779B97F4A7C15) ^ (last | LowerCase)) * 0xC2B2AE3D27D4EB4F;
        return (uint)(mixed >> 32) + (uint)name.Length;
    }

    /// <param name="name">The local name as written.</param>
    /// <param name="hash">Its <see cref="Hash"/>.</param>
    public static Name Find(ReadOnlySpan<byte> name, uint hash)
    {
        for (var slot = Slot(hash); s_slots[slot] is var number and not 0; slot = (slot + 1) & ((1 << Bits) - 1))
            if (s_hashes[number] == hash && Ascii.EqualsIgnoreCase(name, s_names[number])) return (Name)number;
        return Name.Unknown;
    }

    private static int Slot(uint hash) => (int)((hash * 2654435769u) >> (32 - Bits));

    private static ushort[] Build()
    {
        var slots = new ushort[1 << Bits];
        for (var number = 1; number < s_names.Length; number++)
        {
            var slot = Slot(s_hashes[number]);
            while (slots[slot] != 0) slot = (slot + 1) & ((1 << Bits) - 1);
            slots[slot] = (ushort)number;
        }

        return slots;
    }
}
