using Aggregator.Archive.Contract;
using Aggregator.Pipeline.Ports;
using static Aggregator.Archive.Contract.Make;

namespace Aggregator.Archive.Sqlite.Tests.Upkeep;

public sealed class FetchFoldingTests
{
    [Fact]
    public async Task Old_rows_become_one_row_a_day_and_nothing_is_counted_twice()
    {
        await using var test = new SqliteFeedArchiveTests.OnDisk();
        var feed = await test.FeedAsync("a");
        var now = TimeProvider.System.GetUtcNow();
        foreach (var days in new[] { 100, 100, 50, 1 })
        {
            await test.StoreAsync(Answer(feed, now.AddDays(-days), Item($"a{days}")), days == 100 ? new Pipeline.Deduplicating.Verdict.Dropped("x") : New(Item($"a{days}")));
            await test.StoreAsync(Answer(feed, now.AddDays(-days)) with { Fetch = new FetchOutcome.NotModified(), Read = null });
            await test.StoreAsync(Answer(feed, now.AddDays(-days)) with { Fetch = new FetchOutcome.Failed(FailureKind.Timeout, "late"), Read = null });
        }

        var archive = (SqliteArchive)test.Archive;
        var folded = 0;
        while (await archive.FoldFetchesAsync(TimeSpan.FromDays(90), TimeSpan.FromDays(3), rows: 2) is > 0 and var some) folded += some;

        Assert.Equal(7, folded);
        Assert.Equal(["6|4|2|0", "1|1|0|0"], test.Rows("SELECT polls, unchanged, failed, new FROM fetch_days ORDER BY day"));
        Assert.Equal(["2|0", "3|1"], test.Rows("SELECT count(*), sum(outcome = 'not-modified') FROM fetches GROUP BY substr(started_at, 1, 10) ORDER BY min(id)"));
        Assert.Equal(["12"], test.Rows("SELECT (SELECT count(*) FROM fetches) + (SELECT sum(polls) FROM fetch_days)"));
        Assert.Equal(0, await archive.FoldFetchesAsync(TimeSpan.FromDays(90), TimeSpan.FromDays(3)));
    }
}
