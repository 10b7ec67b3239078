using CsCheck;

namespace Aggregator.Feeds.Tests.Html;

public sealed class HtmlLinksTests
{
    private const string Base = "http://h.example/dir/page?q";

    [Theory]
    [InlineData("<a href=\"x\">t</a>", "<a href=\"http://h.example/dir/x\">t</a>")]
    [InlineData("<A  HREF = 'x' >t", "<A  HREF = 'http://h.example/dir/x' >t")]
    [InlineData("<a href=x>t", "<a href=http://h.example/dir/x>t")]
    [InlineData("<a href=/x/>t", "<a href=http://h.example/x/>t")]
    [InlineData("<img src=\"/i.png\"/><img src='//c.example/i.png' />", "<img src=\"http://h.example/i.png\"/><img src='http://c.example/i.png' />")]
    [InlineData("<a href=\" ../y \">", "<a href=\"http://h.example/y\">")]
    [InlineData("<a href=\"?a=1&amp;b=2\">", "<a href=\"http://h.example/dir/page?a=1&amp;b=2\">")]
    [InlineData("<a href=\"#n\" rel=x>", "<a href=\"http://h.example/dir/page?q#n\" rel=x>")]
    [InlineData("<a href='it&#39;s'>", "<a href='http://h.example/dir/it&#39;s'>")]
    [InlineData("<a href=\"&#x2f;x\">", "<a href=\"http://h.example/x\">")]
    [InlineData("<a href=a&amp;b>", "<a href=http://h.example/dir/a&amp;b>")]
    [InlineData("<a href=?x=1>", "<a href=\"http://h.example/dir/page?x=1\">")]
    [InlineData("<blockquote cite=x><form action=y><video poster=z>", "<blockquote cite=http://h.example/dir/x><form action=http://h.example/dir/y><video poster=http://h.example/dir/z>")]
    [InlineData("<object data=\"x\"><div data=\"x\">", "<object data=\"http://h.example/dir/x\"><div data=\"x\">")]
    [InlineData("<img srcset=\"a.jpg 1x, b.jpg 2x\" src=c>", "<img srcset=\"http://h.example/dir/a.jpg 1x, http://h.example/dir/b.jpg 2x\" src=http://h.example/dir/c>")]
    [InlineData("<img srcset='a.jpg,  /b,c.jpg 300w ,d'>", "<img srcset='http://h.example/dir/a.jpg,  http://h.example/b,c.jpg 300w ,http://h.example/dir/d'>")]
    [InlineData("<img srcset=\"data:image/png;base64,AA 1x, a 2x\">", "<img srcset=\"data:image/png;base64,AA 1x, http://h.example/dir/a 2x\">")]
    [InlineData("<a title=\"a > b\" href=x>", "<a title=\"a > b\" href=http://h.example/dir/x>")]
    [InlineData("<a title=href=x>", "<a title=href=x>")]
    [InlineData("<a title='href=\"x\"'>", "<a title='href=\"x\"'>")]
    [InlineData("<!-- <a href=x> --><a href=y>", "<!-- <a href=x> --><a href=http://h.example/dir/y>")]
    [InlineData("<![CDATA[<a href=x>]]>", "<![CDATA[<a href=http://h.example/dir/x>]]>")]
    [InlineData("<script>'<a href=x>'</script><a href=y>", "<script>'<a href=x>'</script><a href=http://h.example/dir/y>")]
    [InlineData("<script src=x.js></script>", "<script src=http://h.example/dir/x.js></script>")]
    [InlineData("<a href=\"x>t</a>", "<a href=\"http://h.example/dir/x>t</a>")]
    [InlineData("</a href=x>", "</a href=x>")]
    [InlineData("<a\nhref\n=\nx\n>", "<a\nhref\n=\nhttp://h.example/dir/x\n>")]
    [InlineData("<img/src=x>", "<img/src=http://h.example/dir/x>")]
    public void Splices_the_absolute_address_in(string html, string expected) => Assert.Equal(expected, HtmlLinks.MakeAbsolute(html, Base));

    [Theory]
    [InlineData("no markup href=x")]
    [InlineData("<a href=\"http://o.example/a b?x=1&y=2\">&nbsp;<b>t")]
    [InlineData("<a href=\"mailto:a@b.example\"><a href='JavaScript:x'><a href=\"data:,x\">")]
    [InlineData("<a href=\"\"><img src=' '>")]
    [InlineData("<a data-href=x><a hreflang=de>")]
    [InlineData("<a href>")]
    [InlineData("<a href=")]
    [InlineData("a < b href=x > c")]
    public void Gives_the_same_instance_when_nothing_is_relative(string html) => Assert.Same(html, HtmlLinks.MakeAbsolute(html, Base));

    [Theory]
    [InlineData(null)]
    [InlineData("")]
    [InlineData("mailto:a@b.example")]
    public void Changes_nothing_without_a_base(string? baseUrl) =>
        Assert.Equal("<a href=\"x\">", HtmlLinks.MakeAbsolute("<a href=\"x\">", baseUrl));

    private static readonly Gen<string> Soup = Gen.OneOf(
        "<a ", "href=", "src=", "\"", "'", "x", "/y", "../z", "&amp;", "&", ">", "<", " ", "<!--", "-->", "<script>", "</script>", "srcset=", ",", "=", "ü", "<img ", "//", "?", "#")
        .Array[0, 40].Select(string.Concat);

    [Fact]
    public void Once_absolute_stays_as_it_is() => Soup.Sample(html =>
    {
        var once = HtmlLinks.MakeAbsolute(html, Base);
        Assert.Equal(once, HtmlLinks.MakeAbsolute(once, "https://other.example/"));
    });
}
