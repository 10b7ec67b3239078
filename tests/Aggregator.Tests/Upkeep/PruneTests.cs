using System.Text.Json;
using Aggregator.TestKit;

namespace Aggregator.Tests.Upkeep;

/// <summary><c>archive prune</c> on the real program and a real file.</summary>
public sealed class PruneTests
{
    private static readonly string[] Everything = ["1", "2", "3", "4", "5", "6", "7", "Shared"];

    /// <summary>Conditions, and the articles (their numbers) that are left.</summary>
    public static TheoryData<string, string> Conditions => new()
    {
        { "--before 2021-01-01", "3 4 5 6 7" },
        { "--before 2021", "3 4 5 6 7" },
        { "--older-than 1500d", "5" },
        { "--source beta", "1 2 3 4 5 Shared" },
        { "--source b.example", "1 2 3 4 5 Shared" },
        { "--feed b.xml", "1 2 3 4 5 Shared" },
        { "--source Alpha --before 2020", "2 3 4 5 6 7 Shared" },
        { "--where title=='Number~3'--a~comment", "1 2 4 5 6 7 Shared" },
        { "--where id~IN~(SELECT~rowid~FROM~article_search~WHERE~article_search~MATCH~'beta')", "1 2 3 4 5 Shared" },
        { "--where true", "" },
        { "--where false", "1 2 3 4 5 6 7 Shared" },
    };

    [Theory]
    [MemberData(nameof(Conditions))]
    public async Task It_only_tells_without_yes_and_deletes_with_it(string condition, string left)
    {
        using var archive = await UpkeptArchive.MakeAsync();
        string[] prune = ["archive", "prune", .. condition.Split(' ').Select(w => w.Replace('~', ' '))];
        var before = Stored.Contents(archive.Folder);

        var told = await archive.CallAsync(prune);
        Assert.True(told.ExitCode == 0, told.ToString());
        Assert.Equal(before, Stored.Contents(archive.Folder));
        Assert.Equal(0, Stored.Number(archive.Folder, "SELECT count(*) FROM tombstone"));

        var deleted = await archive.CallAsync([.. prune, "--yes"]);
        Assert.True(deleted.ExitCode == 0, deleted.ToString());
        Assert.Equal(left, Titles(archive.Folder));
        var gone = Everything.Length - left.Split(' ', StringSplitOptions.RemoveEmptyEntries).Length;
        if (gone > 0) Assert.Contains($"{gone} article{(gone == 1 ? "" : "s")} deleted", deleted.Output, StringComparison.Ordinal);
        if (gone > 0) Assert.StartsWith($"{gone} article", told.Output, StringComparison.Ordinal);
        else Assert.Contains("No article fits", told.Output, StringComparison.Ordinal);

        Assert.Equal(0, (await archive.CallAsync("archive", "check")).ExitCode);
    }

    [Fact]
    public async Task The_next_poll_does_not_bring_them_back()
    {
        using var archive = await UpkeptArchive.MakeAsync();
        var prune = await archive.RunAsync("archive", "prune", "--before", "2021-01-01", "--export", "gone.jsonl", "--yes");
        Assert.True(prune.ExitCode == 0, prune.ToString());
        Assert.Equal("3 4 5 6 7", Titles(archive.Folder));
        archive.Touch();
        await archive.PollAsync();
        Assert.Equal("3 4 5 6 7", Titles(archive.Folder));
        Assert.Equal(4, Stored.Number(archive.Folder, "SELECT sum(dropped) FROM fetches")); // 1, 2, and the shared one in both feeds.
        Assert.Equal(0, (await archive.RunAsync("archive", "check")).ExitCode);
    }

    [Fact]
    public async Task One_article_by_its_id()
    {
        using var archive = await UpkeptArchive.MakeAsync();
        var id = Stored.Number(archive.Folder, "SELECT id FROM articles WHERE title = 'Number 4'").ToString(System.Globalization.CultureInfo.InvariantCulture);
        Assert.Contains("Number 4", (await archive.CallAsync("archive", "prune", id)).Output, StringComparison.Ordinal);
        Assert.Equal(0, (await archive.CallAsync("archive", "prune", id, "--yes")).ExitCode);
        Assert.Equal("1 2 3 5 6 7 Shared", Titles(archive.Folder));

        var again = await archive.CallAsync("archive", "prune", id, "--yes");
        Assert.True(again.ExitCode == 1, again.ToString());
        Assert.Contains($"there is no article {id}", again.Errors, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("jsonl")]
    [InlineData("csv")]
    [InlineData("parquet")]
    public async Task What_is_deleted_is_in_the_export(string format)
    {
        using var archive = await UpkeptArchive.MakeAsync();
        var deleted = await archive.CallAsync("archive", "prune", "--source", "Beta", "--export", archive.Folder.Path($"gone.{format}"), "--yes");
        Assert.True(deleted.ExitCode == 0, deleted.ToString());
        Assert.Equal("1 2 3 4 5 Shared", Titles(archive.Folder));
        if (format == "jsonl")
            Assert.Equal(["Number 6", "Number 7"], File.ReadAllLines(archive.Folder.Path("gone.jsonl")).Select(l => JsonDocument.Parse(l).RootElement.GetProperty("title").GetString()));
        Assert.False(File.Exists(archive.Folder.Path($"gone.{format}.part")));
    }

    [Fact]
    public async Task An_export_that_cannot_be_written_deletes_nothing()
    {
        using var archive = await UpkeptArchive.MakeAsync();
        var refused = await archive.CallAsync("archive", "prune", "--source", "Beta", "--export", archive.Folder.Path("none/gone.jsonl"), "--yes");
        Assert.True(refused.ExitCode == 2, refused.ToString());
        Assert.Equal(string.Join(' ', Everything), Titles(archive.Folder));
    }

    public static TheoryData<string, int, string> Mistakes => new()
    {
        { "", 2, "needs to be told which" },
        { "--yes", 2, "needs to be told which" },
        { "--before tomorrow", 2, "is not a date such as" },
        { "--older-than long", 2, "is no duration" },
        { "--older-than 1d --before 2020", 2, "say the same" },
        { "--feed nowhere", 1, "no feed of the archive" },
        { "--where titel='x' --yes", 1, "did you mean title?" },
        { "--where 1)~DELETE~FROM~article~WHERE~(1 --yes", 1, "syntax error" },
        { "--where 1);DELETE~FROM~article;-- --yes", 1, "only one statement" },
        { "--export gone.txt --source Beta", 2, "which says its format" },
    };

    [Theory]
    [MemberData(nameof(Mistakes))]
    public async Task Mistakes_delete_nothing(string arguments, int code, string said)
    {
        using var archive = await UpkeptArchive.MakeAsync();
        var run = await archive.CallAsync(["archive", "prune", .. arguments.Split(' ', StringSplitOptions.RemoveEmptyEntries).Select(w => w.Replace('~', ' '))]);
        Assert.True(run.ExitCode == code, run.ToString());
        Assert.Contains(said, run.Errors, StringComparison.Ordinal);
        Assert.Equal(string.Join(' ', Everything), Titles(archive.Folder));
    }

    private static string Titles(TempFolder folder) =>
        Stored.Rows(folder, "SELECT replace(title, 'Number ', '') FROM articles ORDER BY 1").Trim().Replace('\n', ' ');
}
