using System.Text;
using CsCheck;

namespace Aggregator.Feeds.Tests.Reading;

/// <summary>Reading is total and a function of the bytes: no input throws, and the same bytes give the same result.</summary>
public sealed class TotalityTests
{
    private static readonly byte[][] s_seeds = [.. FixtureFiles.All("*.xml").Concat(FixtureFiles.All("*.json")).Select(File.ReadAllBytes)];

    private static readonly Gen<byte[]> s_mutants = Gen.Select(Gen.Int[0, s_seeds.Length - 1], Gen.Select(Gen.Int[0, 5000], Gen.Byte, Gen.Int[0, 4]).Array[1, 8]).Select((seed, changes) => Mutate(s_seeds[seed], changes));

    [Fact]
    public void Damaged_fixtures_never_throw_and_read_the_same_twice() => s_mutants.Sample(
        document =>
        {
            var first = FixtureTests.Show(FeedReader.Read(document, ReadContext.None));
            var second = FixtureTests.Show(FeedReader.Read(document, ReadContext.None));
            return first == second;
        },
        iter: 2000);

    [Fact]
    public void Random_bytes_never_throw() => Gen.Byte.Array[0, 300].Sample(document => FeedReader.Read(document, ReadContext.None) is not null, iter: 2000);

    [Fact]
    public void Random_markup_never_throws() =>
        Gen.OneOf(new[] { "<", ">", "/", "&", ";", "\"", "'", "=", " ", "<item>", "</item>", "<rss>", "<![CDATA[", "]]>", "<!--", "-->", "<?", "?>", "<!DOCTYPE a [", "&#", "&#x", "xmlns:a=\"b\"", "xml:base=\"/\"", "a:b", "title", "\n", "<title>", "<link", "</", "é" }.Select(part => Gen.Const(part)).ToArray())
            .Array[0, 60].Sample(parts => FeedReader.Read(Encoding.UTF8.GetBytes("<rss><channel>" + string.Concat(parts)), ReadContext.None) is not null, iter: 5000);

    [Fact]
    public void The_callers_bytes_are_not_written_to()
    {
        foreach (var seed in s_seeds)
        {
            var copy = seed.ToArray();
            FeedReader.Read(seed, ReadContext.None);
            Assert.Equal(copy, seed);
        }
    }

    private static byte[] Mutate(byte[] seed, (int At, byte Value, int Kind)[] changes)
    {
        var bytes = seed.ToList();
        foreach (var (at, value, kind) in changes)
        {
            if (bytes.Count == 0) break;
            var position = at % bytes.Count;
            switch (kind)
            {
                case 0: bytes[position] = value; break;
                case 1: bytes.RemoveAt(position); break;
                case 2: bytes.Insert(position, value); break;
                case 3: bytes.Insert(position, (byte)"<>&\"'/="[value % 7]); break;
                default: bytes.RemoveRange(position, Math.Min(value, bytes.Count - position)); break;
            }
        }

        return [.. bytes];
    }
}
