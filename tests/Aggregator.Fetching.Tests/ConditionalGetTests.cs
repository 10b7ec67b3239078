using Aggregator.Pipeline.Ports;
using Aggregator.TestKit;
using Microsoft.AspNetCore.Http;

namespace Aggregator.Fetching.Tests;

public class ConditionalGetTests
{
    private static readonly string Rss = SampleFeed.Rss("https://site.example", 3);

    [Theory]
    [InlineData("\"abc\"", null)]
    [InlineData("W/\"abc\"", null)]
    [InlineData("unquoted-tag", null)]
    [InlineData("\"quote\"in\"side\"", null)]
    [InlineData("\"caf\u00e9 \u00a7\"", null)]
    [InlineData("two words, \"and\" a comma", null)]
    [InlineData(null, "Wed, 21 Oct 2015 07:28:00 GMT")]
    [InlineData(null, "yesterday at noon")]
    [InlineData("\"both\"", "2015-10-21T07:28:00Z")]
    public async Task Validators_go_back_byte_for_byte(string? tag, string? date)
    {
        await using var raw = await RawServer.StartAsync(request =>
            (tag is null || request.Contains($"\r\nIf-None-Match: {tag}\r\n", StringComparison.Ordinal))
            && (date is null || request.Contains($"\r\nIf-Modified-Since: {date}\r\n", StringComparison.Ordinal))
                ? "HTTP/1.1 304 Not Modified\r\n\r\n"
                : $"HTTP/1.1 200 OK\r\n{(tag is null ? "" : $"ETag: {tag}\r\n")}{(date is null ? "" : $"Last-Modified: {date}\r\n")}Content-Length: {Rss.Length}\r\n\r\n{Rss}");
        using var fetcher = new HttpFeedFetcher(FetchFixture.Settings, TimeProvider.System);

        using var first = (await fetcher.FetchAsync(new FetchRequest { Url = raw.Address + "/feed" }, TestContext.Current.CancellationToken)).Body(Rss);
        Assert.Equal(new Validators(raw.Address + "/feed", tag, date), first.Validators);
        var second = await fetcher.FetchAsync(new FetchRequest { Url = raw.Address + "/feed", Validators = first.Validators }, TestContext.Current.CancellationToken);
        Assert.Null(Assert.IsType<FetchOutcome.NotModified>(second).Validators);
    }

    [Fact]
    public async Task A_304_that_carries_a_new_tag_gives_it()
    {
        await using var fixture = await FetchFixture.StartAsync();
        var url = fixture.Server.On("/feed", new FeedScript
        {
            Custom = context =>
            {
                context.Response.StatusCode = 304;
                context.Response.Headers.ETag = "\"new\"";
                return Task.CompletedTask;
            },
        });
        var outcome = await fixture.FetchAsync(url, new Validators(url, "\"old\"", null));
        Assert.Equal(new Validators(url, "\"new\"", null), Assert.IsType<FetchOutcome.NotModified>(outcome).Validators);
    }

    [Fact]
    public async Task A_304_that_nobody_asked_for_is_a_failure()
    {
        await using var fixture = await FetchFixture.StartAsync();
        var url = fixture.Server.On("/feed", FeedScript.Failing(304));
        var failed = (await fixture.FetchAsync(url)).Failed(FailureKind.HttpStatus, "304");
        Assert.Equal(304, failed.Status);
    }

    [Fact]
    public async Task Validators_go_only_to_the_address_that_gave_them()
    {
        await using var fixture = await FetchFixture.StartAsync();
        var end = fixture.Server.OnFeed("/end", Rss);
        var start = fixture.Server.On("/start", FeedScript.RedirectTo("/end", 302));

        using var first = (await fixture.FetchAsync(start)).Body(Rss);
        Assert.Equal(end, first.Url);
        Assert.Equal(end, first.Validators!.Url);
        Assert.IsType<FetchOutcome.NotModified>(await fixture.FetchAsync(start, first.Validators));
        Assert.All(fixture.Server.RequestsFor("/start"), request => Assert.False(request.IsConditional));
        Assert.Equal([false, true], fixture.Server.RequestsFor("/end").Select(request => request.IsConditional));
    }

    [Fact]
    public async Task A_tag_over_1_KB_is_not_kept()
    {
        await using var fixture = await FetchFixture.StartAsync();
        var url = fixture.Server.On("/feed", FeedScript.Feed(Rss) with { ETag = $"\"{new string('x', 1024)}\"" });
        using var fetched = (await fixture.FetchAsync(url)).Body(Rss);
        Assert.Null(fetched.Validators);
    }

    [Fact]
    public async Task A_412_drops_the_condition()
    {
        await using var fixture = await FetchFixture.StartAsync();
        var url = fixture.Server.On("/feed", new FeedScript
        {
            Custom = async context =>
            {
                if (context.Request.Headers.IfNoneMatch.Count > 0) context.Response.StatusCode = 412;
                else await context.Response.WriteAsync(Rss);
            },
        });
        using var fetched = (await fixture.FetchAsync(url, new Validators(url, "\"a\"", null))).Body(Rss);
        Assert.Equal([true, false], fixture.Server.Requests.Select(r => r.IsConditional));
        fixture.Server.On("/feed", FeedScript.Failing(412));
        (await fixture.FetchAsync(url, new Validators(url, "\"a\"", null))).Failed(FailureKind.HttpStatus, "412");
    }

    [Fact]
    public async Task A_partial_window_is_asked_for_and_taken()
    {
        await using var fixture = await FetchFixture.StartAsync();
        var url = fixture.Server.On("/feed", FeedScript.Feed(Rss) with { Status = 226, ETag = "\"2\"", Headers = [("IM", "feed")] });
        using var fetched = (await fixture.FetchAsync(url, new Validators(url, "\"1\"", null))).Body(Rss);
        Assert.Equal("feed", Assert.Single(fixture.Server.Requests).Header("A-IM"));
        Assert.Equal("\"2\"", fetched.Validators!.ETag);
    }

    [Theory]
    [InlineData(202)]
    [InlineData(203)]
    [InlineData(206)]
    public async Task Another_success_with_a_foreign_body_is_a_failure(int status)
    {
        await using var fixture = await FetchFixture.StartAsync();
        var url = fixture.Server.On("/feed", FeedScript.Feed("<html><title>One moment please</title></html>", "text/html") with { Status = status });
        (await fixture.FetchAsync(url)).Failed(FailureKind.HttpStatus, "no feed");
        fixture.Server.On("/feed", FeedScript.Feed("") with { Status = status });
        (await fixture.FetchAsync(url)).Failed(FailureKind.HttpStatus, "empty body");
        fixture.Server.On("/feed", FeedScript.Feed(Rss) with { Status = status });
        using var feed = (await fixture.FetchAsync(url)).Body(Rss);
        Assert.Null(feed.Validators);
    }
}
