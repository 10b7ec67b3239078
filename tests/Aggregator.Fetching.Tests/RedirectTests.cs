using Aggregator.Pipeline.Ports;
using Aggregator.Pipeline.Scheduling;
using Aggregator.TestKit;

namespace Aggregator.Fetching.Tests;

public class RedirectTests
{
    private static readonly string Rss = SampleFeed.Rss("https://site.example", 1);

    [Theory]
    [InlineData("http://a.example/b/c/d?q", "http://b.example/x", "http://b.example/x")]
    [InlineData("http://a.example/b/c/d?q", "//b.example/x?y=1", "http://b.example/x?y=1")]
    [InlineData("https://a.example/b/c/d?q", "//b.example", "https://b.example/")]
    [InlineData("http://a.example/b/c/d?q", "/x", "http://a.example/x")]
    [InlineData("http://a.example/b/c/d?q", "x", "http://a.example/b/c/x")]
    [InlineData("http://a.example/b/c/d?q", "./x", "http://a.example/b/c/x")]
    [InlineData("http://a.example/b/c/d?q", "../x", "http://a.example/b/x")]
    [InlineData("http://a.example/b/c/d?q", "../../../../x", "http://a.example/x")]
    [InlineData("http://a.example/b/c/d?q", "%2e%2E/x", "http://a.example/b/x")]
    [InlineData("http://a.example/b/c/d?q", "..", "http://a.example/b/")]
    [InlineData("http://a.example/b/c/d?q", "?z", "http://a.example/b/c/d?z")]
    [InlineData("http://a.example/b/c/d?q", "", "http://a.example/b/c/d?q")]
    [InlineData("http://a.example/b/c/d?q", "#top", "http://a.example/b/c/d?q")]
    [InlineData("http://a.example/b", " /x y ", "http://a.example/x%20y")]
    [InlineData("http://a.example/b", "/x#part", "http://a.example/x")]
    [InlineData("http://a.example/b", "/caf\u00c3\u00a9", "http://a.example/caf%C3%A9")]
    [InlineData("http://a.example/b", "/caf%C3%a9/%7Eu/~v", "http://a.example/caf%C3%a9/%7Eu/~v")]
    [InlineData("http://a.example/b", "\\\\b.example\\x", "http://b.example/x")]
    [InlineData("http://a.example/b", "http:/x", "http://a.example/x")]
    [InlineData("http://a.example/b/c", "http:x", "http://a.example/b/x")]
    [InlineData("http://a.example/b", "https:/b.example/x", "https://b.example/x")]
    [InlineData("http://a.example/b", "HTTPS://b.example/x", "https://b.example/x")]
    [InlineData("http://a.example/b", "http:////b.example/x", "http://b.example/x")]
    [InlineData("http://a.example:8080/b", "/x", "http://a.example:8080/x")]
    [InlineData("http://a.example/b", "/x?u=http://c.example/..", "http://a.example/x?u=http://c.example/..")]
    [InlineData("http://a.example/b", "file:///etc/passwd", null)]
    [InlineData("http://a.example/b", "ftp://b.example/x", null)]
    [InlineData("http://a.example/b", "data:text/xml,<rss/>", null)]
    [InlineData("http://a.example/b", "javascript:alert(1)", null)]
    [InlineData("http://a.example/b", "http://", null)]
    public void A_location_is_resolved_as_browsers_do(string from, string location, string? expected) =>
        Assert.Equal(expected, RedirectTarget.Resolve(from, location));

    [Fact]
    public async Task Every_hop_is_recorded()
    {
        await using var fixture = await FetchFixture.StartAsync();
        var a = fixture.Server.On("/a", FeedScript.RedirectTo("b", 301));
        var b = fixture.Server.On("/b", FeedScript.RedirectTo("/c?x", 308));
        var c = fixture.Server.OnFeed("/c", Rss);
        using var fetched = (await fixture.FetchAsync(a)).Body(Rss);
        Assert.Equal([new RedirectHop(a, 301), new RedirectHop(b, 308), new RedirectHop(c + "?x", 200)], fetched.Hops);
        Assert.Equal(c + "?x", fetched.Url);
    }

    [Fact]
    public async Task A_host_that_wishes_for_a_pause_is_not_asked()
    {
        await using var fixture = await FetchFixture.StartAsync();
        var pause = new HostPause("b", DateTimeOffset.UnixEpoch, DateTimeOffset.UnixEpoch.AddHours(1), "asked for fewer requests");
        var c = fixture.Server.OnFeed("/c", Rss);
        fixture.Server.On("/b", FeedScript.RedirectTo("/c", 307));
        var a = fixture.Server.On("/a", FeedScript.RedirectTo("/b", 302));
        var asked = new List<string>();

        var outcome = await fixture.FetchAsync(a, ask: r => r with { PauseOf = url => { asked.Add(url); return url == c ? pause : null; } });

        Assert.Equal(pause, Assert.IsType<FetchOutcome.Held>(outcome).Pause);
        Assert.Equal([fixture.Server.Url("/b"), c], asked);
        Assert.Equal(2, fixture.Server.Requests.Count);
    }

    [Fact]
    public async Task Five_redirects_are_followed_and_not_six()
    {
        await using var fixture = await FetchFixture.StartAsync();
        for (var i = 1; i <= 6; i++) fixture.Server.On($"/{i}", FeedScript.RedirectTo($"/{i + 1}", 302));
        fixture.Server.OnFeed("/7", Rss);
        (await fixture.FetchAsync(fixture.Server.Url("/2"))).Body(Rss).Dispose();
        (await fixture.FetchAsync(fixture.Server.Url("/1"))).Failed(FailureKind.Redirect, "more than 5 redirects");
    }

    [Fact]
    public async Task Circles_end_at_once()
    {
        await using var fixture = await FetchFixture.StartAsync();
        fixture.Server.On("/a", FeedScript.RedirectTo("/b", 302));
        fixture.Server.On("/b", FeedScript.RedirectTo("/a", 302));
        (await fixture.FetchAsync(fixture.Server.Url("/a"))).Failed(FailureKind.Redirect, "circle");
        Assert.Equal(2, fixture.Server.Requests.Count);
    }

    [Theory]
    [InlineData("file:///etc/passwd")]
    [InlineData("gopher://127.0.0.1:70/x")]
    public async Task Other_schemes_are_not_followed(string location)
    {
        await using var fixture = await FetchFixture.StartAsync();
        (await fixture.FetchAsync(fixture.Server.On("/a", FeedScript.RedirectTo(location)))).Failed(FailureKind.Redirect, "no http or https");
    }

    [Fact]
    public async Task Escapes_go_out_as_the_list_gives_them()
    {
        await using var fixture = await FetchFixture.StartAsync();
        foreach (var target in new[] { "/%7Euser/a%2Fb?x=%41&y=%c3%a9", "/a/../b/./c?q=~", "/p%20q?z=[1]" })
        {
            await fixture.FetchAsync(fixture.Server.Address + target);
            Assert.Equal(target, fixture.Server.Requests[^1].RawTarget);
        }
    }
}
