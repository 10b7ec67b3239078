using System.Net;
using System.Net.Sockets;
using Aggregator.Pipeline.Ports;
using Aggregator.TestKit;

namespace Aggregator.Fetching.Tests;

public class ProxyTests
{
    private static readonly string Rss = SampleFeed.Rss("https://site.example", 1);

    [Fact]
    public async Task A_proxy_is_used_only_when_the_feed_names_it()
    {
        var asked = new List<string>();
        await using var proxy = await RawServer.StartAsync(head =>
        {
            lock (asked) asked.Add(head);
            return $"HTTP/1.1 200 OK\r\nContent-Length: {Rss.Length}\r\n\r\n{Rss}";
        });
        using var fetcher = new HttpFeedFetcher(new FetchSettings(), TimeProvider.System, null, (_, _) => throw new SocketException((int)SocketError.HostNotFound));
        var request = new FetchRequest { Url = "http://site.example/feed" };
        (await fetcher.FetchAsync(request, TestContext.Current.CancellationToken)).Failed(FailureKind.NameNotFound);
        Assert.Empty(asked);
        using var fetched = (await fetcher.FetchAsync(request with { Proxy = proxy.Address }, TestContext.Current.CancellationToken)).Body(Rss);
        Assert.StartsWith("GET http://site.example/feed HTTP/1.1\r\n", Assert.Single(asked), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("http://127.0.0.1/feed")]
    [InlineData("http://2130706433/feed")]
    [InlineData("http://localhost/feed")]
    [InlineData("http://printer.local/feed")]
    [InlineData("http://metadata.google.internal/x")]
    [InlineData("http://inside.example/feed")]
    public async Task What_a_proxy_is_asked_for_is_judged_all_the_same(string url)
    {
        var asked = 0;
        await using var proxy = await RawServer.StartAsync(_ =>
        {
            Interlocked.Increment(ref asked);
            return "HTTP/1.1 404 Not Found\r\nContent-Length: 0\r\n\r\n";
        });
        using var fetcher = new HttpFeedFetcher(new FetchSettings(), TimeProvider.System, null, (_, _) => Task.FromResult<IPAddress[]>([IPAddress.Parse("10.0.0.1")]));
        (await fetcher.FetchAsync(new FetchRequest { Url = url, Proxy = proxy.Address }, TestContext.Current.CancellationToken)).Failed(FailureKind.AddressRefused);
        Assert.Equal(0, asked);
    }

    [Fact]
    public async Task The_environments_proxy_is_not_asked()
    {
        var asked = 0;
        await using var proxy = await RawServer.StartAsync(_ =>
        {
            Interlocked.Increment(ref asked);
            return "HTTP/1.1 404 Not Found\r\nContent-Length: 0\r\n\r\n";
        });
        var before = Environment.GetEnvironmentVariable("http_proxy");
        Environment.SetEnvironmentVariable("http_proxy", proxy.Address);
        try
        {
            await using var fixture = await FetchFixture.StartAsync();
            using var fetched = (await fixture.FetchAsync(fixture.Server.OnFeed("/feed", Rss))).Body(Rss);
            Assert.Equal(0, asked);
        }
        finally
        {
            Environment.SetEnvironmentVariable("http_proxy", before);
        }
    }
}
