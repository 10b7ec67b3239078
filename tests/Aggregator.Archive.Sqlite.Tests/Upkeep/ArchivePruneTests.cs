using Aggregator.Archive.Contract;
using Aggregator.Archive.Sqlite.Opening;
using Aggregator.Archive.Sqlite.Upkeep;
using Aggregator.Pipeline.Deduplicating;
using Dapper;
using static Aggregator.Archive.Contract.Make;

namespace Aggregator.Archive.Sqlite.Tests.Upkeep;

public sealed class ArchivePruneTests
{
    [Fact]
    public async Task A_deleted_article_leaves_nothing_but_its_tombstone()
    {
        await using var test = new SqliteFeedArchiveTests.OnDisk();
        var feeds = await test.Archive.SubscribeAsync([Feed("a"), Feed("b")], Noon);
        var ids = await test.NewAsync(feeds[0], Noon, Item("one", published: Noon.AddDays(-1)), Item("two"), Item("three"));
        await test.StoreAsync(Answer(feeds[1], Noon, Item("one")), Again(ArticleRef.Of(ids[0]), Item("one", published: Noon.AddDays(-2))));
        await test.StoreAsync(Answer(feeds[0], Noon, Item("one")), Revised(ids[0], Item("one", text: "Uniquely revised."), "text"));
        await test.Archive.IndexAsync(2);

        Assert.Equal(1, Delete(test.Path, ids[0], 12345));

        Assert.Equal(["two", "three"], test.Rows("SELECT substr(guid, 6) FROM articles ORDER BY id"));
        foreach (var view in new[] { "revisions", "sightings", "date_claims", "authors", "categories" })
            Assert.Empty(test.Rows($"SELECT * FROM {view} WHERE article_id = {ids[0]}"));
        Assert.Equal(["2", "0"], test.Rows("SELECT articles FROM feeds ORDER BY id"));
        Assert.Equal(["2026-03-01|2|2"], test.Rows("SELECT * FROM daily"));
        while (await test.Archive.IndexAsync(10) > 0) { }
        Assert.Empty(test.Rows("SELECT rowid FROM article_search('uniquely OR one')"));
        Assert.Empty(ArchiveCheck.Run(test.Path, stop: Stop));
        using var connection = ArchiveConnection.OpenWriter(test.Path);
        connection.Execute("INSERT INTO article_search(article_search, rank) VALUES ('integrity-check', 1)");
    }

    [Fact]
    public async Task The_next_poll_does_not_bring_it_back_unless_it_is_a_later_text_at_the_same_address()
    {
        await using var test = new SqliteFeedArchiveTests.OnDisk();
        var feeds = await test.Archive.SubscribeAsync([Feed("a"), Feed("b")], Noon);
        var id = (await test.NewAsync(feeds[0], Noon, Item("one")))[0];
        Delete(test.Path, id);

        foreach (var feed in feeds)
        {
            var twin = Item("one", guid: "another");
            var receipt = await test.StoreAsync(Answer(feed, Noon, Item("one"), twin), New(Item("one")), Again(ArticleRef.OfItem(0), twin));
            Assert.Equal((0, 2, "unchanged"), (receipt.New, receipt.Dropped, receipt.Outcome));
        }

        Assert.Equal(["{\"deleted\":2}"], test.Rows("SELECT DISTINCT dropped_by FROM fetches WHERE dropped > 0"));
        Assert.Empty(test.Rows("SELECT id FROM articles"));
        var later = Item("one", text: "Tomorrow's column.", published: TimeProvider.System.GetUtcNow().AddDays(1));
        Assert.Equal(1, (await test.StoreAsync(Answer(feeds[0], Noon, later), New(later))).New);
    }

    [Fact]
    public async Task A_key_of_two_articles_stays_whole_when_one_is_deleted()
    {
        await using var test = new SqliteFeedArchiveTests.OnDisk();
        var feed = await test.FeedAsync("a");
        var first = (await test.NewAsync(feed, Noon, Item("one")))[0];
        var twin = Item("one", text: "Quite another text.", guid: "other");
        await test.StoreAsync(Answer(feed, Noon, twin), new Verdict.New(twin, [new ClaimedKey(twin.Keys[0], 1, "title and text differ")]));
        Delete(test.Path, first);

        var third = Item("one", text: "A third text.", guid: "third", published: TimeProvider.System.GetUtcNow().AddDays(1));
        await test.StoreAsync(Answer(feed, Noon, third), new Verdict.New(third, [new ClaimedKey(third.Keys[0], 1, "title and text differ")]));
        Assert.Equal(2, (await test.LookUpAsync(feed, third)).Holders[third.Keys[0]].Count);
        Assert.Empty(ArchiveCheck.Run(test.Path, stop: Stop));
    }

    [Fact]
    public async Task What_was_said_is_gone_from_the_file_once_it_is_compacted()
    {
        using var temp = new TempArchive();
        long id;
        using (var archive = SqliteArchive.Open(temp.Path, TimeProvider.System))
        {
            var test = new SqliteFeedArchiveTests.OnDisk(archive, temp.Path);
            id = (await test.NewAsync(await test.FeedAsync("a"), Noon, Item("one", text: "Unmistakablesecret."), Item("two")))[0];
            await archive.IndexAsync(10);
            Assert.Throws<ArchiveRefusedException>(() => ArchiveCompact.Run(temp.Path, TimeProvider.System, stop: Stop));
        }

        Delete(temp.Path, id);
        ArchiveCompact.Run(temp.Path, TimeProvider.System, stop: Stop);

        Assert.All(new[] { temp.Path, temp.Path + "-wal" }, f => Assert.Equal(-1, File.ReadAllBytes(f).AsSpan().IndexOf("nmistakablesecret"u8)));
        Assert.Empty(ArchiveCheck.Run(temp.Path, stop: Stop));
    }

    private static long Delete(string path, params long[] ids) =>
        ArchivePrune.Delete(path, ids, TimeProvider.System, stop: TestContext.Current.CancellationToken);

    private static CancellationToken Stop => TestContext.Current.CancellationToken;
}
