using Aggregator.Pipeline.Normalizing;
using CsCheck;

namespace Aggregator.Pipeline.Tests.Normalizing;

public sealed class CanonicalUrlTests
{
    [Theory]
    [InlineData("https://example.org", "https://example.org/")]
    [InlineData("  https://example.org/a\n", "https://example.org/a")]
    [InlineData("https://exam\nple.org/a\tb", "https://example.org/ab")]
    [InlineData("HTTPS://Example.ORG:443/A/../B?b=1&utm_source=x&a=2#part", "https://example.org/B?b=1&a=2")]
    [InlineData("http://example.org:8080/", "http://example.org:8080/")]
    [InlineData("https://www.example.org/a/?", "https://www.example.org/a/")]
    [InlineData("https://bücher.example/ä ö", "https://xn--bcher-kva.example/%C3%A4%20%C3%B6")]
    [InlineData("https://example.org/a%%34%31", "https://example.org/a%2541")]
    [InlineData("https://example.org/a?ref=rss", "https://example.org/a?ref=rss")]
    [InlineData("https://example.org/a?b=1&b=1&c", "https://example.org/a?b=1&b=1&c")]
    [InlineData("https://example.org/#!/a b", "https://example.org/#!/a%20b")]
    [InlineData("https://user:secret@example.org/", "https://user:secret@example.org/")]
    [InlineData("https://[2001:DB8::1]:443/a", "https://[2001:db8::1]/a")]
    public void Normal_form(string url, string expected) => Assert.Equal(expected, CanonicalUrl.Of(url)!.Value);

    [Theory]
    [InlineData(null)]
    [InlineData("")]
    [InlineData("/a/b")]
    [InlineData("a.html")]
    [InlineData("//example.org/a")]
    [InlineData("mailto:anna@example.org")]
    [InlineData("tag:example.org,2023:1")]
    [InlineData("urn:uuid:1")]
    [InlineData("javascript:void(0)")]
    [InlineData("https://")]
    [InlineData("https://?x")]
    [InlineData("https://exa mple.org/")]
    [InlineData("https://example.org:port/")]
    [InlineData("https://[::1/")]
    [InlineData("1http://example.org/")]
    public void No_address_has_no_normal_form(string? url) => Assert.Null(CanonicalUrl.Of(url));

    [Theory]
    [InlineData("https://example.org/", true)]
    [InlineData("https://www.example.org", true)]
    [InlineData("https://www.example.org/index.html?utm_source=rss#top", true)]
    [InlineData("https://example.org/?ref=rss", true)]
    [InlineData("https://example.org/?p=1", false)]
    [InlineData("https://example.org/#!a", false)]
    [InlineData("https://example.org/a", false)]
    public void Home_pages(string url, bool expected) => Assert.Equal(expected, CanonicalUrl.Of(url)!.IsHomePage);

    [Theory]
    [InlineData("https://www.example.org/", "example.org")]
    [InlineData("https://a.b.example.co.uk/", "example.co.uk")]
    [InlineData("https://co.uk/", "co.uk")]
    [InlineData("https://anna.github.io/", "anna.github.io")]
    [InlineData("https://www.city.kawasaki.jp/", "city.kawasaki.jp")]
    [InlineData("https://a.b.kawasaki.jp/", "a.b.kawasaki.jp")]
    [InlineData("https://www.ck/", "www.ck")]
    [InlineData("https://a.b.ck/", "a.b.ck")]
    [InlineData("https://a.b.unlistedtld/", "b.unlistedtld")]
    [InlineData("https://www.食狮.公司.cn/", "xn--85x722f.xn--55qx5d.cn")]
    [InlineData("https://localhost/", "localhost")]
    [InlineData("https://127.0.0.1:8080/", "127.0.0.1")]
    [InlineData("https://[::1]/", "[::1]")]
    [InlineData("https://www.example.org./", "example.org")]
    public void Registrable_domain(string url, string expected) => Assert.Equal(expected, CanonicalUrl.Of(url)!.Domain);

    [Fact]
    public void Any_text_is_survived_and_normal_forms_stand()
    {
        var piece = Gen.OneOf(Gen.OneOf("%", "%4", "%41", "%2e", "/", "..", "/./", "?", "&", "=", "#", "#!", "@", ":", "[", "]", "\\", "é", "\ud800", "utm_x=1", "ref=1", "amp;", ".", "xn--", " ", "www."), Gen.String);
        var url = Gen.Select(Gen.OneOf("https://", "http://example.org", "https://example.org/", "ftp://", "x:", ""), piece.Array[0, 12], (start, rest) => start + string.Concat(rest));
        url.Sample(text =>
        {
            if (CanonicalUrl.Of(text) is not { } once) return;
            var twice = CanonicalUrl.Of(once.Value);
            Assert.Equal(once.Value, twice?.Value);
            Assert.Equal(once.MatchKey, twice!.MatchKey);
        }, iter: 20_000);
    }

    [Fact]
    public void A_very_long_query_is_no_trouble()
    {
        var url = "https://example.org/a?" + string.Join('&', Enumerable.Range(0, 50_000).Select(n => $"p{n % 977}={n}"));
        Assert.Equal(url, CanonicalUrl.Of(url)!.Value);
    }
}
