using Aggregator.Archive.Sqlite.Upkeep;
using Aggregator.Pipeline.Ports;
using Aggregator.Pipeline.Subscribing;
using Aggregator.TestKit;

namespace Aggregator.Tests.Fetching;

/// <summary>Feeds that move, or seem to, over simulated weeks.</summary>
public sealed class MoveTests : IAsyncLifetime
{
    private static readonly string Body = SampleFeed.Rss("https://site.example", 3);
    private readonly SimulatedDays _days = new();
    private FeedServer _old = null!;
    private FeedServer _new = null!;

    public async ValueTask InitializeAsync() => (_old, _new) = (await FeedServer.StartAsync(), await FeedServer.StartAsync());

    public async ValueTask DisposeAsync()
    {
        await _days.DisposeAsync();
        await _old.DisposeAsync();
        await _new.DisposeAsync();
    }

    private Task<IReadOnlyList<long>> SubscribeAsync() => _days.SubscribeAsync(Subscription);

    private Subscription Subscription => new() { Url = _old.Url("/feed"), Every = TimeSpan.FromHours(6), Headers = [new RequestHeader("X-Key", "mine")] };

    private string? MovedTo => Stored.Text(_days.Folder, "SELECT moved_to FROM feeds");

    [Fact]
    public async Task Three_days_of_permanent_redirects_move_a_feed_and_undo_takes_it_back_for_good()
    {
        _old.OnFeed("/feed", Body);
        var id = (await SubscribeAsync())[0];
        await _days.RunAsync(TimeSpan.FromDays(1));
        var home = _new.OnFeed("/rss", Body);
        _old.On("/feed", FeedScript.RedirectTo(home));
        await _days.RunAsync(TimeSpan.FromDays(1.5));
        Assert.Null(MovedTo);
        _days.Restart();
        var moved = Assert.Single(await _days.RunAsync(TimeSpan.FromDays(1)), r => r.Moved is not null);
        Assert.Equal((home, home), (moved.Moved!.To, MovedTo));
        Assert.Contains("3 days", moved.Moved.Reason, StringComparison.Ordinal);

        // From now on the old server is left alone, what belonged to it stays with it, and the new one is asked conditionally.
        var (old, fresh) = (_old.Requests.Count, _new.Requests.Count);
        await _days.RunAsync(TimeSpan.FromDays(2));
        Assert.Equal(old, _old.Requests.Count);
        Assert.InRange(_new.Requests.Count - fresh, 7, 9);
        Assert.All(_old.Requests, request => Assert.Equal("mine", request.Header("X-Key")));
        Assert.All(_new.Requests, request => Assert.Null(request.Header("X-Key")));
        Assert.All(_new.Requests.Skip(fresh), request => Assert.True(request.IsConditional));
        Assert.Equal(3, Stored.Number(_days.Folder, "SELECT count(*) FROM articles"));

        Assert.Equal((home, Subscription.Url), MoveUndo.Undo(_days.Folder.Archive, id, _days.Time));
        await _days.RunAsync(TimeSpan.FromDays(5));
        Assert.Null(MovedTo);
        Assert.True(_old.Requests.Count >= old + 19);
        Assert.Equal("configured\nmoved\nconfigured\n", Stored.Rows(_days.Folder, "SELECT reason FROM feed_urls ORDER BY from_at"));

        // The operator's word is another matter.
        Assert.Equal([id], await _days.SubscribeAsync(Subscription with { Url = home }));
    }

    [Theory]
    [InlineData(302)]
    [InlineData(307)]
    public async Task A_temporary_redirect_never_moves(int status)
    {
        _old.OnFeed("/feed", Body);
        await SubscribeAsync();
        await _days.RunAsync(TimeSpan.FromDays(1));
        _old.On("/feed", FeedScript.RedirectTo(_new.OnFeed("/rss", Body), status));
        await _days.RunAsync(TimeSpan.FromDays(5));
        Assert.Null(MovedTo);
    }

    [Theory]
    [InlineData("a parked domain", "<html><title>Buy this domain</title></html>", "text/html")]
    [InlineData("a login page", "<html><form action=login><input type=password></form></html>", "text/html")]
    [InlineData("a maintenance page", "<html><h1>Back soon</h1></html>", "text/html")]
    [InlineData("another feed", null, "application/rss+xml")]
    public async Task What_is_not_this_feed_is_no_move(string what, string? page, string type)
    {
        _old.OnFeed("/feed", Body);
        await SubscribeAsync();
        await _days.RunAsync(TimeSpan.FromDays(1));
        _old.On("/feed", FeedScript.RedirectTo(_new.OnFeed("/x", page ?? SampleFeed.Rss("https://other.example", 3), type), 308));
        await _days.RunAsync(TimeSpan.FromDays(6));
        Assert.True(MovedTo is null, what);
        Assert.Equal(3, Stored.Number(_days.Folder, "SELECT count(*) FROM articles WHERE url LIKE 'https://site.example/%'"));

        // The real feed comes back at the old address, and is read.
        _old.OnFeed("/feed", SampleFeed.Rss("https://site.example", 1, from: 4));
        await _days.RunAsync(TimeSpan.FromDays(2));
        Assert.Equal(4, Stored.Number(_days.Folder, "SELECT count(*) FROM articles WHERE url LIKE 'https://site.example/%'"));
    }

    [Fact]
    public async Task A_trailing_slash_moves_at_once()
    {
        _old.OnFeed("/feed/", Body);
        _old.On("/feed", FeedScript.RedirectTo("/feed/"));
        await SubscribeAsync();
        await _days.PassAsync();
        Assert.Equal(_old.Url("/feed/"), MovedTo);
        await _days.RunAsync(TimeSpan.FromHours(7));
        Assert.Single(_old.RequestsFor("/feed"));
        Assert.All(_old.RequestsFor("/feed/"), request => Assert.Equal("mine", request.Header("X-Key")));
    }

    [Fact]
    public async Task An_address_that_is_another_feed_of_the_list_is_not_taken()
    {
        _old.OnFeed("/feed/", Body);
        _old.On("/feed", FeedScript.RedirectTo("/feed/"));
        await _days.SubscribeAsync(Subscription, Subscription with { Url = _old.Url("/feed/") });
        await _days.RunAsync(TimeSpan.FromDays(5));
        Assert.Equal(0, Stored.Number(_days.Folder, "SELECT count(*) FROM feeds WHERE moved_to IS NOT NULL"));
    }
}
