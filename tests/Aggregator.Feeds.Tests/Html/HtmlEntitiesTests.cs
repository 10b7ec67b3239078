using System.Text;

namespace Aggregator.Feeds.Tests.Html;

public sealed class HtmlEntitiesTests
{
    [Theory]
    [InlineData("amp", "&")]
    [InlineData("AMP", "&")]
    [InlineData("nbsp", "\u00A0")]
    [InlineData("rsquo", "\u2019")]
    [InlineData("Aacute", "\u00C1")]
    [InlineData("aacute", "\u00E1")]
    [InlineData("zwnj", "\u200C")]
    [InlineData("fjlig", "fj")]
    [InlineData("NotEqualTilde", "\u2242\u0338")]
    [InlineData("zopf", "\U0001D56B")]
    [InlineData("CounterClockwiseContourIntegral", "\u2233")]
    [InlineData("there4", "\u2234")]
    [InlineData("frac12", "\u00BD")]
    public void Finds_a_name_in_characters_and_in_bytes(string name, string text)
    {
        Assert.True(HtmlEntities.TryFind(name, out var inChars));
        Assert.True(HtmlEntities.TryFind(Encoding.ASCII.GetBytes(name), out var inBytes));
        Assert.Equal(text, inChars.ToString());
        Assert.Equal(inChars, inBytes);
    }

    [Theory]
    [InlineData("")]
    [InlineData("a")]
    [InlineData("Nbsp")]
    [InlineData("nbsp;")]
    [InlineData("zzz")]
    [InlineData("1a")]
    [InlineData("naïve")]
    [InlineData("CounterClockwiseContourIntegralx")]
    public void Knows_no_other_name(string name) => Assert.False(HtmlEntities.TryFind(name, out _));

    [Fact]
    public void Holds_the_whole_list_of_the_standard_and_finds_each_of_it()
    {
        var legacy = 0;
        for (var i = 0; i < HtmlEntityTable.Count; i++)
        {
            var start = HtmlEntityTable.Starts[i] & 0x7FFF;
            var name = HtmlEntityTable.Names[start..(HtmlEntityTable.Starts[i + 1] & 0x7FFF)];
            Assert.True(HtmlEntities.TryFind(name, out var entity), Encoding.ASCII.GetString(name));
            Assert.NotEqual('\0', entity.First);
            if (entity.CountsWithoutSemicolon)
                legacy++;
        }
        Assert.Equal(2231, HtmlEntityTable.Count + legacy);
        Assert.Equal(106, legacy);
    }

    [Theory]
    [InlineData("AT&T &amp; &lt;b&gt;", "AT&T & <b>")]
    [InlineData("&#65;&#x41;&#X41;&#x1F600;", "AAA\U0001F600")]
    [InlineData("&#150;&#x92;&#128;", "–’€")]
    [InlineData("&#0;&#xD800;&#x110000;&#99999999999999999999;", "\uFFFD\uFFFD\uFFFD\uFFFD")]
    [InlineData("&#65 &#x;&#;&;& &#", "A &#x;&#;&;& &#")]
    [InlineData("&notit; &notin; &copy2024 &eacutex", "¬it; ∉ ©2024 éx")]
    [InlineData("&amp;amp;", "&amp;")]
    [InlineData("&unknown; &nbsp", "&unknown; \u00A0")]
    public void Decodes_text_as_browsers_do(string source, string expected) => Assert.Equal(expected, HtmlEntities.DecodeText(source));

    [Theory]
    [InlineData("?a=1&copy=2", "?a=1&copy=2")]
    [InlineData("?a=1&copy;=2", "?a=1©=2")]
    [InlineData("?a=1&copyright=2", "?a=1&copyright=2")]
    [InlineData("?a=1&amp;b", "?a=1&b")]
    [InlineData("&lt", "<")]
    public void Decodes_attributes_as_browsers_do(string source, string expected) => Assert.Equal(expected, HtmlEntities.DecodeAttribute(source));
}
