using System.Text.Json;
using Aggregator.Service;
using Aggregator.TestKit;
using Aggregator.Tests.Upkeep;
using Quartz;

namespace Aggregator.Tests.Service;

/// <summary>What the service does for the archive by itself.</summary>
public sealed class MaintenanceTests
{
    [Fact]
    public async Task Scheduled_copies_are_checked_kept_in_number_and_told()
    {
        using var archive = await UpkeptArchive.MakeAsync();
        archive.Folder.Write("copies/notes.txt", "not ours");
        archive.Folder.Write("copies/archive-2020-01-01T000000Z.db", "an old one");
        archive.Folder.Write("copies/archive-2020-01-01T000000Z.db.part", "one that was cut off");
        string[] every = ["--set", "Maintenance:Backup:Schedule=* * * * * ?", "--set", "Maintenance:Backup:Folder=copies", "--set", "Maintenance:Backup:Keep=1"];
        await using (var run = ProgramRun.Start(archive.Folder, ["run", "--feeds", "feeds.json", "--archive", "archive.db", .. every]))
        {
            await run.LineAsync("articles=8");
            run.Terminate();
            Assert.Equal(0, (await run.WaitAsync()).ExitCode);
        }

        var files = Directory.EnumerateFiles(archive.Folder.Path("copies")).Select(Path.GetFileName).Order(StringComparer.Ordinal).ToList();
        Assert.Equal(2, files.Count(f => !f!.EndsWith(".part", StringComparison.Ordinal)));
        Assert.DoesNotContain("archive-2020-01-01T000000Z.db", files);
        Assert.DoesNotContain("archive-2020-01-01T000000Z.db.part", files);
        var facts = JsonDocument.Parse((await archive.CallAsync("status", "--json")).Output).RootElement;
        Assert.Contains("copies/archive-20", facts.GetProperty("last_backup").GetString(), StringComparison.Ordinal);
        Assert.Equal(JsonValueKind.Null, facts.GetProperty("backup_failure").ValueKind);
    }

    [Fact]
    public async Task A_copy_that_fails_is_told_and_one_that_was_missed_is_made_at_the_start()
    {
        using var archive = await UpkeptArchive.MakeAsync();
        Assert.Equal(0, (await archive.CallAsync("archive", "backup", archive.Folder.Path("first.db"))).ExitCode);
        using (var writing = Stored.Open(archive.Folder, Microsoft.Data.Sqlite.SqliteOpenMode.ReadWrite))
        {
            using var command = writing.CreateCommand();
            command.CommandText = "UPDATE fact SET value = json_set(value, '$.at', '2020-01-01T00:00:00Z') WHERE name = 'last-backup'";
            command.ExecuteNonQuery();
        }

        archive.Folder.Write("taken", "a file where a folder should be");
        await using var run = ProgramRun.Start(archive.Folder, "run", "--feeds", "feeds.json", "--archive", "archive.db",
            "--set", "Maintenance:Backup:Schedule=0 0 3 1 1 ?", "--set", "Maintenance:Backup:Folder=taken");
        await run.LineAsync("the backup failed");
        run.Terminate();
        Assert.Equal(0, (await run.WaitAsync()).ExitCode);
        var facts = JsonDocument.Parse((await archive.CallAsync("status", "--json")).Output).RootElement;
        Assert.Contains("taken", facts.GetProperty("backup_failure").GetString(), StringComparison.Ordinal);
        Assert.Contains("the last scheduled backup failed", facts.GetProperty("problems").GetString(), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("2026-11-24T02:00:00Z", true)]
    [InlineData("2026-11-24T22:29:00Z", true)]  // 3:29 in Tashkent, a minute before it was due.
    [InlineData("2026-11-24T22:31:00Z", false)] // 3:31 there.
    [InlineData(null, false)]
    public void A_copy_is_missing_when_it_was_due_since_the_last(string? last, bool missing)
    {
        var times = new CronExpression("0 30 3 * * ?", TimeZoneInfo.FindSystemTimeZoneById("Asia/Tashkent")); // UTC+5
        DateTimeOffset? at = last is null ? null : DateTimeOffset.Parse(last, System.Globalization.CultureInfo.InvariantCulture);
        Assert.Equal(missing, MaintenanceJobs.IsMissing(times, at, DateTimeOffset.Parse("2026-11-25T12:00:00Z", System.Globalization.CultureInfo.InvariantCulture)));
    }

    [Theory]
    [InlineData("Maintenance:Backup:Schedule=at noon", "is no cron expression")]
    [InlineData("Maintenance:Backup:Schedule=0 30 3 * * ?", "needs a folder")]
    [InlineData("Maintenance:Backup:TimeZone=Atlantis", "is no time zone")]
    [InlineData("Maintenance:Backup:Keep=0", "from 1 to 1000")]
    [InlineData("Maintenance:KeepFetches=1h", "out of bounds")]
    public async Task Settings_that_make_no_sense_are_refused(string setting, string said)
    {
        using var archive = await UpkeptArchive.MakeAsync();
        var run = await archive.CallAsync("status", "--set", setting);
        Assert.True(run.ExitCode == 2, run.ToString());
        Assert.Contains(said, run.Errors, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Old_rows_of_fetches_are_folded_by_a_pass_too()
    {
        using var archive = await UpkeptArchive.MakeAsync();
        using (var writing = Stored.Open(archive.Folder, Microsoft.Data.Sqlite.SqliteOpenMode.ReadWrite))
        {
            using var command = writing.CreateCommand();
            command.CommandText = "UPDATE fetch SET started_at = '2020-01-01T00:00:00Z'";
            command.ExecuteNonQuery();
        }

        await archive.PollAsync();
        Assert.Equal([2L, 2L], [Stored.Number(archive.Folder, "SELECT count(*) FROM fetches"), Stored.Number(archive.Folder, "SELECT sum(polls) FROM fetch_days")]);
    }
}
