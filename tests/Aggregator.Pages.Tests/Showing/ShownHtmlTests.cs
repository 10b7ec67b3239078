using System.Diagnostics;
using Aggregator.Pages.Showing;
using AngleSharp.Dom;
using AngleSharp.Html.Parser;
using CsCheck;

namespace Aggregator.Pages.Tests.Showing;

public sealed class ShownHtmlTests
{
    private const string Base = "https://h.example/dir/page";

    [Theory]
    [InlineData("", "")]
    [InlineData("plain & <b>bold</b>", "plain &amp; <b>bold</b>")]
    [InlineData("<p>One<p>Two", "<p>One</p><p>Two</p>")]
    [InlineData("<P ALIGN=center onclick=x() style='x' class=c id=i>a", "<p align=\"center\">a</p>")]
    [InlineData("<a href=/x title='a\"b'>t</a>", "<a href=\"https://h.example/x\" title=\"a&quot;b\">t</a>")]
    [InlineData("<img src=i.png alt=\"<x>\" onerror=alert(1)>", "<img src=\"https://h.example/dir/i.png\" alt=\"&lt;x&gt;\">")]
    [InlineData("<img src='data:image/png;base64,AA=='>", "<img src=\"data:image/png;base64,AA==\">")]
    [InlineData("<img srcset='a.jpg 1x, b.jpg 2x'>", "<img srcset=\"https://h.example/dir/a.jpg 1x, https://h.example/dir/b.jpg 2x\">")]
    [InlineData("<ul><li>a<li>b</ul>", "<ul><li>a</li><li>b</li></ul>")]
    [InlineData("<table><td>a<td>b<tr><td>c</table>", "<table><tbody><tr><td>a</td><td>b</td></tr><tr><td>c</td></tr></tbody></table>")]
    [InlineData("<td>a</td> <tr>b", "a b")]
    [InlineData("<b><i>x</b>y</i>", "<b><i>x</i></b>y")]
    [InlineData("<a href=http://a.example>x<a href=http://b.example>y</a>", "<a href=\"http://a.example\">x</a><a href=\"http://b.example\">y</a>")]
    [InlineData("<form action=x><input name=y><button formaction=javascript:x>z</button></form>", "z")]
    [InlineData("<custom-x><font color=red>a</font></custom-x>", "<font color=\"red\">a</font>")]
    [InlineData("a<br>b</br>c</p>d", "a<br>b<br>cd")]
    [InlineData("<pre>\n\n  x\n</pre>", "<pre>  x\n</pre>")]
    [InlineData("<video src=v.mp4 autoplay controls onplay=x>f</video>", "<video src=\"https://h.example/dir/v.mp4\" controls=\"\">f</video>")]
    [InlineData("a&nbsp;b\u00A0c &lt;script&gt; &amp;amp; 'q' \"r\"", "a&nbsp;b&nbsp;c &lt;script&gt; &amp;amp; 'q' \"r\"")]
    [InlineData("a\0b\u0007c\r\nd", "abc\nd")]
    [InlineData("1 < 2 <3", "1 &lt; 2 &lt;3")]
    public void Keeps_what_may_be_shown(string html, string expected) => Assert.Equal(expected, ShownHtml.Sanitize(html, Base));

    [Theory]
    [InlineData("<script>alert(1)</script>")]
    [InlineData("<SCRIPT SRC=//x.example/x.js></SCRIPT>")]
    [InlineData("<style>@import 'x'</style>")]
    [InlineData("<svg onload=alert(1)><script>alert(1)</script></svg>")]
    [InlineData("<iframe src=javascript:alert(1)></iframe>")]
    [InlineData("<template><img src=x onerror=alert(1)></template>")]
    [InlineData("<!-- <img src=x onerror=alert(1)> -->")]
    [InlineData("<!--><!-- x -->")]
    [InlineData("<base href=javascript:/x>")]
    [InlineData("<meta http-equiv=refresh content='0;url=javascript:x'>")]
    [InlineData("<link rel=stylesheet href=x>")]
    [InlineData("<embed src=x>")]
    [InlineData("<input autofocus onfocus=alert(1)>")]
    public void Leaves_nothing_of_what_runs(string html) => Assert.Equal("", ShownHtml.Sanitize(html, Base));

    [Theory]
    [InlineData("<a href='javascript:alert(1)'>")]
    [InlineData("<a href=' java\tscr\nipt:alert(1)'>")]
    [InlineData("<a href='&#106;avascript&colon;alert(1)'>")]
    [InlineData("<a href='java\0script:alert(1)'>")]
    [InlineData("<a href='\u00A0javascript:alert(1)'>")]
    [InlineData("<a href='java&shy;script:alert(1)'>")]
    [InlineData("<a href='vbscript:x'>")]
    [InlineData("<a href='data:text/html,<script>x</script>'>")]
    [InlineData("<a href='feed:javascript:alert(1)'>")]
    [InlineData("<a href='blob:x'><a href='file:///x'>")]
    [InlineData("<img src='data:image/svg+xml,<svg onload=x>'>")]
    [InlineData("<img src='javascript:x' srcset='javascript:x 1x, y 2x'>")]
    [InlineData("<video poster='javascript:x' src='data:text/html,x'>")]
    [InlineData("<q cite='javascript:x'>")]
    [InlineData("<a href='jävascript:x'>")]
    [InlineData("<a href=javascript&#x3A;alert(1)>")]
    public void Drops_addresses_that_run(string html)
    {
        var shown = ShownHtml.Sanitize(html, Base);
        Assert.DoesNotContain("=\"", shown, StringComparison.Ordinal);
        Assert.DoesNotContain("script", shown, StringComparison.Ordinal);
        Assert.DoesNotContain("=\"", ShownHtml.Sanitize(html), StringComparison.Ordinal);
    }

    // Mutations known from the wild: what is harmless as written and harmful as parsed again.
    [Theory]
    [InlineData("<noscript><p title=\"</noscript><img src=x onerror=alert(1)>\">")]
    [InlineData("<math><mtext><table><mglyph><style><!--</style><img title=\"--&gt;&lt;img src=1 onerror=alert(1)&gt;\">")]
    [InlineData("<svg></p><style><a id=\"</style><img src=1 onerror=alert(1)>\">")]
    [InlineData("<form><math><mtext></form><form><mglyph><style></math><img src onerror=alert(1)>")]
    [InlineData("<xmp><p title=\"</xmp><img src=x onerror=alert(1)>\">")]
    [InlineData("<textarea><p title=\"</textarea><img src=x onerror=alert(1)>\">")]
    [InlineData("<title><p title=\"</title><img src=x onerror=alert(1)>\">")]
    [InlineData("<select><template><style><!--</style><a rel=\"--></style></template></select><img src=x onerror=alert(1)>\">")]
    [InlineData("<a title=`x><img src=x onerror=alert(1)>`>")]
    [InlineData("<p title='`\"><img src=x onerror=alert(1)>'>")]
    [InlineData("<![CDATA[<img src=x onerror=alert(1)>]]>")]
    [InlineData("<!--x--!><img src=x onerror=alert(1)>-->")]
    [InlineData("<<img src=x onerror=alert(1)//<")]
    [InlineData("<img/src='x'/onerror='alert(1)'>")]
    [InlineData("<table><caption><svg><title><table><tr><td><svg><title></table><img src=x onerror=alert(1)>")]
    [InlineData("<b onmouseover=alert(1)//>x</b>")]
    [InlineData("<noembed><img title=\"</noembed><img src onerror=alert(1)>\"></noembed>")]
    public void Withstands_mutation(string html) => AssertSafe(ShownHtml.Sanitize(html, Base));

    private static readonly Gen<string> Soup = Gen.OneOf(
        "<p>", "</p>", "<b>", "</b>", "<i>", "</i>", "<a href=x>", "<a href='javascript:x'>", "</a>", "<table>", "</table>", "<tr>", "<td>", "</td>", "<tbody>", "<caption>", "<col>", "<colgroup>",
        "<li>", "<ul>", "</ul>", "<ol>", "<dl>", "<dt>", "<dd>", "<div>", "</div>", "<h1>", "</h2>", "<pre>", "</pre>", "\n", "text", " ", "&lt;", "&", "<", ">", "\"", "'", "<!--", "-->", "<script>", "</script>",
        "<style>", "</style>", "<svg>", "</svg>", "<math>", "<mtext>", "<title>", "</title>", "<textarea>", "<noscript>", "</noscript>", "<template>", "<form>", "<select>", "<option>", "<iframe>", "<img src=x onerror=y>",
        "<img title=\"", "<![CDATA[", "]]>", "\0", "<br>", "</br>", "<hr>", "<font color=", "<ruby>", "<rt>", "<rp>", "<blockquote>", "</blockquote>", "<details>", "<summary>", "<video>", "<audio>", "<source>",
        "<span title='", "<q>", "<address>", "<plaintext>", "<body onload=x>", "<frameset>", "ü", "\u00A0", "<nobr>", "<marquee>", "<object>", "<center>", "<small>", "</tr>", "<thead>", "<th>")
        .Array[0, 30].Select(string.Concat);

    [Fact]
    public void Making_it_safe_again_changes_nothing() => Soup.Sample(
        html =>
        {
            var once = ShownHtml.Sanitize(html, Base);
            AssertSafe(once);
            Assert.Equal(once, ShownHtml.Sanitize(once, Base));
        },
        iter: 2_000);

    [Theory]
    [InlineData("<p><b id=n>", 4_000)]
    [InlineData("<div>", 100_000)]
    [InlineData("<x>t</x>", 60_000)]
    [InlineData("<p>t", 19_000)]
    [InlineData("<b>t</b>", 9_000)]
    [InlineData("<a href=x>", 30_000)]
    [InlineData("<table><td>", 5_000)]
    [InlineData("<p a1=1 a2=2 a3=3 title=x ", 20_000)]
    [InlineData("<!--", 100_000)]
    [InlineData("<b><p>", 60)]
    [InlineData("&#0;&amp", 80_000)]
    [InlineData("text ", 300_000)]
    public void Takes_no_time_for_hostile_input(string piece, int times)
    {
        var html = string.Concat(Enumerable.Repeat(piece, times));
        var watch = Stopwatch.StartNew();
        var shown = ShownHtml.Sanitize(html, Base);
        Assert.True(watch.ElapsedMilliseconds < 10_000, $"{watch.ElapsedMilliseconds} ms for {html.Length} characters");
        Assert.True(shown.Length < html.Length * 6 + 1000);
    }

    [Fact]
    public void Shows_what_is_beyond_the_limits_as_text()
    {
        var deep = string.Concat(Enumerable.Repeat("<div>", 300)) + "a &lt; b<p>c<script>x</script>";
        var shown = ShownHtml.Sanitize(deep, Base);
        Assert.Equal("<p>a &lt; b</p>\n<p>c</p>", shown);
        Assert.Equal(shown, ShownHtml.Sanitize(shown, Base));
        var many = string.Concat(Enumerable.Repeat("<p>a<br>b  c\tđ</p>", 30_000));
        shown = ShownHtml.Sanitize(many, Base);
        Assert.StartsWith("<p>a<br>\nb c đ</p>\n<p>a", shown, StringComparison.Ordinal);
        Assert.Equal(shown, ShownHtml.Sanitize(shown, Base));
        var formatting = string.Concat(Enumerable.Repeat("<b><i>", 40)) + "x";
        Assert.Equal("<p>x</p>", ShownHtml.Sanitize(formatting, Base));
    }

    private static void AssertSafe(string shown)
    {
        var body = new HtmlParser().ParseDocument("<!DOCTYPE html><body>" + shown).Body!;
        foreach (var node in body.Descendants())
        {
            Assert.True(node is IElement or IText, $"{node.NodeType} in {shown}");
            if (node is not IElement element)
                continue;
            Assert.True(ShownTags.All.ContainsKey(element.LocalName) && element.NamespaceUri == "http://www.w3.org/1999/xhtml", $"{element.LocalName} in {shown}");
            foreach (var attribute in element.Attributes)
            {
                Assert.False(attribute.Name.StartsWith("on", StringComparison.OrdinalIgnoreCase) || attribute.Name is "style" or "id" or "name" or "srcdoc", $"{attribute.Name} in {shown}");
                Assert.DoesNotContain("javascript:", attribute.Name == "title" ? "" : attribute.Value, StringComparison.OrdinalIgnoreCase);
            }
        }
    }
}
