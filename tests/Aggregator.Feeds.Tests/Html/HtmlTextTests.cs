using System.Diagnostics;
using CsCheck;

namespace Aggregator.Feeds.Tests.Html;

public sealed class HtmlTextTests
{
    [Theory]
    [InlineData("", "")]
    [InlineData("   \n ", "")]
    [InlineData("plain", "plain")]
    [InlineData("  two \r\n\t words  ", "two words")]
    [InlineData("<p>One.</p><p>Two.</p>", "One.\n\nTwo.")]
    [InlineData("<p>One.\n<p>Two.", "One.\n\nTwo.")]
    [InlineData("<P CLASS=x>One.</P>\n\n<P>Two.", "One.\n\nTwo.")]
    [InlineData("<p></p><p>&nbsp;</p><p>Only</p><p> </p>", "Only")]
    [InlineData("a<br>b<br/>c<br />d", "a\nb\nc\nd")]
    [InlineData("a<br><br>b<br><br><br>c", "a\n\nb\n\nc")]
    [InlineData("<h1>T</h1>text", "T\n\ntext")]
    [InlineData("<div>a</div><div>b</div>", "a\nb")]
    [InlineData("<div>a</div><div><br></div><div>b</div>", "a\n\nb")]
    [InlineData("<ul><li>a</li><li>b<ul><li>c</ul></ul>d", "a\nb\nc\n\nd")]
    [InlineData("x<ol>\n<li> a\n<li> b </ol>", "x\n\na\nb")]
    [InlineData("<table><tr><td>a</td><td>b</td></tr><tr><td>c<td>d</table>", "a\tb\nc\td")]
    [InlineData("<dl><dt>a<dd>b</dl>", "a\nb")]
    [InlineData("x<pre>\r\n  a  b\n    c\n</pre>y", "x\n\n  a  b\n    c\n\ny")]
    [InlineData("<pre>a<br>b\r\nc</pre>", "a\nb\nc")]
    [InlineData("<pre>a<b>b</b>\n\n\nc</pre> d", "ab\n\n\nc\n\nd")]
    [InlineData("un<b>break</b>able", "unbreakable")]
    [InlineData("a<!-- x > y -->b<!-->c<!--->d", "abcd")]
    [InlineData("a<!-- never closed <b>b</b>", "ab")]
    [InlineData("a<!DOCTYPE html>b<?xml version='1.0'?>c</ x>d", "abcd")]
    [InlineData("a<script>if (a < b) x('</p>')</script>b<style>p{}</style>c", "abc")]
    [InlineData("a<SCRIPT type=x>y</scriptx></SCRIPT >b", "ab")]
    [InlineData("a<script>never closed", "a")]
    [InlineData("a<script src='x'/>b", "ab")]
    [InlineData("<html><head><title>t</title><meta x></head><body>b</body></html>", "b")]
    [InlineData("<head>no end <p>b", "no end\n\nb")]
    [InlineData("a<iframe src=x>fallback</iframe>b<iframe src=x />c<iframe>d", "abcd")]
    [InlineData("a<svg><title>t</title><text>x</text></svg>b<template>c</template>d", "abd")]
    [InlineData("<img alt='a > b' src=\"x\">t", "t")]
    [InlineData("<a href=\"x>t</a> u", "t u")]
    [InlineData("<a title=it's>t</a>", "t")]
    [InlineData("<a href = \"x>y\" >t", "t")]
    [InlineData("a < b and b > c", "a < b and b > c")]
    [InlineData("a <3 b <", "a <3 b <")]
    [InlineData("cut <a href=\"x", "cut <a href=\"x")]
    [InlineData("AT&T &amp; &lt;b&gt; &#8220;q&#8221; &hellip;", "AT&T & <b> “q” …")]
    [InlineData("&amp;amp; &amp;lt;p&amp;gt;", "&amp; &lt;p&gt;")]
    [InlineData("a&nbsp;&nbsp;b\u00A0c\u2009d\u3000e&ensp;f", "a b c d e f")]
    [InlineData("Donau\u00ADdampf&shy;schiff", "Donaudampfschiff")]
    [InlineData("\u0645\u06CC\u200C\u062E\u0648\u0627\u0647\u0645 \U0001F468\u200D\U0001F469", "\u0645\u06CC\u200C\u062E\u0648\u0627\u0647\u0645 \U0001F468\u200D\U0001F469")]
    [InlineData("a\0b\u0007c&#0;&#7;d", "abc\uFFFDd")]
    [InlineData("<![CDATA[<p>a</p>]]><p>b ]]&gt; [c]", "a\n\nb ]]> [c]")]
    [InlineData("a<wbr>b<unknown-x y='>'>c", "abc")]
    [InlineData("<textarea>a\nb</textarea>", "a\nb")]
    [InlineData("漢字<ruby>漢<rp>(</rp><rt>かん</rt><rp>)</rp></ruby>", "漢字漢(かん)")]
    [InlineData("</p></div></ul></pre>a", "a")]
    public void Reads_markup_as_people_see_it(string html, string text) => Assert.Equal(text, HtmlText.Of(html));

    [Theory]
    [InlineData("plain", false)]
    [InlineData("a < b > c", false)]
    [InlineData("List<String> and Map<K, V>", false)]
    [InlineData("<3 you", false)]
    [InlineData("press <enter>", false)]
    [InlineData("x <b", false)]
    [InlineData("&lt;b&gt;", false)]
    [InlineData("<!DOCTYPE html>", false)]
    [InlineData("a <b>c</b>", true)]
    [InlineData("a</P>", true)]
    [InlineData("a<br/>b", true)]
    [InlineData("a <!-- c -->", true)]
    [InlineData("<blockquote cite='x'>", true)]
    [InlineData("<", false)]
    [InlineData("</", false)]
    [InlineData("</>", false)]
    public void Tells_markup_from_characters(string value, bool expected) => Assert.Equal(expected, HtmlText.HasMarkup(value));

    public static TheoryData<string> Hostile => new(
        "<p><b id=n>", "<div>", "</div>", "<a href=\"", "<a href='x", "<!--", "<!-- -", "<script>", "<script", "<style>", "<svg>", "<head>", "<iframe>",
        "<a b=\">\" ", "<a b=\">\" c='", "<![CDATA[", "]]>", "&", "&#", "&#x", "&a", "&nbsp", "<", "</", "<!", "<?", "<pre>\n\n", "<br>", "<table><td>", " ",
        "\u00AD", "<ul>", "<a =  \"", "<x y=\"z\"", "</script", "&CounterClockwiseContourIntegra", "\r", "</svg <svg>", "<noframes/ <noframes>");

    [Theory]
    [MemberData(nameof(Hostile))]
    public void Stays_linear_whatever_is_repeated(string piece)
    {
        var html = string.Concat(Enumerable.Repeat(piece, 500_000 / piece.Length));
        var watch = Stopwatch.StartNew();
        _ = HtmlText.Of(html);
        _ = HtmlText.HasMarkup(html);
        _ = HtmlLinks.MakeAbsolute(html, "http://h.example/");
        Assert.True(watch.ElapsedMilliseconds < 5_000, $"{watch.ElapsedMilliseconds} ms for {html.Length} characters");
    }

    private static readonly Gen<string> Soup = Gen.OneOf(
        "<p>", "</p>", "<br>", "<pre>", "</pre>", "<script>", "</script>", "<!--", "-->", "<a href=\"", "\"", "'", ">", "<", "&amp;", "&", "\u00AD", " ", "\n",
        "text", "ü", "<td>", "<li>", "<ul>", "]]>", "<![CDATA[", "\0", "=", "/", "<svg>", "</svg>").Array[0, 40].Select(string.Concat);

    [Fact]
    public void Gives_tidy_text_for_any_input() => Soup.Sample(html =>
    {
        var text = HtmlText.Of(html);
        Assert.Equal(text.Trim(), text);
        Assert.DoesNotContain('\r', text);
        Assert.DoesNotContain('\u00AD', text);
        if (!html.Contains("pre", StringComparison.Ordinal))
        {
            Assert.DoesNotContain("  ", text, StringComparison.Ordinal);
            Assert.DoesNotContain("\n\n\n", text, StringComparison.Ordinal);
        }
    });

    [Fact]
    public void Leaves_characters_that_are_no_markup_alone() =>
        Gen.Char.AlphaNumeric.Array[0, 200].Select(c => new string(c)).Sample(text => Assert.Equal(text, HtmlText.Of(text)));
}
