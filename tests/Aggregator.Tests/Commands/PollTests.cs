using Aggregator.Archive.Sqlite;
using Aggregator.TestKit;

namespace Aggregator.Tests.Commands;

/// <summary>One pass, seen from outside: the real program, a real server, a real archive.</summary>
public sealed class PollTests : IAsyncLifetime
{
    private readonly TempFolder _folder = new();
    private FeedServer _server = null!;

    public async ValueTask InitializeAsync() => _server = await FeedServer.StartAsync();

    public async ValueTask DisposeAsync()
    {
        await _server.DisposeAsync();
        _folder.Dispose();
    }

    [Fact]
    public async Task A_pass_over_unchanged_feeds_asks_conditionally_and_changes_nothing()
    {
        Poll.List(_folder, _server.OnFeed("/a", SampleFeed.Rss("https://a.example", 5)), _server.OnFeed("/b", SampleFeed.Rss("https://b.example", 3)));
        var first = await Poll.RunAsync(_folder, "--all");
        Assert.True(first.ExitCode == 0, first.ToString());
        Assert.Equal(8, Stored.Number(_folder, "SELECT count(*) FROM articles"));
        var before = Stored.Contents(_folder);

        var second = await Poll.RunAsync(_folder, "--all");

        Assert.True(second.ExitCode == 0, second.ToString());
        Assert.Contains("2 not modified", second.Output, StringComparison.Ordinal);
        Assert.Equal(2, Stored.Number(_folder, "SELECT count(*) FROM fetches WHERE outcome = 'not-modified' AND status = 304"));
        Assert.Equal(before, Stored.Contents(_folder));
    }

    [Fact]
    public async Task Only_what_is_due_is_asked()
    {
        Poll.List(_folder, _server.OnFeed("/a", SampleFeed.Rss("https://a.example", 1)));
        await Poll.RunAsync(_folder);
        var again = await Poll.RunAsync(_folder);

        Assert.Contains("1 feed not due", again.Output, StringComparison.Ordinal);
        Assert.Single(_server.Requests);
    }

    [Fact]
    public async Task A_retry_after_is_respected_also_with_all_but_not_with_force()
    {
        Poll.List(_folder, _server.On("/a", FeedScript.Failing(429, retryAfter: "3600")));
        await Poll.RunAsync(_folder, "--all");

        var all = await Poll.RunAsync(_folder, "--all");
        Assert.Contains("1 feed left alone because the server asked for it", all.Output, StringComparison.Ordinal);
        Assert.Single(_server.Requests);

        await Poll.RunAsync(_folder, "--force");
        Assert.Equal(2, _server.Requests.Count);
    }

    [Fact]
    public async Task A_named_feed_is_polled_due_or_not_and_no_other()
    {
        Poll.List(_folder, _server.OnFeed("/alpha", SampleFeed.Rss("https://a.example", 1)), _server.OnFeed("/beta", SampleFeed.Rss("https://b.example", 1)));
        await Poll.RunAsync(_folder);

        var named = await Poll.RunAsync(_folder, "alph");
        Assert.True(named.ExitCode == 0, named.ToString());
        Assert.Equal(["/alpha", "/alpha", "/beta"], _server.Requests.Select(r => r.Path).Order());

        var both = await Poll.RunAsync(_folder, "127.0.0.1");
        Assert.Equal(2, both.ExitCode);
        Assert.Contains("\"127.0.0.1\" may be any of 2 feeds", both.Errors, StringComparison.Ordinal);

        var none = await Poll.RunAsync(_folder, "gamma");
        Assert.Equal(2, none.ExitCode);
        Assert.Contains("no feed of the list is \"gamma\"", none.Errors, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Ctrl_c_stores_what_came_and_ends_with_130()
    {
        Poll.List(_folder, _server.OnFeed("/quick", SampleFeed.Rss("https://quick.example", 2)), _server.On("/hangs", new FeedScript { Hangs = true }));
        await using var poll = Poll.Start(_folder, "poll");
        await poll.LineAsync("/quick: 2 new");
        await Soon.HoldsAsync(() => _server.RequestsFor("/hangs").Count == 1);

        poll.Interrupt();
        var ended = await poll.WaitAsync();

        Assert.True(ended.ExitCode == 130, ended.ToString());
        Assert.Contains("Stopped before the end; what came is stored.", ended.Output, StringComparison.Ordinal);
        Assert.Equal(2, Stored.Number(_folder, "SELECT count(*) FROM articles"));
        Assert.Equal("ok", Stored.Text(_folder, "PRAGMA integrity_check"));
    }

    [Fact]
    public async Task An_archive_that_another_process_polls_is_refused_and_the_holder_named()
    {
        Poll.List(_folder, _server.OnFeed("/a", SampleFeed.Rss("https://a.example", 1)));
        using var held = SqliteArchive.Open(_folder.Archive, TimeProvider.System);

        var poll = await Poll.RunAsync(_folder);

        Assert.Equal(1, poll.ExitCode);
        Assert.Contains($"process {Environment.ProcessId} on", poll.Errors, StringComparison.Ordinal);
        Assert.Empty(_server.Requests);
    }
}
