using Aggregator.Archive.Contract;
using Aggregator.Archive.Sqlite.Upkeep;
using Aggregator.Pipeline.Ports;
using Dapper;
using static Aggregator.Archive.Contract.Make;

namespace Aggregator.Archive.Sqlite.Tests.Archiving;

public sealed class FullDiskTests
{
    /// <summary>SQLite is told that the file may not grow: the same SQLITE_FULL, at the same places, as from a full disk.</summary>
    [Fact]
    public async Task A_full_disk_stores_nothing_moves_no_validator_and_is_over_when_there_is_room()
    {
        await using var test = new SqliteFeedArchiveTests.OnDisk();
        var archive = (SqliteArchive)test.Archive;
        var feed = await test.FeedAsync("a");
        for (var round = 0; round < 12; round++)
        {
            var pages = archive.Connection.ExecuteScalar<long>("PRAGMA page_count");
            archive.Connection.Execute($"PRAGMA max_page_count = {pages + round}");
            var before = test.Dump();
            var items = Enumerable.Range(0, 40).Select(i => Item($"r{round}i{i}", text: new string((char)('a' + round), 9000))).ToArray();
            var answer = Answer(feed, Noon.AddHours(round), items);

            var full = await Assert.ThrowsAsync<ArchiveUnavailableException>(() => StoreAsync(test, answer));
            Assert.Contains("full", full.Message, StringComparison.Ordinal);
            Assert.Equal(before, test.Dump());

            archive.Connection.Execute("PRAGMA max_page_count = 1073741823");
            await StoreAsync(test, answer);
            Assert.Equal($"etag {round}", (await archive.StatesAsync([feed]))[0].Validators!.ETag);
        }

        while (await archive.IndexAsync(100) > 0) { }
        Assert.Empty(ArchiveCheck.Run(test.Path, stop: Stop));
        Assert.Equal(["480"], test.Rows("SELECT count(*) FROM articles"));

        async Task StoreAsync(ArchiveUnderTest under, Answer answer)
        {
            await using var batch = await under.Archive.BeginAsync();
            var state = await batch.StateAsync(answer.FeedId);
            var tag = $"etag {(int)(answer.StartedAt - Noon).TotalHours}";
            await batch.WriteAsync(answer, [.. answer.Articles.Select(New)], state with { Validators = new Validators("u", tag, null) });
            await batch.CommitAsync();
        }
    }

    [Fact]
    public async Task Indexing_on_a_full_disk_leaves_the_watermark_and_goes_on_later()
    {
        await using var test = new SqliteFeedArchiveTests.OnDisk();
        var archive = (SqliteArchive)test.Archive;
        await test.NewAsync(await test.FeedAsync("a"), Noon, [.. Enumerable.Range(0, 200).Select(i => Item($"n{i}", text: string.Join(' ', Enumerable.Range(i * 100, 300))))]);
        archive.Connection.Execute($"PRAGMA max_page_count = {archive.Connection.ExecuteScalar<long>("PRAGMA page_count")}");

        await Assert.ThrowsAsync<ArchiveUnavailableException>(async () => await archive.IndexAsync(500));
        archive.Connection.Execute("PRAGMA max_page_count = 1073741823");
        Assert.Equal(200, await archive.IndexAsync(500));
        Assert.Empty(ArchiveCheck.Run(test.Path, stop: Stop));
    }

    private static CancellationToken Stop => TestContext.Current.CancellationToken;
}
