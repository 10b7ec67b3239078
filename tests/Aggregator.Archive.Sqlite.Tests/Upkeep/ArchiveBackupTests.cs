using Aggregator.Archive.Contract;
using Aggregator.Archive.Sqlite.Opening;
using Aggregator.Archive.Sqlite.Upkeep;
using Dapper;
using static Aggregator.Archive.Contract.Make;

namespace Aggregator.Archive.Sqlite.Tests.Upkeep;

public sealed class ArchiveBackupTests
{
    [Fact]
    public async Task A_copy_made_while_articles_come_holds_every_one_acknowledged_before_and_opens_alone()
    {
        await using var test = new SqliteFeedArchiveTests.OnDisk();
        var feed = await test.FeedAsync("a");
        var (acknowledged, stop) = (0, false);
        var writing = Task.Run(async () =>
        {
            for (var i = 0; !Volatile.Read(ref stop); i++)
            {
                await test.NewAsync(feed, Noon, Item($"n{i}"));
                Interlocked.Increment(ref acknowledged);
            }
        }, TestContext.Current.CancellationToken);
        for (var round = 0; round < 10; round++)
        {
            SpinWait.SpinUntil(() => Volatile.Read(ref acknowledged) > round * 3);
            var before = Volatile.Read(ref acknowledged);
            var report = ArchiveBackup.Run(test.Path, Path.Combine(Path.GetDirectoryName(test.Path)!, $"copy{round}.db"), stop: Stop);
            Assert.True(report.Articles >= before);
            Assert.False(File.Exists(report.Path + ".part") || File.Exists(report.Path + "-wal"));
        }

        Volatile.Write(ref stop, true);
        await writing;
    }

    [Fact]
    public async Task A_copy_becomes_an_archive_again()
    {
        await using var test = new SqliteFeedArchiveTests.OnDisk();
        await test.NewAsync(await test.FeedAsync("a"), Noon, Item("one"));
        var copy = test.Path + ".copy";
        Assert.Equal(1, ArchiveBackup.Run(test.Path, copy, stop: Stop).Articles);
        Assert.Throws<ArchiveRefusedException>(() => ArchiveBackup.Run(test.Path, copy, stop: Stop));
        Assert.Throws<ArchiveRefusedException>(() => ArchiveBackup.Run(test.Path, test.Path, overwrite: true, stop: Stop));

        using var restored = SqliteArchive.Open(copy, TimeProvider.System);
        var again = new SqliteFeedArchiveTests.OnDisk(restored, copy);
        await again.NewAsync(await again.FeedAsync("a"), Noon, Item("two"));
        Assert.Equal(["2"], again.Rows("SELECT count(*) FROM articles"));
    }

    [Fact]
    public async Task A_folder_keeps_the_newest_copies_and_touches_nothing_else()
    {
        await using var test = new SqliteFeedArchiveTests.OnDisk();
        var folder = Path.Combine(Path.GetDirectoryName(test.Path)!, "backups");
        Directory.CreateDirectory(folder);
        foreach (var name in new[] { "archive-2020-01-01T000000Z.db", "archive-2021-01-01T000000Z.db", "archive-mine.db", "notes.txt" })
            File.WriteAllText(Path.Combine(folder, name), "");

        var report = ArchiveBackup.ToFolder(test.Path, folder, keep: 2, TimeProvider.System, stop: Stop);

        Assert.Equal(
            new[] { "archive-2021-01-01T000000Z.db", "archive-mine.db", "notes.txt", Path.GetFileName(report.Path) }.Order(StringComparer.Ordinal),
            Directory.EnumerateFiles(folder).Select(f => Path.GetFileName(f)!).Order(StringComparer.Ordinal));
    }

    [Fact]
    public async Task Commands_beside_an_older_schema_say_so()
    {
        await using var test = new SqliteFeedArchiveTests.OnDisk();
        using (var writer = ArchiveConnection.OpenWriter(test.Path)) writer.Execute("PRAGMA user_version = 1");
        Assert.Equal(ArchiveRefusal.Older, Assert.Throws<ArchiveRefusedException>(() => ArchiveBackup.Run(test.Path, test.Path + ".copy", stop: Stop)).Reason);
        Assert.Equal(ArchiveRefusal.Missing, Assert.Throws<ArchiveRefusedException>(() => ArchiveCheck.Run(test.Path + ".none", stop: Stop)).Reason);
    }

    private static CancellationToken Stop => TestContext.Current.CancellationToken;
}
