using Aggregator.Pipeline.Subscribing;

namespace Aggregator.Pipeline.Tests.Subscribing;

public class FeedUrlTests
{
    [Theory]
    [InlineData("https://example.org/feed.xml")]
    [InlineData("http://example.org")]
    [InlineData("HTTPS://EXAMPLE.ORG/Feed?x=%2F&y=a:b")]
    [InlineData("http://127.0.0.1:8080/a")]
    [InlineData("http://[::1]:8080/a")]
    [InlineData("https://b\u00FCcher.example/feed")]
    [InlineData("https://example.org/a@b")]
    public void Taken(string url) => Assert.Null(FeedUrl.Problem(url));

    [Theory]
    [InlineData("", "empty")]
    [InlineData("example.org/feed", "no absolute address")]
    [InlineData("localhost:8080/feed", "no absolute address")]
    [InlineData("/feed.xml", "no absolute address")]
    [InlineData("//example.org/feed.xml", "no absolute address")]
    [InlineData("https:/example.org/feed", "host is missing")]
    [InlineData("https:///feed", "host is missing")]
    [InlineData("http://", "host is missing")]
    [InlineData("http://[::1/feed", "host is missing")]
    [InlineData("https://exam\u0378ple.org/", "host is missing")]
    [InlineData("ftp://example.org/feed", "only http and https")]
    [InlineData("data:text/xml,x", "only http and https")]
    [InlineData("exec:ls", "only http and https")]
    [InlineData("gopher://example.org/1", "only http and https")]
    [InlineData("file:///etc/passwd", "the key file")]
    [InlineData("feed://example.org/feed", "https://")]
    [InlineData("feed:https://example.org/feed", "https://")]
    [InlineData("https://example.org/a b", "%20")]
    [InlineData("https://example.org/a\u0007", "control")]
    [InlineData("https://user:secret@example.org/", "user name or password")]
    [InlineData("https://user@example.org/", "user name or password")]
    [InlineData("https://example.org/?key=${env:KEY}", "only in feeds.json")]
    public void Refused_with_a_reason(string url, string says)
    {
        var problem = FeedUrl.Problem(url);
        Assert.NotNull(problem);
        Assert.Contains(says, problem, StringComparison.Ordinal);
        Assert.DoesNotContain("secret", problem.Replace("place for secrets", "", StringComparison.Ordinal), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("https://example.org/?key=${env:KEY}")]
    [InlineData("https://example.org/${env:KEY}/feed?a=${env:_B2}")]
    public void An_address_of_feeds_json_may_name_secrets(string url) => Assert.Null(FeedUrl.Problem(url, mayNameSecrets: true));

    [Theory]
    [InlineData("https://example.org", "https://example.org/")]
    [InlineData("HTTPS://Example.ORG:443/a", "https://example.org/a")]
    [InlineData("http://example.org:80/a#top", "http://example.org/a")]
    [InlineData("https://b\u00FCcher.example/a", "https://xn--bcher-kva.example/a")]
    public void One_address_in_two_spellings(string a, string b) => Assert.Equal(FeedUrl.Key(b), FeedUrl.Key(a));

    [Theory]
    [InlineData("https://example.org/a", "http://example.org/a")]
    [InlineData("https://example.org/a", "https://example.org/A")]
    [InlineData("https://example.org/a", "https://example.org/a/")]
    [InlineData("https://example.org/%41", "https://example.org/A")]
    [InlineData("https://example.org/a?x=1", "https://example.org/a")]
    [InlineData("https://example.org:8080/a", "https://example.org/a")]
    [InlineData("file:a.xml", "file:b.xml")]
    public void Two_addresses(string a, string b) => Assert.NotEqual(FeedUrl.Key(b), FeedUrl.Key(a));
}
