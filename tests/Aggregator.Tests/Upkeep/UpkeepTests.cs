using System.Text.Json;
using Aggregator.Archive.Sqlite;
using Aggregator.TestKit;
using Microsoft.Data.Sqlite;

namespace Aggregator.Tests.Upkeep;

/// <summary><c>archive check, backup, compact, reindex</c> on the real program and a real file.</summary>
public sealed class UpkeepTests
{
    private static readonly string[][] All =
        [["check"], ["check", "--repair"], ["backup", "copy.db"], ["compact"], ["reindex"], ["prune", "--where", "true", "--yes"]];

    [Fact]
    public async Task A_sound_archive_and_one_with_wrong_counts_and_index()
    {
        using var archive = await UpkeptArchive.MakeAsync();
        var sound = await archive.CallAsync("archive", "check");
        Assert.True(sound.ExitCode == 0, sound.ToString());
        Assert.StartsWith("The archive is sound", sound.Output, StringComparison.Ordinal);

        // Words that the index was never told: the text is changed behind the trigger's back.
        var trigger = Stored.Rows(archive.Folder, "SELECT sql FROM sqlite_schema WHERE name = 'search_text_changes'");
        Execute(archive, "UPDATE feed SET articles = 99; UPDATE article_day SET articles = 5; DROP TRIGGER search_text_changes; UPDATE article_body SET text = 'Words unknown to the index' WHERE article_id = 1; " + trigger);
        var wrong = await archive.CallAsync("archive", "check", "--json");
        Assert.True(wrong.ExitCode == 1, wrong.ToString());
        var found = JsonDocument.Parse(wrong.Output).RootElement.EnumerateArray().Select(f => f.GetProperty("area").GetString()).ToList();
        Assert.Equal(["counts", "counts", "search index"], found);
        Assert.Contains("--repair mends it", wrong.Errors, StringComparison.Ordinal);

        var repaired = await archive.CallAsync("archive", "check", "--repair");
        Assert.True(repaired.ExitCode == 0, repaired.ToString());
        Assert.Contains("mended", repaired.Errors, StringComparison.Ordinal);
        Assert.Equal(1, Stored.Number(archive.Folder, "SELECT count(*) FROM article_search('unknown')"));
        Assert.Equal([6, 3], Stored.Rows(archive.Folder, "SELECT articles FROM feeds ORDER BY id").Trim().Split('\n').Select(int.Parse));
    }

    [Fact]
    public async Task What_only_a_person_can_mend_is_left_alone_and_said()
    {
        using var archive = await UpkeptArchive.MakeAsync();
        Execute(archive, "PRAGMA foreign_keys = OFF; DELETE FROM article_body WHERE article_id = 1; UPDATE article SET revisions = 3 WHERE id = 2");
        var repaired = await archive.CallAsync("archive", "check", "--repair");
        Assert.True(repaired.ExitCode == 1, repaired.ToString());
        Assert.Contains("identity: 1 articles have no body row, such as article 1", repaired.Output, StringComparison.Ordinal);
        Assert.Contains("revisions: 1 articles miss revisions, such as article 2", repaired.Output, StringComparison.Ordinal);
        Assert.Contains("a backup or a person", repaired.Errors, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_copy_is_an_archive_and_status_knows_of_it()
    {
        using var archive = await UpkeptArchive.MakeAsync();
        var backup = await archive.CallAsync("archive", "backup", archive.Folder.Path("copies/copy.db"));
        Assert.True(backup.ExitCode == 0, backup.ToString());
        Assert.Contains("holds 8 articles", backup.Output, StringComparison.Ordinal);
        Assert.Equal(["copy.db"], Directory.EnumerateFiles(archive.Folder.Path("copies")).Select(Path.GetFileName));
        Assert.Equal(0, (await ProgramRun.RunAsync(archive.Folder, "archive", "check", "--archive", "copies/copy.db")).ExitCode);

        foreach (var command in new[] { "status", "archive info" })
        {
            var facts = JsonDocument.Parse((await archive.CallAsync([.. command.Split(' '), "--json"])).Output).RootElement;
            Assert.Equal(archive.Folder.Path("copies/copy.db"), facts.GetProperty("last_backup").GetString());
            Assert.StartsWith("20", facts.GetProperty("last_backup_at").GetString(), StringComparison.Ordinal);
        }

        var again = await archive.CallAsync("archive", "backup", archive.Folder.Path("copies/copy.db"));
        Assert.True(again.ExitCode == 1, again.ToString());
        Assert.Contains("exists", again.Errors, StringComparison.Ordinal);
        Assert.Equal(0, (await archive.CallAsync("archive", "backup", archive.Folder.Path("copies/copy.db"), "--overwrite")).ExitCode);
    }

    [Fact]
    public async Task Compacting_needs_the_polling_lock_and_gives_room_back()
    {
        using var archive = await UpkeptArchive.MakeAsync();
        using (SqliteArchive.Open(archive.Folder.Archive, TimeProvider.System))
        {
            var refused = await archive.CallAsync("archive", "compact");
            Assert.True(refused.ExitCode == 1, refused.ToString());
            Assert.Contains("polled by another process", refused.Errors, StringComparison.Ordinal);
        }

        Execute(archive, "INSERT INTO article_html SELECT id, hex(randomblob(50000)) FROM article WHERE true ON CONFLICT DO UPDATE SET html = excluded.html; DELETE FROM article_html");
        var before = new FileInfo(archive.Folder.Archive).Length;
        var compact = await archive.CallAsync("archive", "compact");
        Assert.True(compact.ExitCode == 0, compact.ToString());
        Assert.True(new FileInfo(archive.Folder.Archive).Length < before / 2);
        Assert.Equal(0, (await archive.CallAsync("archive", "check")).ExitCode);
        Assert.Empty(Directory.EnumerateFiles(archive.Folder.Root, "etilqs*"));
    }

    [Fact]
    public async Task Reindexing_catches_up_or_begins_anew()
    {
        using var archive = await UpkeptArchive.MakeAsync();
        Assert.Contains("0 articles indexed", (await archive.CallAsync("archive", "reindex")).Output, StringComparison.Ordinal);
        Assert.Contains("8 articles indexed", (await archive.CallAsync("archive", "reindex", "--from-scratch")).Output, StringComparison.Ordinal);
        Execute(archive, "UPDATE article SET title = 'Renamed' WHERE id = 3");
        Assert.Contains("1 article indexed", (await archive.CallAsync("archive", "reindex")).Output, StringComparison.Ordinal);
        Assert.Equal(1, Stored.Number(archive.Folder, "SELECT count(*) FROM article_search('renamed')"));
    }

    [Fact]
    public async Task An_older_schema_and_a_missing_archive_end_with_1_and_change_nothing()
    {
        using var archive = await UpkeptArchive.MakeAsync();
        foreach (var command in All)
        {
            var missing = await archive.CallAsync(["archive", .. command, "--archive", archive.Folder.Path("none.db")]);
            Assert.True(missing.ExitCode == 1, missing.ToString());
            Assert.Contains("none.db", missing.Errors, StringComparison.Ordinal);
        }

        Execute(archive, "PRAGMA user_version = 1");
        var before = await File.ReadAllBytesAsync(archive.Folder.Archive, TestContext.Current.CancellationToken);
        foreach (var command in All.Append(["info"]))
        {
            var run = await archive.CallAsync(["archive", .. command]);
            Assert.True(run.ExitCode == 1, run.ToString());
            Assert.Contains("schema 1", run.Errors, StringComparison.Ordinal);
        }

        Assert.Equal(before, await File.ReadAllBytesAsync(archive.Folder.Archive, TestContext.Current.CancellationToken));
        Assert.False(File.Exists(archive.Folder.Path("copy.db")) || File.Exists(archive.Folder.Path("none.db")));
    }

    [Fact]
    public async Task Ctrl_C_ends_with_130_and_leaves_the_archive_whole()
    {
        using var archive = await UpkeptArchive.MakeAsync();
        Execute(archive, """
            WITH RECURSIVE n(i) AS (SELECT 1 UNION ALL SELECT i + 1 FROM n WHERE i < 30000)
            INSERT INTO article(feed_id, source_id, source, dated_at, first_seen_at, last_seen_at, title) SELECT 1, 1, 'Alpha', '2020-01-01T00:00:00Z', '2020-01-01T00:00:00Z', '2020-01-01T00:00:00Z', 'made ' || i FROM n;
            INSERT INTO article_body SELECT id, NULL, hex(randomblob(600)) FROM article WHERE title LIKE 'made %';
            INSERT INTO sighting(feed_id, item_key, article_id, content_hash, first_seen_at, last_seen_at) SELECT 1, id + 1000000, id, 0, first_seen_at, last_seen_at FROM article WHERE title LIKE 'made %';
            """);
        Assert.Equal(0, (await archive.CallAsync("archive", "check", "--repair")).ExitCode);
        foreach (var command in new string[][] { ["archive", "prune", "--where", "title LIKE 'made %'", "--yes"], ["archive", "compact"], ["archive", "backup", "copy.db"] })
        {
            await using var run = ProgramRun.Start(archive.Folder, [.. command, "--archive", "archive.db"]);
            // Somewhere in the middle of it, wherever that is on this machine: whatever the moment, the outcome must be one of two.
            await Task.Delay(TimeSpan.FromMilliseconds(700), TestContext.Current.CancellationToken);
            run.Interrupt();
            var ended = await run.WaitAsync();
            Assert.True(ended.ExitCode is 130 or 0, ended.ToString());
            Assert.DoesNotContain("please report", ended.Errors, StringComparison.Ordinal);
            Assert.Empty(Directory.EnumerateFiles(archive.Folder.Root, "*.part"));
            var check = await archive.CallAsync("archive", "check");
            Assert.True(check.ExitCode == 0, $"{string.Join(' ', command)}: {check}");
        }
    }

    private static void Execute(UpkeptArchive archive, string sql)
    {
        using var connection = Stored.Open(archive.Folder, SqliteOpenMode.ReadWrite);
        using var command = connection.CreateCommand();
        command.CommandText = sql;
        command.ExecuteNonQuery();
    }
}
