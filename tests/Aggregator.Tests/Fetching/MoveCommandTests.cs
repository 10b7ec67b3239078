using Aggregator.TestKit;

namespace Aggregator.Tests.Fetching;

/// <summary>Moves and pauses as the operator meets them: the real program, run after run.</summary>
public sealed class MoveCommandTests : IAsyncLifetime
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
    public async Task A_move_is_told_listed_with_both_addresses_and_taken_back()
    {
        var home = _server.OnFeed("/feed/", SampleFeed.Rss("https://a.example", 2));
        var listed = _server.On("/feed", FeedScript.RedirectTo("/feed/", 308));
        Poll.List(_folder, listed);
        var before = File.ReadAllText(_folder.Path("list.feeds.txt"));
        var poll = await Poll.RunAsync(_folder);
        Assert.Contains($"moved to {home} (only https, a leading www. or a trailing slash changed; 'feeds undo-move 1' takes it back)", poll.Output, StringComparison.Ordinal);

        var list = await ProgramRun.RunAsync(_folder, ["feeds", "list", "--json", .. Poll.Loopback]);
        Assert.Contains($"\"url\":\"{listed}\",\"moved_to\":\"{home}\"", list.Output.Replace("\": \"", "\":\"", StringComparison.Ordinal).Replace("\", \"", "\",\"", StringComparison.Ordinal), StringComparison.Ordinal);
        Assert.Equal(before, File.ReadAllText(_folder.Path("list.feeds.txt")));

        // By the address that it had moved to, beside nothing or a service alike.
        var undo = await ProgramRun.RunAsync(_folder, ["feeds", "undo-move", home, .. Poll.Loopback]);
        Assert.True(undo.ExitCode == 0, undo.ToString());
        Assert.Contains($"Polled at {listed} again", undo.Output, StringComparison.Ordinal);
        await Poll.RunAsync(_folder, "--all");
        Assert.Equal(0, Stored.Number(_folder, "SELECT count(*) FROM feeds WHERE moved_to IS NOT NULL"));
        Assert.Equal(2, _server.RequestsFor("/feed").Count);

        var again = await ProgramRun.RunAsync(_folder, ["feeds", "undo-move", "1", .. Poll.Loopback]);
        Assert.Equal(1, again.ExitCode);
        Assert.Contains("has not moved", again.Errors, StringComparison.Ordinal);
        Assert.Equal(2, (await ProgramRun.RunAsync(_folder, ["feeds", "undo-move", "nobody", .. Poll.Loopback])).ExitCode);
    }

    [Fact]
    public async Task A_429_silences_its_host_over_runs_and_force_asks_all_the_same()
    {
        var throttled = _server.On("/a", FeedScript.Failing(429, retryAfter: "3600"));
        Poll.List(_folder, throttled);
        await Poll.RunAsync(_folder);
        Poll.List(_folder, throttled, _server.OnFeed("/b", SampleFeed.Rss("https://b.example", 1)));

        var all = await Poll.RunAsync(_folder, "--all");
        Assert.Contains("2 feeds left alone because the server asked for it", all.Output, StringComparison.Ordinal);
        Assert.Single(_server.Requests);
        Assert.Contains("asked for fewer requests (429)", Stored.Text(_folder, "SELECT next_poll_reason FROM feeds WHERE url LIKE '%/b'"), StringComparison.Ordinal);

        var force = await Poll.RunAsync(_folder, _server.Url("/b"), "--force");
        Assert.Contains("1 new", force.Output, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_service_that_is_asked_says_what_it_leaves_alone_and_polls_what_is_forced()
    {
        Poll.List(_folder, _server.On("/a", FeedScript.Failing(429, retryAfter: "3600")));
        await using var run = Poll.Start(_folder, "run");
        await run.LineAsync("failed feed=");
        Poll.List(_folder, _server.Url("/a"), _server.OnFeed("/b", SampleFeed.Rss("https://b.example", 1)));
        await run.LineAsync("the feed list changed");

        var asked = await Poll.RunAsync(_folder, _server.Url("/b"));
        Assert.True(asked.ExitCode == 0, asked.ToString());
        Assert.Contains("1 feed left alone because the server asked for it", asked.Output, StringComparison.Ordinal);
        Assert.Empty(_server.RequestsFor("/b"));

        var force = await Poll.RunAsync(_folder, _server.Url("/b"), "--force");
        Assert.Contains("1 new", force.Output, StringComparison.Ordinal);
    }
}
