using Aggregator.Pipeline.Polling;
using Aggregator.Pipeline.Ports;
using Aggregator.Pipeline.Subscribing;
using Aggregator.TestKit;
using Microsoft.AspNetCore.Http;

namespace Aggregator.Tests.Fetching;

/// <summary>What a server that counts sees of us.</summary>
public sealed class PolitenessTests : IAsyncLifetime
{
    private readonly SimulatedDays _days = new();
    private FeedServer _server = null!;

    public async ValueTask InitializeAsync() => _server = await FeedServer.StartAsync();

    public async ValueTask DisposeAsync()
    {
        await _days.DisposeAsync();
        await _server.DisposeAsync();
    }

    [Fact]
    public async Task Twenty_polls_are_conditional_keep_their_pauses_and_stay_away_when_asked()
    {
        var changing = Hourly(_server.On("/changing", new FeedScript { Custom = context => Changing(context) }));
        var steady = Hourly(_server.OnFeed("/steady", SampleFeed.Rss("https://steady.example", 3)));
        var busy = Hourly(_server.On("/busy", Refusing(503, "10800", times: 3)));
        var throttled = Hourly(_server.On("/throttled", Refusing(429, "7200", times: 2)));
        await _days.SubscribeAsync(changing, steady, busy, throttled);
        while (_server.RequestsFor("/steady").Count < 20)
        {
            await _days.RunAsync(TimeSpan.FromHours(1));
            _days.Restart();
        }

        // Conditional from the second poll of a feed that answered once.
        foreach (var path in (string[])["/changing", "/steady"])
        {
            Assert.InRange(_server.RequestsFor(path).Count, 15, 30);
            Assert.All(_server.RequestsFor(path).Skip(1), request => Assert.True(request.IsConditional));
            Assert.Equal("feed", _server.RequestsFor(path)[1].Header("A-IM"));
        }

        // Nobody of the host inside the wish of a 429, and the feed itself not inside that of a 503.
        var fetches = _days.Fetches.OrderBy(f => f.Began).ToList();
        foreach (var refused in fetches.Where(f => f.Outcome.RetryAfter is not null))
        {
            var meant = refused.Outcome.Status == 429 ? fetches : [.. fetches.Where(f => f.Request.Url == refused.Request.Url)];
            Assert.DoesNotContain(meant, f => f.Began > refused.Began && f.Began < refused.Outcome.RetryAfter);
        }

        Assert.Equal((3, 2), (fetches.Count(f => f.Outcome.Status == 503), fetches.Count(f => f.Outcome.Status == 429)));
        Assert.All(fetches.Zip(fetches.Skip(1)), pair => Assert.True(pair.Second.Began - pair.First.Ended >= TimeSpan.FromSeconds(1), $"{pair.First.Ended:O} {pair.Second.Began:O}"));
        Assert.Equal(1, _server.MostInFlight);
    }

    [Theory]
    [InlineData("5m", false)]
    [InlineData("15m", false)]
    [InlineData(null, false)]
    [InlineData("5m", true)]
    [InlineData("15m", true)]
    [InlineData(null, true)]
    public async Task A_feed_that_fails_for_a_day_is_asked_at_most_12_times(string? every, bool breaks)
    {
        var url = _server.On("/broken", breaks ? new FeedScript { Custom = context => { context.Abort(); return Task.CompletedTask; } } : FeedScript.Failing(500));
        await _days.SubscribeAsync(new Subscription { Url = url, Every = every is null ? null : Durations.TryParse(every, out var time) ? time : throw new FormatException(every) });
        var receipts = await _days.RunAsync(TimeSpan.FromDays(1));
        Assert.All(receipts, receipt => Assert.True(receipt.Failed));
        Assert.InRange(_server.Requests.Count, 5, 12);
    }

    [Fact]
    public async Task A_feed_that_answers_only_304_for_a_week_is_asked_once_for_all_of_it()
    {
        var body = SampleFeed.Rss("https://stuck.example", 2);
        var url = _server.OnFeed("/stuck", body);
        await _days.SubscribeAsync(new Subscription { Url = url, Every = TimeSpan.FromHours(12) });
        await _days.RunAsync(TimeSpan.FromDays(6.9));
        Assert.Equal([false, .. Enumerable.Repeat(true, 13)], _server.Requests.Select(r => r.IsConditional));
        await _days.RunAsync(TimeSpan.FromDays(1));
        Assert.Equal([false, true], _server.Requests.Skip(14).Select(r => r.IsConditional));
        Assert.Equal(2, Stored.Number(_days.Folder, "SELECT count(*) FROM articles"));
    }

    [Fact]
    public async Task A_partial_window_is_stored_and_its_tag_goes_back_next()
    {
        var full = SampleFeed.Rss("https://delta.example", 3);
        var url = _server.On("/delta", new FeedScript
        {
            Custom = async context =>
            {
                var known = context.Request.Headers.IfNoneMatch.ToString();
                if (known == "\"2\"")
                {
                    context.Response.StatusCode = 304;
                    return;
                }

                context.Response.Headers.ETag = known.Length == 0 ? "\"1\"" : "\"2\"";
                if (known.Length > 0) (context.Response.StatusCode, context.Response.Headers["IM"]) = (226, "feed");
                await context.Response.WriteAsync(known.Length == 0 ? full : SampleFeed.Rss("https://delta.example", 1, from: 4));
            },
        });
        await _days.SubscribeAsync(Hourly(url));
        var receipts = await _days.RunAsync(TimeSpan.FromHours(2.5));
        Assert.Equal(["changed", "changed", "not-modified"], receipts.Select(r => r.Outcome));
        Assert.Equal([null, "\"1\"", "\"2\""], _server.Requests.Select(r => r.Header("If-None-Match")));
        Assert.Equal(4, Stored.Number(_days.Folder, "SELECT count(*) FROM articles"));
    }

    private static Subscription Hourly(string url) => new() { Url = url, Every = TimeSpan.FromHours(1) };

    private static FeedScript Refusing(int status, string retryAfter, int times)
    {
        var asked = 0;
        return new FeedScript
        {
            Custom = async context =>
            {
                if (Interlocked.Increment(ref asked) is var number && number % 3 == 2 && number / 3 < times)
                {
                    context.Response.StatusCode = status;
                    context.Response.Headers.RetryAfter = retryAfter;
                    return;
                }

                await context.Response.WriteAsync(SampleFeed.Rss("https://moody.example", 1));
            },
        };
    }

    // New items each time it is asked, under a new tag.
    private Task Changing(HttpContext context)
    {
        var version = _server.RequestsFor("/changing").Count;
        context.Response.Headers.ETag = $"\"{version}\"";
        return context.Response.WriteAsync(SampleFeed.Rss("https://changing.example", 2, from: version));
    }
}
