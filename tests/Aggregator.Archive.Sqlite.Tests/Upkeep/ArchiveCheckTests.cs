using Aggregator.Archive.Contract;
using Aggregator.Archive.Sqlite.Opening;
using Aggregator.Archive.Sqlite.Upkeep;
using Dapper;
using static Aggregator.Archive.Contract.Make;

namespace Aggregator.Archive.Sqlite.Tests.Upkeep;

public sealed class ArchiveCheckTests
{
    /// <summary>Each fault is planted, must be found under its area, and is mended exactly when it is a count or the index.</summary>
    public static readonly TheoryData<CheckArea, bool, string> Faults = new()
    {
        { CheckArea.Counts, true, "UPDATE feed SET articles = 7" },
        { CheckArea.Counts, true, "UPDATE feed SET next_poll_at = '2026-0?-01T00:00:00Z'" },
        { CheckArea.Counts, true, "UPDATE source SET articles = articles + 1" },
        { CheckArea.Counts, true, "UPDATE source SET last_seen_at = '2020-01-01T00:00:00Z'" },
        { CheckArea.Counts, true, "UPDATE article_day SET articles = articles + 1" },
        { CheckArea.Counts, true, "DELETE FROM article_day" },
        { CheckArea.Counts, true, "INSERT INTO article_day VALUES ('1999-01-01', 1, 1)" },
        { CheckArea.Counts, false, "INSERT INTO story(id, articles) VALUES (1, 2)" },
        { CheckArea.Identity, false, "DELETE FROM article_body WHERE article_id = 1" },
        { CheckArea.Identity, false, "UPDATE identity SET ordinal = 1, evidence = 'x' WHERE article_id = 1" },
        { CheckArea.Identity, false, "UPDATE article SET dated_at = '2026-03-01T11:00:00Z' WHERE id = 1" },
        { CheckArea.Revisions, false, "UPDATE article SET revisions = 3 WHERE id = 1" },
        { CheckArea.Revisions, false, "UPDATE revision SET seen_at = '2027-01-01T00:00:00Z'" },
        { CheckArea.File, false, "DROP INDEX article_dated" },
        { CheckArea.File, false, "DROP TRIGGER article_day_new; CREATE TRIGGER article_day_new AFTER INSERT ON article BEGIN SELECT 1; END" },
        { CheckArea.References, false, "PRAGMA foreign_keys = OFF; INSERT INTO author(article_id, number) VALUES (99, 1)" },
        { CheckArea.Search, true, "INSERT INTO article_search(article_search, rowid, title, subtitle, author, text) SELECT 'delete', id, title, subtitle, author, text FROM search_text WHERE id = 1" },
        { CheckArea.Search, true, "UPDATE search_state SET upto = 0" },
    };

    [Theory]
    [MemberData(nameof(Faults))]
    public async Task A_planted_fault_is_found_and_mended_where_it_can_be(CheckArea area, bool mendable, string fault)
    {
        await using var test = new SqliteFeedArchiveTests.OnDisk();
        var feed = await test.FeedAsync("a");
        var id = (await test.NewAsync(feed, Noon, Item("one"), Item("two", published: Noon.AddDays(-3))))[0];
        await test.StoreAsync(Answer(feed, Noon.AddHours(1), Item("one")), Revised(id, Item("one", text: "Second."), "text"));
        await test.Archive.IndexAsync(10);
        Assert.Empty(ArchiveCheck.Run(test.Path, stop: Stop));
        using (var writer = ArchiveConnection.OpenWriter(test.Path)) writer.Execute(fault);

        var found = ArchiveCheck.Run(test.Path, stop: Stop);
        Assert.NotEmpty(found);
        Assert.All(found, f => Assert.Equal((area, mendable), (f.Area, f.Mendable)));
        Assert.Equal(mendable, ArchiveCheck.Repair(test.Path, found, stop: Stop).Count > 0);
        Assert.Equal(mendable ? 0 : found.Count, ArchiveCheck.Run(test.Path, stop: Stop).Count);
    }

    [Fact]
    public async Task A_flipped_byte_in_a_page_is_found_and_the_file_is_left_as_it_is()
    {
        await using var test = new SqliteFeedArchiveTests.OnDisk();
        await test.NewAsync(await test.FeedAsync("a"), Noon, [.. Enumerable.Range(0, 50).Select(i => Item($"n{i}"))]);
        var copy = test.Path + ".copy";
        ArchiveBackup.Run(test.Path, copy, stop: Stop);
        var bytes = File.ReadAllBytes(copy);
        using (var reader = ArchiveConnection.OpenReader(copy))
        {
            var page = reader.ExecuteScalar<long>("SELECT rootpage FROM sqlite_schema WHERE name = 'article_dated'");
            bytes[((page - 1) * 8192) + 3]++;
        }

        File.WriteAllBytes(copy, bytes);
        Assert.Contains(ArchiveCheck.Run(copy, stop: Stop), f => f.Area == CheckArea.File);
        Assert.Equal(bytes[8192..], File.ReadAllBytes(copy)[8192..]);
    }

    private static CancellationToken Stop => TestContext.Current.CancellationToken;
}
