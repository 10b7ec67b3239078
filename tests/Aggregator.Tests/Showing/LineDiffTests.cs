using Aggregator.Showing;
using CsCheck;

namespace Aggregator.Tests.Showing;

public sealed class LineDiffTests
{
    [Fact]
    public void Changed_lines_stand_beside_each_other()
    {
        Assert.Equal(
            [new("a", "a"), new("b", "B"), new(null, "x"), new("c", "c"), new("d", null)],
            LineDiff.Of("a\nb\nc\nd", "a\nB\nx\nc"));
    }

    [Fact]
    public void Both_sides_are_whole_and_in_order()
    {
        Gen.Select(Gen.Char["abc\n"].Array[0, 30].Select(c => new string(c)), Gen.Char["abc\n"].Array[0, 30].Select(c => new string(c))).Sample((old, @new) =>
        {
            var diff = LineDiff.Of(old, @new);
            return Lines(old).SequenceEqual(diff.Select(d => d.Old).OfType<string>()) && Lines(@new).SequenceEqual(diff.Select(d => d.New).OfType<string>());
        });
    }

    private static IEnumerable<string> Lines(string text) => text.Split('\n').Where(l => l.Length > 0);
}
