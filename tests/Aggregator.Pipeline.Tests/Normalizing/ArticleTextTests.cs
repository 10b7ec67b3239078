using Aggregator.Feeds;

namespace Aggregator.Pipeline.Tests.Normalizing;

public sealed class ArticleTextTests
{
    [Theory]
    [InlineData("  Two\n words ", "Two words")]
    [InlineData("Fish &amp; chips", "Fish & chips")]
    [InlineData("AT&T", "AT&T")]
    [InlineData("AT&amp;amp;T", "AT&T")]
    [InlineData("It&amp;#8217;s here", "It\u2019s here")]
    [InlineData("A <b>bold</b> word", "A bold word")]
    [InlineData("A &lt;b&gt;bold&lt;/b&gt; word", "A bold word")]
    [InlineData("How to use the &lt;b&gt; tag", "How to use the <b> tag")]
    [InlineData("List<T> in C#", "List<T> in C#")]
    [InlineData("1 < 2", "1 < 2")]
    [InlineData("soft\u00ADhyphen", "softhyphen")]
    [InlineData("e\u0301t\u00e9", "\u00e9t\u00e9")]
    [InlineData("a\0b\u0007c", "abc")]
    [InlineData("no\u00A0break", "no break")]
    [InlineData("   ", null)]
    [InlineData("<br/>", null)]
    public void A_title_is_one_line_of_plain_text(string value, string? expected) => Assert.Equal(expected, Items.Normalize(Items.Item(title: value)).Title);

    [Fact]
    public void A_title_of_characters_keeps_its_angle_brackets()
    {
        var item = new FeedItem { Title = new FeedText("The <b> tag and <i>", TextKind.Text) };
        Assert.Equal("The <b> tag and <i>", Items.Normalize(item).Title);
    }

    [Fact]
    public void Half_a_surrogate_pair_becomes_the_replacement_character()
    {
        var article = Items.Normalize(Items.Item(title: "a\ud800b", content: "<p>x\udc00</p>"));
        Assert.Equal(("a\ufffdb", "x\ufffd", "<p>x\ufffd</p>"), (article.Title, article.Text, article.Html));
    }

    [Fact]
    public void The_content_is_the_text_and_the_description_the_summary()
    {
        var article = Items.Normalize(Items.Item(summary: "In short.", content: "<p>One.</p><p>Two.</p>"));
        Assert.Equal(("One.\n\nTwo.", "<p>One.</p><p>Two.</p>", "In short.", 2), (article.Text, article.Html, article.Summary, article.WordCount));
    }

    [Fact]
    public void Without_content_the_description_is_the_text_and_there_is_no_summary()
    {
        var article = Items.Normalize(Items.Item(summary: "Fish &amp; chips."));
        Assert.Equal(("Fish & chips.", null, null), (article.Text, article.Html, article.Summary));
    }

    [Theory]
    [InlineData("")]
    [InlineData("   ")]
    [InlineData("<p>&nbsp;</p>")]
    public void An_empty_content_counts_as_none(string content) => Assert.Equal("In short.", Items.Normalize(Items.Item(summary: "In short.", content: content)).Text);

    [Fact]
    public void A_summary_that_says_the_same_is_none() => Assert.Null(Items.Normalize(Items.Item(summary: "One. Two!", content: "<p>One.</p>\n<p>Two</p>")).Summary);

    [Fact]
    public void A_picture_alone_is_markup_without_text()
    {
        var article = Items.Normalize(Items.Item(summary: "<img src=\"https://example.org/a.png\">"));
        Assert.Equal((null, "<img src=\"https://example.org/a.png\">", null, 0), (article.Text, article.Html, article.TextKey, article.WordCount));
    }

    [Fact]
    public void Lines_of_a_body_without_markup_stay_lines()
    {
        var article = Items.Normalize(Items.Item(content: "One.\r\n\r\n\r\n\r\nTwo &amp; more. \r\nThree."));
        Assert.Equal(("One.\n\nTwo & more.\nThree.", null), (article.Text, article.Html));
    }

    [Fact]
    public void A_body_escaped_twice_is_decoded_twice()
    {
        var article = Items.Normalize(Items.Item(content: "&lt;p&gt;It&amp;rsquo;s&lt;/p&gt;&lt;p&gt;here&lt;/p&gt;"));
        Assert.Equal(("It\u2019s\n\nhere", "<p>It&rsquo;s</p><p>here</p>"), (article.Text, article.Html));
    }

    [Fact]
    public void A_body_about_markup_keeps_it() =>
        Assert.Equal("Write &amp; or <p> here.", Items.Normalize(Items.Item(content: "<p>Write <code>&amp;amp;</code> or <code>&lt;p&gt;</code> here.</p>")).Text);

    [Theory]
    [InlineData("One two, three.", 3)]
    [InlineData("Don\u2019t stop", 2)]
    [InlineData("東京 2023", 3)]
    [InlineData("42", 1)]
    public void Words_are_counted(string text, int words) => Assert.Equal(words, Items.Normalize(Items.Item(content: text)).WordCount);

    [Theory]
    [InlineData("One two.", "<b>ONE</b> \u2013 two!", true)]
    [InlineData("Don\u2019t", "don't", true)]
    [InlineData("One two.", "One three.", false)]
    public void The_text_key_is_of_the_words(string one, string other, bool equal) =>
        Assert.Equal(equal, Items.Normalize(Items.Item(content: one)).TextKey == Items.Normalize(Items.Item(content: other)).TextKey);
}
