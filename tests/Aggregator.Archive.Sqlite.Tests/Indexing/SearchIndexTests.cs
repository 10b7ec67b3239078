using Aggregator.Archive.Contract;
using Aggregator.Archive.Sqlite.Opening;
using Aggregator.Pipeline.Deduplicating;
using Aggregator.Pipeline.Normalizing;
using Dapper;
using Microsoft.Data.Sqlite;
using static Aggregator.Archive.Contract.Make;

namespace Aggregator.Archive.Sqlite.Tests.Indexing;

public sealed class SearchIndexTests
{
    [Fact]
    public async Task Words_are_found_after_indexing_and_replaced_ones_are_forgotten()
    {
        await using var test = new SqliteFeedArchiveTests.OnDisk();
        var feed = await test.FeedAsync("a");
        var id = (await test.NewAsync(feed, Noon, Item("one", text: "An old wörd.")))[0];
        Assert.Empty(test.Rows("SELECT rowid FROM article_search('old')"));
        await test.Archive.IndexAsync(100);
        Assert.Equal([$"{id}"], test.Rows("SELECT rowid FROM article_search('WORD')"));

        await test.StoreAsync(Answer(feed, Noon, Item("one")), Revised(id, Item("one", text: "A new one.", title: "Fresh"), "title", "text"));
        Assert.Empty(test.Rows("SELECT rowid FROM article_search('old')"));
        Assert.Equal(1, await test.Archive.IndexAsync(100));
        Assert.Empty(test.Rows("SELECT rowid FROM article_search('old OR title : \"Title of\"')"));
        Assert.Equal([$"{id}"], test.Rows("SELECT rowid FROM article_search('title : fresh AND new')"));
        Assert.Equal(0, await test.Archive.IndexAsync(100));
    }

    [Theory]
    [InlineData(1)]
    [InlineData(2)]
    [InlineData(3)]
    public async Task After_any_mix_of_writes_the_index_equals_a_rebuild_and_counts_equal_a_recount(int seed)
    {
        await using var test = new SqliteFeedArchiveTests.OnDisk();
        var random = new Random(seed);
        var feed = await test.FeedAsync("a");
        var ids = new List<(long Id, string Name)>();
        for (var step = 0; step < 120; step++)
        {
            var choice = random.Next(10);
            if (choice < 5 || ids.Count == 0)
            {
                var items = Enumerable.Range(0, random.Next(1, 5)).Select(i => Item($"s{step}i{i}", text: Words(random), published: Noon.AddHours(-random.Next(200)))).ToArray();
                ids.AddRange((await test.NewAsync(feed, Noon, items)).Zip(items, (id, i) => (id, i.Guid![5..])));
            }
            else if (choice < 8)
            {
                var (id, name) = ids[random.Next(ids.Count)];
                var changed = Item(name, text: Words(random), title: random.Next(2) == 0 ? Words(random) : null);
                await test.StoreAsync(Answer(feed, Noon, changed), Revised(id, changed, "text"));
            }
            else
            {
                await test.Archive.IndexAsync(random.Next(1, 12));
            }
        }

        AssertSound(test.Path);
        while (await test.Archive.IndexAsync(7) > 0) AssertSound(test.Path);
        Assert.Equal(test.Rows("SELECT count(*) FROM articles"), test.Rows("SELECT count(*) FROM article_search"));
        AssertSameAsRebuilt(test);
    }

    // The words that the index must hold now, by the invariant: ids up to the watermark, minus those that wait.
    private static void AssertSound(string path)
    {
        using var connection = ArchiveConnection.OpenWriter(path);
        Assert.Equal("ok", connection.ExecuteScalar<string>("PRAGMA integrity_check"));
        using var transaction = connection.BeginTransaction();
        var indexed = connection.Query<long>("SELECT id FROM article_search_docsize ORDER BY id").ToList();
        var expected = connection.Query<long>(
            "SELECT id FROM article WHERE id <= (SELECT upto FROM search_state) AND id NOT IN (SELECT article_id FROM search_pending) ORDER BY id").ToList();
        Assert.Equal(expected, indexed);
        Assert.Empty(connection.Query(
            "SELECT day, articles FROM daily EXCEPT SELECT substr(dated_at, 1, 10), count(*) FROM articles GROUP BY 1"));
        Assert.Empty(connection.Query("SELECT id, articles FROM sources EXCEPT SELECT source_id, count(*) FROM articles GROUP BY 1"));
        Assert.Empty(connection.Query("SELECT id, articles FROM feeds EXCEPT SELECT feed_id, count(DISTINCT article_id) FROM sightings GROUP BY 1"));
    }

    private static void AssertSameAsRebuilt(SqliteFeedArchiveTests.OnDisk test)
    {
        using var connection = ArchiveConnection.OpenWriter(test.Path);

        // 1 compares the index with the texts, not only with itself.
        connection.Execute("INSERT INTO article_search(article_search, rank) VALUES ('integrity-check', 1)");
        var before = Hits(connection);
        connection.Execute("INSERT INTO article_search(article_search) VALUES ('rebuild')");
        Assert.Equal(before, Hits(connection));
    }

    private static List<string> Hits(SqliteConnection connection) =>
        [.. Vocabulary.Select(word => $"{word}: {string.Join(',', connection.Query<long>("SELECT rowid FROM article_search(@word) ORDER BY rowid", new { word }))}")];

    private static readonly string[] Vocabulary = ["alpha", "beta", "gamma", "delta", "epsilon", "zeta", "東京都", "iPhone発売中", "ราคาน้ำมัน"];

    private static string Words(Random random) => string.Join(' ', Enumerable.Range(0, random.Next(1, 6)).Select(_ => Vocabulary[random.Next(Vocabulary.Length)]));
}
