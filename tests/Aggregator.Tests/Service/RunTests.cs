using System.Diagnostics;
using Aggregator.TestKit;

namespace Aggregator.Tests.Service;

/// <summary>The service as a supervisor sees it: a process, its log, its signals, its exit code.</summary>
public sealed class RunTests : IAsyncLifetime
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
    public async Task It_polls_what_is_due_takes_a_changed_list_keeps_the_old_one_for_a_bad_one_and_stops_with_0()
    {
        _folder.Write("feeds.json", $$"""{ "feeds": [ "{{_server.OnFeed("/a", SampleFeed.Rss("https://a.example", 2))}}" ] }""");
        await using var run = ProgramRun.Start(_folder, ["run", "--feeds", "feeds.json", .. Poll.Loopback[2..]]);

        var polled = await run.LineAsync("polled feed=");
        Assert.Contains("/a outcome=changed status=200", polled, StringComparison.Ordinal);
        Assert.Contains("items=2 new=2", polled, StringComparison.Ordinal);

        // The time comes round: the schedule lives in the archive, and the tick finds it there.
        Stored.MakeDue(_folder);
        await run.LineAsync("outcome=not-modified status=304");

        var second = _server.OnFeed("/b", SampleFeed.Rss("https://b.example", 1));
        _folder.Write("feeds.json", $$"""{ "feeds": [ "{{_server.Url("/a")}}", "{{second}}" ] }""");
        await run.LineAsync("the feed list changed: 2 feeds, 1 new, 0 no longer listed");
        await run.LineAsync("/b outcome=changed");

        _folder.Write("feeds.json", "{ \"feeds\": [ ");
        await run.LineAsync("the list of before stays in effect (2 feeds)");
        Stored.MakeDue(_folder);
        await Soon.HoldsAsync(() => _server.RequestsFor("/a").Count == 3 && _server.RequestsFor("/b").Count == 2);

        var stopped = Stopwatch.StartNew();
        run.Terminate();
        var ended = await run.WaitAsync();
        Assert.True(ended.ExitCode == 0, ended.ToString());
        Assert.InRange(stopped.Elapsed.TotalSeconds, 0, 10);
        Assert.Contains("stopped; everything that came is stored", ended.Errors, StringComparison.Ordinal);
        Assert.Equal("", ended.Output);
        Assert.Equal(3, Stored.Number(_folder, "SELECT count(*) FROM articles"));
    }

    [Fact]
    public async Task It_stops_in_time_while_servers_hang_and_stores_what_came()
    {
        var hanging = Enumerable.Range(0, 20).Select(i => _server.On($"/hangs/{i}", new FeedScript { Hangs = true })).ToList();
        Poll.List(_folder, [_server.OnFeed("/quick", SampleFeed.Rss("https://quick.example", 2)), .. hanging]);
        await using var run = Poll.Start(_folder, "run");
        await run.LineAsync("/quick outcome=changed");
        await Soon.HoldsAsync(() => _server.Requests.Count > 1);

        var stopped = Stopwatch.StartNew();
        run.Terminate();
        var ended = await run.WaitAsync();

        Assert.True(ended.ExitCode == 0, ended.ToString());
        Assert.InRange(stopped.Elapsed.TotalSeconds, 0, 10);
        Assert.Equal(2, Stored.Number(_folder, "SELECT count(*) FROM articles"));
        Assert.Equal("ok", Stored.Text(_folder, "PRAGMA integrity_check"));
    }

    [Fact]
    public async Task A_second_service_is_refused_status_names_the_first_and_Ctrl_c_ends_it_with_130()
    {
        Poll.List(_folder, _server.OnFeed("/a", SampleFeed.Rss("https://a.example", 1)));
        await using var run = Poll.Start(_folder, "run");
        await run.LineAsync("polled feed=");

        var second = await ProgramRun.RunAsync(_folder, ["run", .. Poll.Loopback]);
        Assert.True(second.ExitCode == 1, second.ToString());
        Assert.Contains($"process {run.Id} on", second.Errors, StringComparison.Ordinal);

        var status = await ProgramRun.RunAsync(_folder, "status", "--check", "--archive", "archive.db");
        Assert.True(status.ExitCode == 0, status.ToString());
        Assert.Contains($"polling (process {run.Id} on", status.Output, StringComparison.Ordinal);

        run.Interrupt();
        var ended = await run.WaitAsync();
        Assert.True(ended.ExitCode == 130, ended.ToString());

        var after = await ProgramRun.RunAsync(_folder, "status", "--check", "--archive", "archive.db");
        Assert.True(after.ExitCode == 1, after.ToString());
        Assert.Contains("no service polls this archive", after.Errors, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_pass_beside_the_service_asks_the_service_and_reports_what_it_stored()
    {
        Poll.List(_folder, _server.OnFeed("/a", SampleFeed.Rss("https://a.example", 1)), _server.OnFeed("/b", SampleFeed.Rss("https://b.example", 1)));
        await using var run = Poll.Start(_folder, "run");
        await run.LineAsync("/a outcome=changed");
        await run.LineAsync("/b outcome=changed");
        _server.OnFeed("/a", SampleFeed.Rss("https://a.example", 3));

        var due = await Poll.RunAsync(_folder);
        Assert.True(due.ExitCode == 0, due.ToString());
        Assert.Contains("2 feeds not due", due.Output, StringComparison.Ordinal);

        var named = await Poll.RunAsync(_folder, "/a");
        Assert.True(named.ExitCode == 0, named.ToString());
        Assert.Contains($"process {run.Id} on", named.Errors, StringComparison.Ordinal);
        Assert.Contains("/a: 2 new", named.Output, StringComparison.Ordinal);
        Assert.Contains("1 feed polled", named.Output, StringComparison.Ordinal);
        Assert.Equal(2, _server.RequestsFor("/a").Count);

        _folder.Write("other.feeds.txt", _server.Url("/c"));
        var unknown = await ProgramRun.RunAsync(_folder, ["poll", "--feeds", "other.feeds.txt", .. Poll.Loopback[2..]]);
        Assert.True(unknown.ExitCode == 1, unknown.ToString());
        Assert.Contains($"does not have {_server.Url("/c")}", unknown.Errors, StringComparison.Ordinal);
        Assert.Equal(0, Stored.Number(_folder, "SELECT count(*) FROM poll_request WHERE done_at IS NULL"));
    }

    [Fact]
    public async Task A_pass_beside_a_service_that_ends_says_so_and_leaves_no_request()
    {
        Poll.List(_folder, _server.OnFeed("/a", SampleFeed.Rss("https://a.example", 1)));
        await using var run = Poll.Start(_folder, "run");
        await run.LineAsync("/a outcome=changed");
        _server.On("/a", new FeedScript { Hangs = true });
        await using var pass = Poll.Start(_folder, "poll", "--all");
        await Soon.HoldsAsync(() => _server.RequestsFor("/a").Count == 2);

        run.Kill();
        var ended = await pass.WaitAsync();

        Assert.True(ended.ExitCode == 1, ended.ToString());
        Assert.Contains("the service ended before it had polled 1 of the feeds", ended.Errors, StringComparison.Ordinal);
        Assert.Equal(0, Stored.Number(_folder, "SELECT count(*) FROM poll_request WHERE done_at IS NULL"));
    }

    [Fact]
    public async Task It_starts_with_the_last_good_list_when_the_files_do_not_load_and_takes_them_when_they_are_mended()
    {
        var good = $$"""{ "feeds": [ { "url": "{{_server.OnFeed("/a", SampleFeed.Rss("https://a.example", 1))}}", "title": "Alpha", "every": "6h" } ] }""";
        string[] options = ["--feeds", "feeds.json", .. Poll.Loopback[2..]];
        _folder.Write("feeds.json", good);
        await using (var first = ProgramRun.Start(_folder, ["run", .. options]))
        {
            await first.LineAsync("/a outcome=changed");
            first.Terminate();
            Assert.Equal(0, (await first.WaitAsync()).ExitCode);
        }

        _folder.Write("feeds.json", good[..^3]);
        Stored.MakeDue(_folder);
        await using var second = ProgramRun.Start(_folder, ["run", .. options]);
        await second.LineAsync("the last good one, kept in the archive since ");
        await second.LineAsync("/a outcome=not-modified");
        Assert.Equal("Alpha", Stored.Text(_folder, "SELECT title FROM feeds"));

        _folder.Write("feeds.json", good.Replace("Alpha", "Beta", StringComparison.Ordinal));
        await second.LineAsync("the feed list changed: 1 feeds");
        Assert.Equal("Beta", Stored.Text(_folder, "SELECT title FROM feeds"));
        second.Terminate();
        Assert.Equal(0, (await second.WaitAsync()).ExitCode);
    }

    [Fact]
    public async Task No_command_at_all_is_the_service()
    {
        Repository.CopyShippedTo(_folder);
        await using var run = ProgramRun.Start(_folder);
        await run.LineAsync("polled feed=file:sample/");
        run.Terminate();
        Assert.Equal(0, (await run.WaitAsync()).ExitCode);
    }
}
