using System.Text;

namespace Aggregator.Feeds.Xml;

/// <summary>Finds the number of a name in its bytes: one hash table built once, no string made.</summary>
internal static class NameTable
{
    private const int Bits = 10;
    private static readonly (byte[][] Names, ushort[] Slots) s_table = Build();

    /// <summary>One step of the hash that <see cref="Find"/> wants: letters count without regard to case.</summary>
    public static uint Step(uint hash, byte b) => (hash * 31) + (b | 0x20u);

    /// <param name="name">The local name as written.</param>
    /// <param name="hash">Its hash by <see cref="Step"/>, from 0.</param>
    public static Name Find(ReadOnlySpan<byte> name, uint hash)
    {
        var (names, slots) = s_table;
        for (var slot = Slot(hash); slots[slot] is var number and not 0; slot = (slot + 1) & ((1 << Bits) - 1))
            if (Ascii.EqualsIgnoreCase(name, names[number])) return (Name)number;
        return Name.Unknown;
    }

    private static int Slot(uint hash) => (int)((hash * 2654435769u) >> (32 - Bits));

    private static (byte[][] Names, ushort[] Slots) Build()
    {
        var names = Enum.GetNames<Name>();
        var bytes = new byte[names.Length][];
        var slots = new ushort[1 << Bits];
        for (var number = 0; number < names.Length; number++)
        {
            bytes[number] = Encoding.ASCII.GetBytes(names[number]);
            if (number == 0) continue;
            uint hash = 0;
            foreach (var b in bytes[number]) hash = Step(hash, b);
            var slot = Slot(hash);
            while (slots[slot] != 0) slot = (slot + 1) & ((1 << Bits) - 1);
            slots[slot] = (ushort)number;
        }

        return (bytes, slots);
    }
}
