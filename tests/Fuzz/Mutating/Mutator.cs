using System.Buffers;
using System.Text;

namespace Aggregator.Fuzz.Mutating;

/// <summary>Makes mutants of documents: damage to bytes, to markup, to structure. The same seed gives the same mutants.</summary>
internal sealed class Mutator(IReadOnlyList<byte[]> seeds, int seed)
{
    private const int Largest = 256 * 1024;

    private static readonly SearchValues<byte> Marks = SearchValues.Create("<>&\"'={}[]:"u8);

    private static readonly byte[][] Pieces =
    [
        .. new[]
        {
            "<", ">", "&", "\"", "'", "]]>", "<![CDATA[", "<!--", "-->", "--", "<?", "?>", "<?xml version='1.0' encoding='utf-16'?>", "<!DOCTYPE x [<!ENTITY e 'v'>", "]>", "&e;", "&#0;", "&#x", "&#99999999;",
            "&nbsp;", "&amp;amp;", "<item>", "</item>", "<entry>", "</entry>", "<channel>", "</channel>", "</rss>", "<title>", "</title>", "</TITLE>", "<link/>", "<link href='", "<x:y z:w='1'>", "xmlns='", " xmlns:a=''",
            "xml:base='http://[bad'", "xml:lang=''", "<content type='xhtml'><div>", "<description>", "<p><b><i>", "<script>", "{", "}", "[", "]", "\\u", "\\ud800", ":", ",", "null", "\0", "\u0001", "\uFFFE", "\uFEFF", "\u2028",
            "99999999999999999999", "-0001-11-30", "Thu, 01 Jan 2004 19:48:21 GMT", "24:61:61", "\r", "\t\n ", "<outline xmlUrl='", "http://a/../..//?#",
        }.Select(Encoding.UTF8.GetBytes),
        [0xFF], [0xFE, 0xFF], [0xEF, 0xBB, 0xBF], [0xC3], [0xED, 0xA0, 0x80], [0x80], [0xE2, 0x82], [0x1F, 0x8B], [0, 0], [0x85],
    ];

    private readonly Random _random = new(seed);

    internal byte[] Next()
    {
        var mutant = (byte[])seeds[_random.Next(seeds.Count)].Clone();
        for (var damage = 1 + _random.Next(4); damage > 0; damage--)
            mutant = Damage(mutant);
        return mutant.Length > Largest ? mutant[..Largest] : mutant;
    }

    private byte[] Damage(byte[] document)
    {
        if (document.Length == 0)
            return Pieces[_random.Next(Pieces.Length)];
        var at = Place(document);
        var length = Math.Min(1 + _random.Next(_random.Next(4) == 0 ? 400 : 12), document.Length - at);
        return _random.Next(13) switch
        {
            0 => Changed(document, at, (byte)_random.Next(256)),
            1 => Changed(document, at, (byte)(document[at] ^ (1 << _random.Next(8)))),
            2 or 3 or 4 => Joined(document, at, at, Pieces[_random.Next(Pieces.Length)]),
            5 => Joined(document, at, at + length, Pieces[_random.Next(Pieces.Length)]),
            6 => Joined(document, at, at + length, []),
            7 => Joined(document, at, at, document[at..(at + length)]),
            8 => Joined(document, at, at, [.. Enumerable.Repeat(document[at..(at + length)], 2 + _random.Next(60)).SelectMany(b => b)]),
            9 => document[..at],
            10 => Crossed(document, at),
            11 => Swapped(document),
            _ => Recoded(document),
        };
    }

    // Where markup is, most goes wrong.
    private int Place(byte[] document)
    {
        var at = _random.Next(document.Length);
        if (_random.Next(2) == 0)
            return at;
        var mark = document.AsSpan(at).IndexOfAny(Marks);
        return mark < 0 ? at : Math.Min(document.Length - 1, at + mark + _random.Next(2));
    }

    private byte[] Crossed(byte[] document, int at)
    {
        var other = seeds[_random.Next(seeds.Count)];
        return [.. document[..at], .. other[_random.Next(other.Length)..]];
    }

    // Two tags change places.
    private byte[] Swapped(byte[] document)
    {
        var (first, second) = (Tag(document), Tag(document));
        if (first.Start > second.Start)
            (first, second) = (second, first);
        if (first.End > second.Start)
            return document;
        return [.. document[..first.Start], .. document[second.Start..second.End], .. document[first.End..second.Start], .. document[first.Start..first.End], .. document[second.End..]];
    }

    private (int Start, int End) Tag(byte[] document)
    {
        var from = _random.Next(document.Length);
        var start = document.AsSpan(from).IndexOf((byte)'<');
        if (start < 0)
            return (0, 0);
        var end = document.AsSpan(from + start).IndexOf((byte)'>');
        return end < 0 ? (0, 0) : (from + start, from + start + end + 1);
    }

    private byte[] Recoded(byte[] document)
    {
        var text = Encoding.UTF8.GetString(document);
        return _random.Next(3) switch
        {
            0 => [.. Encoding.Unicode.GetPreamble(), .. Encoding.Unicode.GetBytes(text)],
            1 => Encoding.BigEndianUnicode.GetBytes(text),
            _ => Encoding.Latin1.GetBytes(text),
        };
    }

    private static byte[] Changed(byte[] document, int at, byte value)
    {
        document[at] = value;
        return document;
    }

    private static byte[] Joined(byte[] document, int from, int to, byte[] between) => [.. document[..from], .. between, .. document[to..]];
}
