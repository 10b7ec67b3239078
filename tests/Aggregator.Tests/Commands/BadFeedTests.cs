using Aggregator.TestKit;

namespace Aggregator.Tests.Commands;

/// <summary>Feeds that bring nothing: each has its sentence in the output and its row in the archive, and takes nobody with it.</summary>
public sealed class BadFeedTests
{
    [Fact]
    public async Task Each_failure_is_told_and_recorded_and_the_good_feed_is_stored()
    {
        using var folder = new TempFolder();
        await using var server = await FeedServer.StartAsync();
        folder.Write("list/feeds.json", $$"""
            { "feeds": [
              "{{server.OnFeed("/good", SampleFeed.Rss("https://good.example", 3))}}",
              "{{server.On("/page", FeedScript.Feed("<!DOCTYPE html><html><head><title>Hello</title></head><body>no feed</body></html>", "text/html"))}}",
              "{{server.On("/empty", FeedScript.Feed("", "application/rss+xml"))}}",
              "{{server.Url("/missing")}}",
              "{{server.On("/broken", FeedScript.Failing(500))}}",
              "http://no-such-host.invalid/feed",
              { "url": "{{server.On("/hangs", new FeedScript { Hangs = true })}}", "timeout": "1s" },
              { "file": "nowhere.xml" }
            ] }
            """);
        string[] options = ["--feeds", "list", "--archive", "archive.db", "--set", "Fetching:AllowNetworks=127.0.0.0/8", "--set", "Polling:HostSpacing=0s", "--set", "Polling:PerHost=8"];

        var poll = await ProgramRun.RunAsync(folder, ["poll", .. options]);

        Assert.True(poll.ExitCode == 0, poll.ToString());
        Assert.Contains("1 changed, 0 unchanged, 0 not modified, 7 failed", poll.Output, StringComparison.Ordinal);
        Assert.Equal(3, Stored.Number(folder, "SELECT count(*) FROM articles"));
        var outcomes = new Dictionary<string, string>
        {
            ["/good"] = "changed",
            ["/page"] = "not-a-feed",
            ["/empty"] = "not-a-feed",
            ["/missing"] = "http-status",
            ["/broken"] = "http-status",
            ["no-such-host.invalid/feed"] = "name-not-found",
            ["/hangs"] = "timeout",
            ["nowhere.xml"] = "file-not-readable",
        };
        foreach (var (feed, outcome) in outcomes)
        {
            var row = Stored.Rows(folder, $"SELECT outcome, error FROM fetches JOIN feeds ON feeds.id = feed_id WHERE url LIKE '%{feed}'").TrimEnd('\n').Split('|');
            Assert.Equal((feed, outcome), (feed, row[0]));
            if (outcome == "changed") continue;
            Assert.NotEqual("", row[1]);
            Assert.Contains(poll.Lines, line => line.Contains($"{feed}: failed ({outcome}): {row[1]}", StringComparison.Ordinal));
        }

        var strict = await ProgramRun.RunAsync(folder, ["poll", "--strict", "missing", .. options]);
        Assert.True(strict.ExitCode == 1, strict.ToString());
    }
}
