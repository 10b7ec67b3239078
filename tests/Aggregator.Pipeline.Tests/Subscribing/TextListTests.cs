using Aggregator.Pipeline.Subscribing;

namespace Aggregator.Pipeline.Tests.Subscribing;

public class TextListTests
{
    [Fact]
    public void One_address_a_line_with_comments_and_empty_lines()
    {
        var list = ListTexts.Text("# a list\r\nhttps://example.org/a\r\n\r\n  https://example.org/b#part  # why\n\thttps://example.org/c\t# tab\n#https://example.org/d");
        Assert.Equal("", ListTexts.Shown(list));
        Assert.Equal(["https://example.org/a", "https://example.org/b#part", "https://example.org/c"], list.Feeds.Select(f => f.Url));
        Assert.Equal(["x.feeds.txt:2", "x.feeds.txt:4", "x.feeds.txt:5"], list.Feeds.Select(f => f.Place));
    }

    [Fact]
    public void A_bad_line_is_a_warning_and_left_out()
    {
        var list = ListTexts.Text("https://example.org/a\nwww.example.org\nfile:///etc/passwd\nhttps://example.org/b");
        Assert.Equal(["https://example.org/a", "https://example.org/b"], list.Feeds.Select(f => f.Url));
        Assert.Equal([2, 3], list.Problems.Select(p => p.Line));
        Assert.All(list.Problems, p => Assert.False(p.IsError));
        Assert.All(list.Problems, p => Assert.EndsWith("the line is left out", p.Message, StringComparison.Ordinal));
    }

    [Fact]
    public void A_line_that_is_not_utf8_is_left_out_and_a_comment_may_be_anything()
    {
        var list = FeedListReader.Read(
            [new ListFile("x.txt", "/", (byte[])[.. "# caf"u8, 0xE9, .. "\nhttps://example.org/"u8, 0xE9, .. "\nhttps://example.org/b"u8])], new ListSettings());
        Assert.Equal("x.txt:2: warning: the line is not UTF-8 and is left out", ListTexts.Shown(list));
        Assert.Equal("https://example.org/b", Assert.Single(list.Feeds).Url);
    }

    [Theory]
    [InlineData("")]
    [InlineData("\uFEFF")]
    [InlineData("\n\n# nothing yet\n")]
    public void An_empty_list_is_a_list(string text)
    {
        var list = ListTexts.Text(text);
        Assert.Empty(list.Problems);
        Assert.Empty(list.Feeds);
    }

    [Fact]
    public void A_byte_order_mark_is_no_part_of_the_first_address() =>
        Assert.Equal("https://example.org/a", ListTexts.Only(ListTexts.Text("\uFEFFhttps://example.org/a")).Url);

    [Fact]
    public void Bytes_that_are_no_text_refuse_the_list() =>
        Assert.Equal("x.feeds.txt:2: error: the file holds a NUL byte, so it is no text", ListTexts.Shown(ListTexts.Text("https://example.org/a\nb\0c")));
}
