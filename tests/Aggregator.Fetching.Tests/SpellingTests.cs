using System.Globalization;
using System.Net;
using System.Text;
using Aggregator.Fetching.Addresses;
using CsCheck;

namespace Aggregator.Fetching.Tests;

/// <summary>Every spelling of one address gets the verdict of that address. The verdict is computed here a second way, from the registry's text.</summary>
public class SpellingTests
{
    private static readonly IPNetwork[] Special =
        [.. """
            0.0.0.0/8 10.0.0.0/8 100.64.0.0/10 127.0.0.0/8 169.254.0.0/16 172.16.0.0/12 192.0.0.0/24 192.0.2.0/24 192.88.99.0/24
            192.168.0.0/16 198.18.0.0/15 198.51.100.0/24 203.0.113.0/24 224.0.0.0/4 240.0.0.0/4
            """.Split([' ', '\n', '\r'], StringSplitOptions.RemoveEmptyEntries).Select(n => IPNetwork.Parse(n))];

    // Half of all addresses are special ones, with every byte of the host part free.
    private static readonly Gen<uint> Address = Gen.OneOf(
        Gen.UInt,
        Gen.Select(Gen.Int[0, Special.Length - 1], Gen.UInt, (i, low) => Value(Special[i].BaseAddress) | (low & (uint)(0xFFFFFFFFUL >> Special[i].PrefixLength))));

    private static readonly Gen<string> Junk = Gen.Int[0, 3].Select(i => new[] { "", "0", "00", "0000000" }[i]);

    [Fact]
    public void A_hundred_thousand_spellings_are_judged_like_their_address()
    {
        var wall = new AddressWall([], allowPrivate: false);
        Gen.Select(Address, Gen.Int[0, 19], Junk, Gen.Bool).Sample(
            (address, form, zeros, upper) =>
            {
                var spelled = Spell(address, form, zeros);
                if (upper && !spelled.Contains('%', StringComparison.Ordinal)) spelled = spelled.ToUpperInvariant().Replace("0X", "0x", StringComparison.Ordinal);
                var uri = RedirectTarget.Address($"http://{spelled}/feed");
                Assert.True(uri is not null, $"{spelled} is no address");
                var read = HostAddress.Read(uri.IdnHost);
                Assert.True(read is not null, $"{spelled} is taken for a name");
                Assert.Equal(V4(address), AddressRules.Unwrap(read));
                Assert.Equal(Special.Any(n => n.Contains(V4(address))), wall.Refuses(read, 80) is not null);
            },
            iter: 100_000);
    }

    [Fact]
    public void IPv6_spellings_are_judged_like_their_address()
    {
        var wall = new AddressWall([], allowPrivate: false);
        var prefixes = new[] { 0x2A00, 0x2600, 0x2001, 0x2002, 0xFC00, 0xFD00, 0xFE80, 0xFEC0, 0xFF02, 0x0000, 0x0064, 0x3FFF, 0x4000 };
        Gen.Select(Gen.OneOf(Gen.Int[0, 0xFFFF], Gen.Int[0, prefixes.Length - 1].Select(i => prefixes[i])), Gen.Byte.Array[14], Gen.Int[0, 3]).Sample((first, rest, form) =>
        {
            byte[] bytes = [(byte)(first >> 8), (byte)first, .. rest];
            var address = new IPAddress(bytes);
            var full = string.Join(':', Enumerable.Range(0, 8).Select(i => ((bytes[2 * i] << 8) | bytes[(2 * i) + 1]).ToString(form == 0 ? "x4" : "X", CultureInfo.InvariantCulture)));
            var mixed = string.Join(':', full.Split(':').Take(6)) + ":" + string.Join('.', bytes[12..]);
            var spelled = form switch { 0 or 1 => full, 2 => address.ToString(), _ => mixed };
            var uri = RedirectTarget.Address($"http://[{spelled}]/feed");
            Assert.NotNull(uri);
            Assert.Equal(wall.Refuses(address, 80), wall.Refuses(HostAddress.Read(uri.IdnHost)!, 80));
        }, iter: 20_000);
    }

    [Theory]
    [InlineData("example.org")]
    [InlineData("1.example")]
    [InlineData("127.0.0.1.example")]
    [InlineData("1.2.3.4.5")]
    [InlineData("256.1.1.1")]
    [InlineData("127.0.0.08")]
    [InlineData("0x.example")]
    [InlineData("deadbeef")]
    [InlineData("4294967296")]
    public void Names_are_names(string host) => Assert.Null(HostAddress.Read(host));

    private static string Spell(uint value, int form, string zeros)
    {
        uint a = value >> 24, b = (value >> 16) & 255, c = (value >> 8) & 255, d = value & 255;
        var dotted = $"{a}.{b}.{c}.{d}";
        var octal = Octal(value);
        return form switch
        {
            0 => dotted,
            1 => value.ToString(CultureInfo.InvariantCulture),
            2 => $"0x{zeros}{value:x}",
            3 => $"0{zeros}{octal}",
            4 => $"0x{zeros}{a:x}.0x{b:x}.0x{c:x}.0x{d:x}",
            5 => $"0{zeros}{Octal(a)}.0{Octal(b)}.0{Octal(c)}.0{Octal(d)}",
            6 => $"{a}.{value & 0xFFFFFF}",
            7 => $"{a}.{b}.{value & 0xFFFF}",
            8 => $"0x{a:x}.{b}.0{Octal(value & 0xFFFF)}",
            9 => dotted + ".",
            10 => string.Concat(dotted.Select(x => char.IsAsciiDigit(x) ? (char)(x - '0' + '\uFF10') : x)),
            11 => dotted.Replace('.', '\u3002'),
            12 => dotted.Replace('.', '\uFF0E'),
            13 => string.Concat(Encoding.ASCII.GetBytes(dotted).Select(x => $"%{x:X2}")),
            14 => $"[::ffff:{dotted}]",
            15 => $"[::ffff:{value >> 16:x}:{value & 0xFFFF:x}]",
            16 => $"[64:ff9b::{dotted}]",
            17 => $"[2002:{value >> 16:x}:{value & 0xFFFF:x}::1]",
            18 => $"[2001:0:1:2:3:4:{~value >> 16:x}:{~value & 0xFFFF:x}]",
            _ => $"[0:0:0:0:ffff:0:{value >> 16:X}:{value & 0xFFFF:X}]",
        };
    }

    private static string Octal(uint value) => Convert.ToString(value, 8);

    private static uint Value(IPAddress address) => BitConverter.ToUInt32([.. address.GetAddressBytes().Reverse()]);

    private static IPAddress V4(uint value) => new([(byte)(value >> 24), (byte)(value >> 16), (byte)(value >> 8), (byte)value]);
}
