using System.Text;
using Aggregator.Pipeline.Ports;
using Aggregator.TestKit;

namespace Aggregator.Fetching.Tests;

public class OwnHeadersTests
{
    private const string Secret = "s3cret/with+chars";
    private static readonly string Rss = SampleFeed.Rss("https://site.example", 1);

    public static TheoryData<FeedAuth, string, string> Logins => new()
    {
        { new(AuthKind.Basic, "env:TOKEN", "ada"), "Authorization", "Basic " + Convert.ToBase64String(Encoding.UTF8.GetBytes("ada:" + Secret)) },
        { new(AuthKind.Basic, "env:TOKEN"), "Authorization", "Basic " + Convert.ToBase64String(Encoding.UTF8.GetBytes(Secret)) },
        { new(AuthKind.Bearer, "env:TOKEN"), "Authorization", "Bearer " + Secret },
        { new(AuthKind.Header, "env:TOKEN", "X-Api-Key"), "X-Api-Key", Secret },
        { new(AuthKind.Cookie, "env:TOKEN"), "Cookie", Secret },
    };

    [Theory]
    [MemberData(nameof(Logins))]
    public async Task A_login_reaches_the_feed_and_no_other_origin(FeedAuth auth, string header, string value)
    {
        await using var fixture = await FetchFixture.StartAsync();
        await using var elsewhere = await FeedServer.StartAsync();
        elsewhere.OnFeed("/end", Rss);
        fixture.Server.On("/away", FeedScript.RedirectTo(elsewhere.Url("/end"), 302));
        var start = fixture.Server.On("/start", FeedScript.RedirectTo("/away", 302));
        var fetcher = fixture.Fetcher(secrets: Reading);
        using var fetched = (await fetcher.FetchAsync(new FetchRequest { Url = start, Auth = auth, Headers = [new("X-Own", "yes")] }, TestContext.Current.CancellationToken)).Body(Rss);

        Assert.All(fixture.Server.Requests, request => Assert.Equal((value, "yes"), (request.Header(header), request.Header("X-Own"))));
        var there = Assert.Single(elsewhere.Requests);
        Assert.Equal((null, null), (there.Header(header), there.Header("X-Own")));
        Assert.DoesNotContain(there.Headers.Values, v => v.Contains(Secret, StringComparison.Ordinal));
    }

    [Fact]
    public async Task A_secret_that_is_not_there_is_named()
    {
        await using var fixture = await FetchFixture.StartAsync();
        var url = fixture.Server.OnFeed("/feed", Rss);
        var request = new FetchRequest { Url = url, Auth = new(AuthKind.Bearer, "env:MISSING") };
        (await fixture.Fetcher(secrets: Reading).FetchAsync(request, TestContext.Current.CancellationToken)).Failed(FailureKind.NeedsLogin, "env:MISSING");
        Assert.Empty(fixture.Server.Requests);
    }

    [Fact]
    public async Task A_secret_in_the_address_shows_as_its_template_everywhere()
    {
        await using var fixture = await FetchFixture.StartAsync();
        fixture.Server.OnFeed("/feed", Rss);
        fixture.Server.On("/moved", new FeedScript { Custom = context => { context.Response.Redirect("/feed" + context.Request.QueryString); return Task.CompletedTask; } });
        var template = fixture.Server.Url("/moved?key=${env:TOKEN}");
        var fetcher = fixture.Fetcher(secrets: Reading);
        using var fetched = (await fetcher.FetchAsync(new FetchRequest { Url = template }, TestContext.Current.CancellationToken)).Body(Rss);
        Assert.All(fixture.Server.Requests, request => Assert.EndsWith("?key=" + Secret, request.RawTarget, StringComparison.Ordinal));
        Assert.Equal(fixture.Server.Url("/feed?key=${env:TOKEN}"), fetched.Url);
        Assert.Equal(fetched.Url, fetched.Validators!.Url);
        Assert.Equal([template, fetched.Url], fetched.Hops.Select(h => h.Url));

        var again = await fetcher.FetchAsync(new FetchRequest { Url = template, Validators = fetched.Validators }, TestContext.Current.CancellationToken);
        Assert.IsType<FetchOutcome.NotModified>(again);

        fixture.Server.On("/moved", FeedScript.RedirectTo($"ftp://x.example/{Secret}/{Uri.EscapeDataString(Secret)}"));
        var failed = (await fetcher.FetchAsync(new FetchRequest { Url = template }, TestContext.Current.CancellationToken)).Failed(FailureKind.Redirect, "${env:TOKEN}");
        Assert.DoesNotContain("s3cret", failed.ToString(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_user_in_the_address_logs_in()
    {
        await using var fixture = await FetchFixture.StartAsync();
        var url = fixture.Server.OnFeed("/feed", Rss).Replace("//", "//ada:${env:TOKEN}@", StringComparison.Ordinal);
        using var fetched = (await fixture.Fetcher(secrets: reference => reference == "env:TOKEN" ? "p%40ss" : null)
            .FetchAsync(new FetchRequest { Url = url }, TestContext.Current.CancellationToken)).Body(Rss);
        Assert.Equal("Basic " + Convert.ToBase64String("ada:p@ss"u8), Assert.Single(fixture.Server.Requests).Header("Authorization"));
    }

    [Fact]
    public async Task The_feeds_own_user_agent_replaces_ours()
    {
        await using var fixture = await FetchFixture.StartAsync();
        using var fetched = (await fixture.FetchAsync(fixture.Server.OnFeed("/feed", Rss), ask: r => r with { UserAgent = "Other/1.0" })).Body(Rss);
        Assert.Equal("Other/1.0", Assert.Single(fixture.Server.Requests).Header("User-Agent"));
    }

    private static string? Reading(string reference) => reference == "env:TOKEN" ? Secret : null;
}
