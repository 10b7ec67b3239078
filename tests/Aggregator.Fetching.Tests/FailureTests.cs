using System.Net;
using System.Net.Sockets;
using Aggregator.Pipeline.Ports;
using Aggregator.TestKit;
using Microsoft.Extensions.Time.Testing;

namespace Aggregator.Fetching.Tests;

public class FailureTests
{
    [Theory]
    [InlineData(400, FailureKind.HttpStatus)]
    [InlineData(401, FailureKind.NeedsLogin)]
    [InlineData(403, FailureKind.HttpStatus)]
    [InlineData(404, FailureKind.HttpStatus)]
    [InlineData(407, FailureKind.NeedsLogin)]
    [InlineData(410, FailureKind.Gone)]
    [InlineData(429, FailureKind.Throttled)]
    [InlineData(500, FailureKind.HttpStatus)]
    [InlineData(503, FailureKind.HttpStatus)]
    public async Task A_status_has_its_kind(int status, FailureKind kind)
    {
        await using var fixture = await FetchFixture.StartAsync();
        var failed = (await fixture.FetchAsync(fixture.Server.On("/feed", FeedScript.Failing(status)))).Failed(kind, $"answered {status}");
        Assert.Equal(status, failed.Status);
    }

    [Fact]
    public async Task Retry_after_becomes_an_instant()
    {
        await using var fixture = await FetchFixture.StartAsync();
        var url = fixture.Server.On("/feed", FeedScript.Failing(503, "3600"));
        var before = TimeProvider.System.GetUtcNow();
        var failed = (await fixture.FetchAsync(url)).Failed(FailureKind.Throttled);
        Assert.InRange(failed.RetryAfter!.Value, before.AddSeconds(3600), before.AddSeconds(3630));
    }

    [Theory]
    [InlineData("120", 120)]
    [InlineData("0", null)]
    [InlineData("-5", null)]
    [InlineData("99999999999999999999", 604800)]
    [InlineData("Wed, 25 Nov 2026 10:00:00 GMT", 3600)]
    [InlineData("Wednesday, 25-Nov-26 10:00:00 GMT", 3600)]
    [InlineData("Wed Nov 25 10:00:00 2026", 3600)]
    [InlineData("Wed, 25 Nov 2026 08:00:00 GMT", null)]
    [InlineData("Fri, 31 Dec 2100 23:59:59 GMT", 604800)]
    [InlineData("soon", null)]
    [InlineData("", null)]
    public void Retry_after_is_read_and_clamped(string header, int? seconds)
    {
        var now = new DateTimeOffset(2026, 11, 25, 9, 0, 0, TimeSpan.Zero);
        Assert.Equal(seconds is { } s ? now.AddSeconds(s) : null, RetryAfter.Read(header, now));
    }

    [Fact]
    public async Task Nobody_listening_is_a_refused_connection()
    {
        await using var fixture = await FetchFixture.StartAsync();
        using var listener = new TcpListener(IPAddress.Loopback, 0);
        listener.Start();
        var port = ((IPEndPoint)listener.LocalEndpoint).Port;
        listener.Stop();
        (await fixture.FetchAsync($"http://127.0.0.1:{port}/feed")).Failed(FailureKind.ConnectionFailed, "connection refused");
    }

    [Fact]
    public async Task An_unknown_name_is_said_to_be_unknown()
    {
        await using var fixture = await FetchFixture.StartAsync();
        using var fetcher = fixture.Fetcher(resolver: (_, _) => throw new SocketException((int)SocketError.HostNotFound));
        (await fetcher.FetchAsync(new FetchRequest { Url = "http://nowhere.example/feed" }, TestContext.Current.CancellationToken))
            .Failed(FailureKind.NameNotFound, "nowhere.example");
    }

    [Fact]
    public async Task A_server_that_does_not_answer_is_left_after_the_headers_budget()
    {
        await using var fixture = await FetchFixture.StartAsync();
        var url = fixture.Server.On("/feed", new FeedScript { Hangs = true });
        (await fixture.FetchAsync(url, change: s => s with { HeadersTimeout = TimeSpan.FromMilliseconds(200) })).Failed(FailureKind.Timeout, "0.2 s (HeadersTimeout)");
    }

    [Fact]
    public async Task A_body_that_falls_silent_is_left_after_the_idle_budget()
    {
        await using var fixture = await FetchFixture.StartAsync();
        var url = fixture.Server.On("/feed", FeedScript.Feed(SampleFeed.Rss("https://a.example", 5)) with { HangAfter = 300 });
        (await fixture.FetchAsync(url, change: s => s with { IdleTimeout = TimeSpan.FromMilliseconds(200) })).Failed(FailureKind.Timeout, "IdleTimeout");
    }

    [Fact]
    public async Task The_total_covers_redirects_and_body()
    {
        await using var fixture = await FetchFixture.StartAsync();
        fixture.Server.On("/feed", FeedScript.Feed(SampleFeed.Rss("https://a.example", 5)) with { HangAfter = 300 });
        var url = fixture.Server.On("/start", FeedScript.RedirectTo("/feed"));
        var failed = (await fixture.FetchAsync(url, ask: r => r with { Timeout = TimeSpan.FromMilliseconds(300) })).Failed(FailureKind.Timeout, "TotalTimeout");
        Assert.Equal(2, failed.Hops.Count);
        Assert.Equal(300, failed.WireBytes);
    }

    [Fact]
    public async Task The_budgets_run_on_the_clock_that_was_given()
    {
        await using var fixture = await FetchFixture.StartAsync();
        var time = new FakeTimeProvider();
        var url = fixture.Server.On("/feed", FeedScript.Feed(SampleFeed.Rss("https://a.example", 5)) with { HangAfter = 300 });
        var fetch = fixture.Fetcher(time: time).FetchAsync(new FetchRequest { Url = url }, TestContext.Current.CancellationToken).AsTask();
        while (!fetch.IsCompleted)
        {
            time.Advance(TimeSpan.FromSeconds(1));
            await Task.Yield();
        }

        (await fetch).Failed(FailureKind.Timeout);
    }

    [Fact]
    public async Task Stopping_throws_and_nothing_else_does()
    {
        await using var fixture = await FetchFixture.StartAsync();
        var url = fixture.Server.On("/feed", new FeedScript { Hangs = true });
        using var stop = new CancellationTokenSource(TimeSpan.FromMilliseconds(100));
        await Assert.ThrowsAnyAsync<OperationCanceledException>(() => fixture.Fetcher().FetchAsync(new FetchRequest { Url = url }, stop.Token).AsTask());
    }

    [Theory]
    [InlineData("not an address")]
    [InlineData("ftp://example.org/feed")]
    [InlineData("http://")]
    [InlineData("http://[::1/feed")]
    public async Task No_address_is_a_failure(string url)
    {
        await using var fixture = await FetchFixture.StartAsync();
        (await fixture.FetchAsync(url)).Failed(FailureKind.Redirect, "no http or https address");
    }
}
