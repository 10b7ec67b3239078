using Aggregator.Pipeline.Ports;
using Aggregator.Pipeline.Subscribing;

namespace Aggregator.Pipeline.Tests.Subscribing;

/// <summary>How the list says what a request looks like: headers, user agent, login, proxy, TLS.</summary>
public class RequestOptionsTests
{
    [Fact]
    public void Every_key_reaches_the_subscription()
    {
        var feed = ListTexts.Only(ListTexts.Json("""
            { "feeds": [ { "url": "https://example.org/a?k=${env:KEY}", "userAgent": "Other/1.0", "ignoreTls": true, "proxy": "http://ada:${env:P}@proxy.example:3128",
                "headers": { "Accept-Language": "de", "X-Mine": "a ${env:TOKEN} b" }, "auth": { "type": "basic", "user": "ada", "secret": "file:secrets/ada" } } ] }
            """));
        Assert.Equal("https://example.org/a?k=${env:KEY}", feed.Url);
        Assert.Equal(("Other/1.0", true, "http://ada:${env:P}@proxy.example:3128"), (feed.UserAgent, feed.IgnoreTls, feed.Proxy));
        Assert.Equal([new("Accept-Language", "de"), new RequestHeader("X-Mine", "a ${env:TOKEN} b")], feed.Headers);
        Assert.Equal(new FeedAuth(AuthKind.Basic, "file:secrets/ada", "ada"), feed.Auth);
    }

    public static TheoryData<string, FeedAuth> Logins => new()
    {
        { """{ "type": "basic", "secret": "env:A" }""", new(AuthKind.Basic, "env:A") },
        { """{ "type": "basic", "user": "ada lovelace", "secret": "env:A" }""", new(AuthKind.Basic, "env:A", "ada lovelace") },
        { """{ "type": "bearer", "secret": "file:/run/secrets/a b" }""", new(AuthKind.Bearer, "file:/run/secrets/a b") },
        { """{ "type": "header", "name": "X-Key", "secret": "env:_A1" }""", new(AuthKind.Header, "env:_A1", "X-Key") },
        { """{ "type": "header", "name": "authorization", "secret": "env:A" }""", new(AuthKind.Header, "env:A", "authorization") },
        { """{ "type": "header", "secret": "env:A" }""", new(AuthKind.Header, "env:A") },
        { """{ "type": "cookie", "secret": "env:A" }""", new(AuthKind.Cookie, "env:A") },
    };

    [Theory]
    [MemberData(nameof(Logins))]
    public void Every_kind_of_login(string auth, FeedAuth expected) =>
        Assert.Equal(expected, ListTexts.Only(ListTexts.Json($$"""{ "feeds": [ { "url": "https://example.org/a", "auth": {{auth}} } ] }""")).Auth);

    [Fact]
    public void They_flow_from_defaults_over_the_group_and_the_innermost_word_counts()
    {
        var list = ListTexts.Json("""
            { "defaults": { "headers": { "X-A": "defaults", "X-B": "defaults" }, "userAgent": "D/1", "proxy": "http://d.example:1", "auth": { "type": "bearer", "secret": "env:D" }, "ignoreTls": true },
              "groups": [ { "name": "G", "headers": { "x-b": "group", "X-C": "group" }, "userAgent": "G/1", "ignoreTls": false, "feeds": [
                "https://example.org/a",
                { "url": "https://example.org/b", "headers": { "X-C": "feed" }, "userAgent": "F/1", "proxy": "none", "auth": "none", "ignoreTls": true } ] } ] }
            """);
        Assert.Equal("", ListTexts.Shown(list));
        var (a, b) = (list.Feeds[0], list.Feeds[1]);
        Assert.Equal(("G/1", "http://d.example:1", "env:D", false), (a.UserAgent, a.Proxy, a.Auth?.Secret, a.IgnoreTls));
        Assert.Equal("X-A: defaults, x-b: group, X-C: group", string.Join(", ", a.Headers.Select(h => $"{h.Name}: {h.Value}")));
        Assert.Equal(("F/1", null, null, true), (b.UserAgent, b.Proxy, b.Auth, b.IgnoreTls));
        Assert.Equal("X-A: defaults, x-b: group, X-C: feed", string.Join(", ", b.Headers.Select(h => $"{h.Name}: {h.Value}")));
    }

    [Theory]
    [InlineData("X-Api-Key")]
    [InlineData("x-auth-token")]
    [InlineData("X-Secret")]
    public void A_header_that_looks_like_a_secret_is_a_warning_unless_it_names_one(string name)
    {
        var list = ListTexts.Json($$"""{ "feeds": [ { "url": "https://example.org/a", "headers": { "{{name}}": "hunter2" } } ] }""");
        var warning = Assert.Single(list.Problems);
        Assert.False(warning.IsError);
        Assert.Equal($"feeds[0].headers.{name}", warning.Key);
        Assert.DoesNotContain("hunter2", warning.ToString(), StringComparison.Ordinal);
        ListTexts.Only(ListTexts.Json($$"""{ "feeds": [ { "url": "https://example.org/a", "headers": { "{{name}}": "${env:KEY}" } } ] }"""));
    }

    [Fact]
    public void A_name_that_would_forge_a_line_does_not()
    {
        var problem = Assert.Single(ListTexts.Json("""{ "feeds": [ { "url": "https://example.org/a", "headers": { "X\r\nfeeds.json:1: error": "x" } } ] }""").Problems);
        Assert.True(problem.IsError);
        Assert.DoesNotContain(problem.ToString(), char.IsControl);
    }
}
