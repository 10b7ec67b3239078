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
    public async Task No_command_at_all_is_the_service()
    {
        Repository.CopyShippedTo(_folder);
        await using var run = ProgramRun.Start(_folder);
        await run.LineAsync("polled feed=file:sample/");
        run.Terminate();
        Assert.Equal(0, (await run.WaitAsync()).ExitCode);
    }
}
