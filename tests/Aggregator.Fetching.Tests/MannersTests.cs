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
}
