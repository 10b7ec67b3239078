using System.Buffers;
using System.Text;

namespace Aggregator.Pipeline.Normalizing;

/// <summary>Percent-encoding in its normal form (RFC 3986, 6.2.2): unreserved characters plain, upper-case hex, everything that no URI may hold escaped.</summary>
internal static class UrlEscapes
{
    private const string Unreserved = "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789-._~";
    private static readonly SearchValues<char> _unreserved = SearchValues.Create(Unreserved);

    // pchar, "/" and "?" of RFC 3986.
    private static readonly SearchValues<char> _plain = SearchValues.Create(Unreserved + "!$&'()*+,;=:@/?");

    /// <summary>An upper bound of how many characters one character becomes: three bytes of UTF-8, each as %HH.</summary>
    public const int Growth = 9;

    /// <summary>Writes the normal form of a path, query or fragment.</summary>
    /// <returns>How many characters were written. Writing the result again gives the result.</returns>
    public static int Write(ReadOnlySpan<char> part, Span<char> to)
    {
        var length = 0;
        Span<byte> bytes = stackalloc byte[4];
        while (!part.IsEmpty)
        {
            var plain = part.IndexOfAnyExcept(_plain);
            if (plain < 0) plain = part.Length;
            part[..plain].CopyTo(to[length..]);
            length += plain;
            if (plain == part.Length) break;
            part = part[plain..];

            if (part[0] == '%' && part.Length > 2 && char.IsAsciiHexDigit(part[1]) && char.IsAsciiHexDigit(part[2]))
            {
                var value = (byte)((Hex(part[1]) << 4) | Hex(part[2]));
                if (_unreserved.Contains((char)value)) to[length++] = (char)value;
                else Escape(value, to, ref length);
                part = part[3..];
                continue;
            }

            // Also a lone "%": left alone, it could become an escape together with what stands behind it.
            Rune.DecodeFromUtf16(part, out var rune, out var used);
            foreach (var one in bytes[..rune.EncodeToUtf8(bytes)]) Escape(one, to, ref length);
            part = part[used..];
        }

        return length;
    }

    private static void Escape(byte value, Span<char> to, ref int length)
    {
        to[length++] = '%';
        to[length++] = Digit(value >> 4);
        to[length++] = Digit(value & 15);
    }

    private static char Digit(int value) => (char)(value < 10 ? '0' + value : 'A' + value - 10);

    private static int Hex(char digit) => digit <= '9' ? digit - '0' : (digit | 0x20) - 'a' + 10;
}
