using Aggregator.TestKit;

namespace Aggregator.Fetching.Tests;

public class MannersTests
{
    [Fact]
    public async Task The_request_says_who_asks_and_what_is_welcome()
    {
        await using var fixture = await FetchFixture.StartAsync();
        (await fixture.FetchAsync(fixture.Server.OnFeed("/feed", SampleFeed.Rss("https://a.example", 1)), change: s => s with { Version = "1.2" })).Body().Dispose();
        var request = Assert.Single(fixture.Server.Requests);
        Assert.Equal("GET", request.Method);
        Assert.Equal("Aggregator/1.2 (+https://example.org/about)", request.Header("User-Agent"));
        Assert.Equal("gzip, br, deflate", request.Header("Accept-Encoding"));
        Assert.Contains("application/atom+xml", request.Header("Accept"), StringComparison.Ordinal);
        Assert.Null(request.Header("Cookie"));
        Assert.Null(request.Header("traceparent"));
        Assert.False(request.IsConditional);
    }

    [Fact]
    public async Task One_connection_serves_many_requests_to_a_host()
    {
        await using var fixture = await FetchFixture.StartAsync();
        var fetcher = fixture.Fetcher();
        for (var i = 0; i < 10; i++)
        {
            var url = fixture.Server.OnFeed($"/{i}", SampleFeed.Rss("https://a.example", i));
            var first = await fetcher.FetchAsync(new() { Url = url }, TestContext.Current.CancellationToken);
            first.Body().Dispose();
            await fetcher.FetchAsync(new() { Url = url, Validators = first.Body().Validators }, TestContext.Current.CancellationToken);
            await fetcher.FetchAsync(new() { Url = fixture.Server.On("/404", FeedScript.Failing(404)) }, TestContext.Current.CancellationToken);
        }

        Assert.Single(fixture.Server.Requests.Select(r => r.ConnectionId).Distinct());
    }

    [Fact]
    public async Task A_connection_that_breaks_before_an_answer_is_tried_once_more_after_the_pause()
    {
        var asked = 0;
        await using var raw = await RawServer.StartAsync(_ => Interlocked.Increment(ref asked) == 1 ? "" : "HTTP/1.1 404 Not Found\r\nContent-Length: 0\r\n\r\n");
        await using var fixture = await FetchFixture.StartAsync();
        (await fixture.FetchAsync(raw.Address + "/feed", change: s => s with { RetryPause = TimeSpan.FromMilliseconds(20) })).Failed(Aggregator.Pipeline.Ports.FailureKind.HttpStatus, "404");
        Assert.Equal(2, asked);
    }

    [Fact]
    public async Task It_is_not_tried_a_third_time()
    {
        var asked = 0;
        await using var raw = await RawServer.StartAsync(_ =>
        {
            Interlocked.Increment(ref asked);
            return "";
        });
        await using var fixture = await FetchFixture.StartAsync();
        (await fixture.FetchAsync(raw.Address + "/feed", change: s => s with { RetryPause = TimeSpan.FromMilliseconds(20) })).Failed(Aggregator.Pipeline.Ports.FailureKind.BrokenTransfer, "closed the connection");
        Assert.Equal(2, asked);
    }
}
