using System.Diagnostics;
using Aggregator.Archive.Contract;
using static Aggregator.Archive.Contract.Make;

namespace Aggregator.Archive.Sqlite.Tests.Opening;

/// <summary>The stock shell reads the archive, also for a user who may not write, while a service polls and while nothing runs.</summary>
public sealed class ForeignReaderTests
{
    private const string Nobody = "65534";

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public async Task The_stock_shell_reads_under_a_second_user(bool whileOpen)
    {
        if (OperatingSystem.IsWindows()) return;
        var can = File.Exists("/usr/bin/sqlite3") && File.Exists("/usr/bin/setpriv") && Environment.UserName == "root";
        Assert.True(can || Environment.GetEnvironmentVariable("CI") != "true" || Environment.UserName != "root", "the clean run has the sqlite3 shell and setpriv");
        if (!can) Assert.Skip("needs the sqlite3 shell, setpriv and root");
        using var temp = new TempArchive();
        var archive = SqliteArchive.Open(temp.Path, TimeProvider.System);
        try
        {
            var test = new SqliteFeedArchiveTests.OnDisk(archive, temp.Path);
            await test.NewAsync(await test.FeedAsync("a"), Noon, Item("one", text: "Readable."));
            await archive.IndexAsync(10);
            if (!whileOpen) archive.Dispose();
            File.SetUnixFileMode(temp.Folder, (UnixFileMode)0b111_101_101);

            Assert.Equal(
                "Readable.|1|1\n",
                Shell(temp.Path, "SELECT text, (SELECT count(*) FROM article_search('readable')), (SELECT count(*) FROM revisions) FROM articles"));
            Assert.Equal("", Shell(temp.Path, "DELETE FROM article"));
            Assert.Equal("1\n", Shell(temp.Path, "SELECT count(*) FROM article"));
        }
        finally
        {
            if (whileOpen) archive.Dispose();
        }
    }

    private static string Shell(string path, string sql)
    {
        using var shell = Process.Start(new ProcessStartInfo("/usr/bin/setpriv", ["--reuid", Nobody, "--regid", Nobody, "--clear-groups", "/usr/bin/sqlite3", path, sql])
        {
            RedirectStandardOutput = true,
            RedirectStandardError = true,
        })!;
        var said = shell.StandardOutput.ReadToEnd();
        shell.WaitForExit();
        return said;
    }
}
