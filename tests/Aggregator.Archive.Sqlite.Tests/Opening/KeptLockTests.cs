using Aggregator.Archive.Sqlite.Opening;
using Aggregator.Archive.Sqlite.Querying;
using Aggregator.Archive.Sqlite.Upkeep;
using static Aggregator.Archive.Contract.Make;

namespace Aggregator.Archive.Sqlite.Tests.Opening;

/// <summary>Closing any descriptor of the archive's file would give up SQLite's locks on it (fcntl), and another program would delete the log.</summary>
public sealed class KeptLockTests
{
    public static readonly TheoryData<string> Uses = ["read", "write", "door", "backup", "check", "requests"];

    [Theory]
    [MemberData(nameof(Uses))]
    public async Task What_this_process_does_beside_its_open_archive_leaves_the_locks_in_place(string use)
    {
        Assert.SkipUnless(OperatingSystem.IsLinux(), "locks are read from /proc");
        await using var test = new SqliteFeedArchiveTests.OnDisk();
        await test.NewAsync(await test.FeedAsync("a"), Noon, Item("one"));
        var held = Locks(test.Path);
        Assert.NotEmpty(held);

        switch (use)
        {
            case "read": ExistingArchive.OpenReader(test.Path).Dispose(); break;
            case "write": ExistingArchive.OpenWriter(test.Path).Dispose(); break;
            case "door": Assert.IsType<DoorOpening.Opened>(SqlDoor.Open(test.Path, TimeProvider.System)).Door.Dispose(); break;
            case "backup": ArchiveBackup.Run(test.Path, test.Path + ".copy", stop: TestContext.Current.CancellationToken); break;
            case "check": ArchiveCheck.Run(test.Path, stop: TestContext.Current.CancellationToken); break;
            default: Requesting.PollRequests.Open(test.Path).Dispose(); break;
        }

        Assert.Equal(held, Locks(test.Path));
    }

    // "1: POSIX  ADVISORY  READ 4711 fe:00:131 1073741826 1073742335": process and inode tell whose and of what.
    private static List<string> Locks(string path)
    {
        using var stat = System.Diagnostics.Process.Start(new System.Diagnostics.ProcessStartInfo("stat", ["-c", "%i", path]) { RedirectStandardOutput = true })!;
        var inode = stat.StandardOutput.ReadToEnd().Trim();
        // The kernel gives its list in pieces, and a lock of another process that goes between two of them hides one of ours: what any reading has is held.
        return [.. Enumerable.Range(0, 3).SelectMany(_ => File.ReadLines("/proc/locks"))
            .Where(l => l.Contains("POSIX", StringComparison.Ordinal) && l.Contains($" {Environment.ProcessId} ", StringComparison.Ordinal) && l.Contains($":{inode} ", StringComparison.Ordinal))
            .Select(l => l[(l.IndexOf(':', StringComparison.Ordinal) + 1)..]).Distinct().Order(StringComparer.Ordinal)];
    }
}
