using Aggregator.Pipeline.Normalizing;

namespace Aggregator.Pipeline.Tests.Normalizing;

public sealed class UrlPairsTests
{
    public static TheoryData<string, string, string> Pairs()
    {
        var pairs = new TheoryData<string, string, string>();
        foreach (var line in File.ReadLines(Path.Combine(AppContext.BaseDirectory, "Fixtures", "url-pairs.txt")))
            if (line.Split(' ') is [("=" or "!" or "~") and var kind, var left, var right]) pairs.Add(kind, left, right);
        return pairs;
    }

    [Theory]
    [MemberData(nameof(Pairs))]
    public void Keys_agree_for_one_page_and_for_no_other(string kind, string left, string right)
    {
        var (a, b) = (CanonicalUrl.Of(left)!, CanonicalUrl.Of(right)!);
        Assert.Equal(kind == "=", a.MatchKey == b.MatchKey);
        Assert.Equal(kind != "!", a.LooseKey == b.LooseKey);
    }

    [Theory]
    [MemberData(nameof(Pairs))]
    public void The_normal_form_of_a_normal_form_is_itself(string kind, string left, string right)
    {
        Assert.NotNull(kind);
        foreach (var url in new[] { left, right })
        {
            var once = CanonicalUrl.Of(url)!;
            var twice = CanonicalUrl.Of(once.Value)!;
            Assert.Equal(once.Value, twice.Value);
            Assert.Equal(once.MatchKey, twice.MatchKey);
            Assert.Equal(once.LooseKey, twice.LooseKey);
        }
    }

    [Fact]
    public void The_table_is_long() => Assert.True(Pairs().Count >= 400);
}
