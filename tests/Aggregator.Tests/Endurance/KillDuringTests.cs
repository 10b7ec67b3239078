using Aggregator.Endurance.Killing;
using Aggregator.Endurance.Serving;
using Aggregator.TestKit;
using Dapper;
using Microsoft.Data.Sqlite;

namespace Aggregator.Tests.Endurance;

/// <summary>Short forms of <c>endurance kill --during</c>, and that their judges see what they are for.</summary>
public sealed class KillDuringTests
{
    [Fact]
    public async Task A_backup_that_is_killed_leaves_no_half_copy_and_an_unharmed_archive()
    {
        using var folder = new TempFolder();
        using var report = new StringWriter();

        Assert.Empty(await new BackupKills(ProgramRun.Assembly, folder.Root, kills: 1, seed: 3, report).RunAsync());

        Assert.StartsWith("1 backups killed", report.ToString(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_migration_that_is_killed_leaves_one_whole_version_and_goes_on()
    {
        using var folder = new TempFolder();
        using var report = new StringWriter();

        Assert.Empty(await new MigrationKills(ProgramRun.Assembly, folder.Root, kills: 1, seed: 3, report).RunAsync());

        Assert.StartsWith("1 migrations killed", report.ToString(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_prune_that_is_killed_leaves_every_article_whole_or_wholly_gone()
    {
        using var folder = new TempFolder();
        using var report = new StringWriter();

        Assert.Empty(await new PruneKills(ProgramRun.Assembly, folder.Root, feeds: 20, kills: 1, seed: 3, report).RunAsync());

        Assert.StartsWith("1 prunes killed", report.ToString(), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("DELETE FROM article WHERE id = 1", "are left of articles that are gone", "no tombstone")]
    [InlineData("DELETE FROM article_body WHERE article_id = 1", "lack of articles that are there")]
    [InlineData("INSERT INTO tombstone SELECT kind, key, 0, '2026-01-01T00:00:00Z' FROM identity WHERE article_id = 1", "have a new tombstone")]
    [InlineData("DELETE FROM article WHERE id = 2", "nobody chose")]
    public async Task The_judge_of_prunes_sees_half_a_deletion(string fault, params string[] seen)
    {
        using var folder = new TempFolder();
        var (before, after) = (folder.Path("before.db"), folder.Path("after.db"));
        await new LedgerFlow(feeds: 2, seed: 1).PassAsync(before);
        File.Copy(before, after);
        Execute(after, fault);

        var faults = PruneJudge.Judge(after, before, "(id = 1)", new HashSet<string>());

        Assert.All(seen, s => Assert.Contains(faults, f => f.Contains(s, StringComparison.Ordinal)));
    }

    [Theory]
    [InlineData(1)]
    [InlineData(3)]
    public async Task An_old_archive_has_an_older_schema_and_every_row(int version)
    {
        using var folder = new TempFolder();
        var (now, old) = (folder.Path("now.db"), folder.Path("old.db"));
        await new LedgerFlow(feeds: 3, seed: 1).PassAsync(now);

        OldArchive.Make(now, old, version);
        File.Copy(old, folder.Path("copy.db"));

        using var db = new SqliteConnection($"Data Source={old};Pooling=False");
        db.Open();
        Assert.Equal(version, db.ExecuteScalar<long>("PRAGMA user_version"));
        Assert.True(db.ExecuteScalar<long>("SELECT count(*) FROM article") > 2);
        Assert.Empty(OldArchive.OtherSchema(db, version));
        Assert.NotEmpty(OldArchive.OtherSchema(db, version + 1));
        Assert.Empty(OldArchive.Differences(db, folder.Path("copy.db")));
        db.Execute("DELETE FROM article_body WHERE article_id = 1");
        Assert.Equal(["article_body: 1 rows of before are not there, -1 more than before"], OldArchive.Differences(db, folder.Path("copy.db")));
    }

    private static void Execute(string archive, string sql)
    {
        using var db = new SqliteConnection($"Data Source={archive};Pooling=False");
        db.Open();
        db.Execute("PRAGMA foreign_keys = OFF;" + sql);
    }
}
