namespace Aggregator.Feeds.Tests.Values;

public sealed class FeedUrlTests
{
    // RFC 3986, 5.4.1 and 5.4.2, strict reading.
    [Theory]
    [InlineData("g:h", "g:h")]
    [InlineData("g", "http://a/b/c/g")]
    [InlineData("./g", "http://a/b/c/g")]
    [InlineData("g/", "http://a/b/c/g/")]
    [InlineData("/g", "http://a/g")]
    [InlineData("//g", "http://g")]
    [InlineData("?y", "http://a/b/c/d;p?y")]
    [InlineData("g?y", "http://a/b/c/g?y")]
    [InlineData("#s", "http://a/b/c/d;p?q#s")]
    [InlineData("g#s", "http://a/b/c/g#s")]
    [InlineData("g?y#s", "http://a/b/c/g?y#s")]
    [InlineData(";x", "http://a/b/c/;x")]
    [InlineData("g;x", "http://a/b/c/g;x")]
    [InlineData("g;x?y#s", "http://a/b/c/g;x?y#s")]
    [InlineData("", "http://a/b/c/d;p?q")]
    [InlineData(".", "http://a/b/c/")]
    [InlineData("./", "http://a/b/c/")]
    [InlineData("..", "http://a/b/")]
    [InlineData("../", "http://a/b/")]
    [InlineData("../g", "http://a/b/g")]
    [InlineData("../..", "http://a/")]
    [InlineData("../../", "http://a/")]
    [InlineData("../../g", "http://a/g")]
    [InlineData("../../../g", "http://a/g")]
    [InlineData("../../../../g", "http://a/g")]
    [InlineData("/./g", "http://a/g")]
    [InlineData("/../g", "http://a/g")]
    [InlineData("g.", "http://a/b/c/g.")]
    [InlineData(".g", "http://a/b/c/.g")]
    [InlineData("g..", "http://a/b/c/g..")]
    [InlineData("..g", "http://a/b/c/..g")]
    [InlineData("./../g", "http://a/b/g")]
    [InlineData("./g/.", "http://a/b/c/g/")]
    [InlineData("g/./h", "http://a/b/c/g/h")]
    [InlineData("g/../h", "http://a/b/c/h")]
    [InlineData("g;x=1/./y", "http://a/b/c/g;x=1/y")]
    [InlineData("g;x=1/../y", "http://a/b/c/y")]
    [InlineData("g?y/./x", "http://a/b/c/g?y/./x")]
    [InlineData("g?y/../x", "http://a/b/c/g?y/../x")]
    [InlineData("g#s/./x", "http://a/b/c/g#s/./x")]
    [InlineData("g#s/../x", "http://a/b/c/g#s/../x")]
    public void Resolves_the_examples_of_the_standard(string reference, string expected) =>
        Assert.Equal(expected, FeedUrl.Resolve(reference, "http://a/b/c/d;p?q"));

    [Theory]
    [InlineData("a b.html", "http://h.example/x/y", "http://h.example/x/a b.html")]
    [InlineData("ä/ö?ü=%c3", "http://h.example/x/", "http://h.example/x/ä/ö?ü=%c3")]
    [InlineData("  g\n", "http://h.example", "http://h.example/g")]
    [InlineData("long\n  name", "http://h.example/", "http://h.example/long  name")]
    [InlineData("mailto:a@b.example", "http://h.example/", "mailto:a@b.example")]
    [InlineData("JavaScript:alert(1)", "http://h.example/", "JavaScript:alert(1)")]
    [InlineData("g", "http://h.example?q=/a/b", "http://h.example/g")]
    [InlineData("?q", "http://h.example", "http://h.example?q")]
    [InlineData("g", "mailto:a@b.example", "g")]
    [InlineData("g", "tag:h.example,2004:1", "g")]
    [InlineData("g", null, "g")]
    [InlineData("/g", "", "/g")]
    [InlineData("g", "folder/file", "folder/g")]
    [InlineData("//other.example/g", "https://h.example/x", "https://other.example/g")]
    [InlineData("HTTP://H.example/%7Eu", "https://h.example/x", "HTTP://H.example/%7Eu")]
    [InlineData("a:b/c", "http://h.example/", "a:b/c")]
    [InlineData("./a:b/c", "http://h.example/", "http://h.example/a:b/c")]
    [InlineData("http://[bad", "http://h.example/", "http://[bad")]
    [InlineData("g", "http://[bad/x/y", "http://[bad/x/g")]
    [InlineData("g", "feed://h.example/x/y", "feed://h.example/x/g")]
    [InlineData("g", "file:///x/y", "file:///x/g")]
    [InlineData("a//../b", "http://h.example/", "http://h.example/a/b")]
    [InlineData(".a/b", "http://h.example/", "http://h.example/.a/b")]
    [InlineData(":80/x", "http://h.example/y/z", "http://h.example/y/:80/x")]
    public void Bends_to_what_feeds_hold(string reference, string? baseUrl, string expected) =>
        Assert.Equal(expected, FeedUrl.Resolve(reference, baseUrl));

    [Fact]
    public void Is_linear_in_climbing_segments()
    {
        var path = string.Concat(Enumerable.Repeat("a/../b/./", 200_000));
        Assert.EndsWith("/b/c", FeedUrl.Resolve(path + "c", "http://h.example/"), StringComparison.Ordinal);
        Assert.Equal("http://h.example/c", FeedUrl.Resolve(string.Concat(Enumerable.Repeat("../", 1_000_000)) + "c", "http://h.example/x"));
    }
}
