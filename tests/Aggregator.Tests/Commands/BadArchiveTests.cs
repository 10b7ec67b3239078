using System.Diagnostics;
using Aggregator.Archive.Sqlite;
using Aggregator.TestKit;
using Microsoft.Data.Sqlite;

namespace Aggregator.Tests.Commands;

/// <summary>An archive that cannot be used: one sentence with the path, exit code 1, and the file stays as it was.</summary>
public sealed class BadArchiveTests : IDisposable
{
    private readonly TempFolder _folder = new();

    public BadArchiveTests()
    {
        _folder.Write("feed.xml", SampleFeed.Rss("https://a.example", 2));
        _folder.Write("feeds.json", "{ \"feeds\": [ { \"file\": \"feed.xml\" } ] }");
    }

    public void Dispose() => _folder.Dispose();

    [Fact]
    public async Task A_file_that_is_no_database()
    {
        _folder.Write("archive.db", new string('x', 5000));
        var poll = await PollAsync();

        Assert.True(poll.ExitCode == 1, poll.ToString());
        Assert.Contains("archive.db is not an SQLite database", poll.Errors, StringComparison.Ordinal);
        Assert.Equal(new string('x', 5000), await File.ReadAllTextAsync(_folder.Archive, TestContext.Current.CancellationToken));
    }

    [Fact]
    public async Task A_database_of_another_program()
    {
        using (var other = Stored.Open(_folder, SqliteOpenMode.ReadWriteCreate)) Execute(other, "CREATE TABLE theirs(x)");
        var poll = await PollAsync();

        Assert.True(poll.ExitCode == 1, poll.ToString());
        Assert.Contains("not an archive of this program", poll.Errors, StringComparison.Ordinal);
    }

    [Fact]
    public async Task An_archive_of_a_newer_version()
    {
        SqliteArchive.Open(_folder.Archive, TimeProvider.System).Dispose();
        using (var archive = Stored.Open(_folder, SqliteOpenMode.ReadWrite)) Execute(archive, "PRAGMA user_version = 9999");

        foreach (var command in new[] { "poll", "run", "status", "archive info" })
        {
            var run = await ProgramRun.RunAsync(_folder, [.. command.Split(' '), "--feeds", "feeds.json", "--archive", "archive.db"]);
            Assert.True(run.ExitCode == 1, run.ToString());
            Assert.Contains("schema 9999", run.Errors, StringComparison.Ordinal);
            Assert.Contains("newer", run.Errors, StringComparison.Ordinal);
        }
    }

    [Fact]
    public async Task An_archive_in_a_folder_that_cannot_be_made()
    {
        _folder.Write("taken", "a file");
        var poll = await ProgramRun.RunAsync(_folder, "poll", "--feeds", "feeds.json", "--archive", "taken/archive.db");

        Assert.True(poll.ExitCode == 1, poll.ToString());
        Assert.Contains("taken", poll.Errors, StringComparison.Ordinal);
        Assert.DoesNotContain("please report", poll.Errors, StringComparison.Ordinal);
    }

    [Fact]
    public async Task No_archive_to_ask()
    {
        foreach (var command in new[] { "status", "archive info" })
        {
            var run = await ProgramRun.RunAsync(_folder, [.. command.Split(' '), "--archive", "none.db"]);
            Assert.True(run.ExitCode == 1, run.ToString());
            Assert.Contains("none.db", run.Errors, StringComparison.Ordinal);
        }

        Assert.False(File.Exists(_folder.Path("none.db")));
    }

    [Fact]
    public async Task A_read_only_file_system_and_a_full_disk()
    {
        Assert.SkipUnless(await CanMountAsync(), "needs a mount namespace of its own");
        _folder.Write("feed.xml", SampleFeed.Rss("https://a.example", 4000));
        var poll = $"dotnet {ProgramRun.Assembly} poll --feeds {_folder.Path("feeds.json")} --archive mount/archive.db";
        Directory.CreateDirectory(_folder.Path("mount"));

        var readOnly = await UnsharedAsync($"mount -t tmpfs -o ro none mount && {poll}");
        Assert.True(readOnly.ExitCode == 1, readOnly.ToString());
        Assert.Contains("archive.db", readOnly.Errors, StringComparison.Ordinal);
        Assert.DoesNotContain("please report", readOnly.Errors, StringComparison.Ordinal);

        var full = await UnsharedAsync($"mount -t tmpfs -o size=1m none mount && {poll}");
        Assert.True(full.ExitCode == 1, full.ToString());
        Assert.Contains("full", full.Output + full.Errors, StringComparison.Ordinal);
        Assert.DoesNotContain("please report", full.Output + full.Errors, StringComparison.Ordinal);
    }

    private Task<ProgramResult> PollAsync() => ProgramRun.RunAsync(_folder, "poll", "--feeds", "feeds.json", "--archive", "archive.db");

    private static void Execute(SqliteConnection connection, string sql)
    {
        using var command = connection.CreateCommand();
        command.CommandText = sql;
        command.ExecuteNonQuery();
    }

    private async Task<bool> CanMountAsync() => OperatingSystem.IsLinux() && (await UnsharedAsync("mount -t tmpfs none /mnt")).ExitCode == 0;

    // A shell with mounts of its own, as root of a user namespace: it needs no rights, and nothing of it is seen outside.
    private async Task<ProgramResult> UnsharedAsync(string script)
    {
        var start = new ProcessStartInfo("unshare")
        {
            WorkingDirectory = _folder.Root,
            RedirectStandardOutput = true,
            RedirectStandardError = true,
        };
        foreach (var argument in new[] { "-rm", "sh", "-c", script }) start.ArgumentList.Add(argument);
        try
        {
            using var process = Process.Start(start)!;
            var (output, errors) = (process.StandardOutput.ReadToEndAsync(), process.StandardError.ReadToEndAsync());
            await process.WaitForExitAsync(TestContext.Current.CancellationToken);
            return new ProgramResult(process.ExitCode, await output, await errors);
        }
        catch (System.ComponentModel.Win32Exception)
        {
            return new ProgramResult(127, "", "there is no unshare");
        }
    }
}
