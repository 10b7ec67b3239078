using Aggregator.TestKit;

namespace Aggregator.Tests.Commands;

/// <summary>The first command of the README, on the list as it is shipped.</summary>
public sealed class FirstPollTests : IDisposable
{
    private readonly TempFolder _folder = new();

    public FirstPollTests() => Repository.CopyShippedTo(_folder);

    public void Dispose() => _folder.Dispose();

    [Fact]
    public async Task Ends_with_articles_and_says_what_to_do_next()
    {
        var poll = await ProgramRun.RunAsync(_folder, "poll");

        Assert.True(poll.ExitCode == 0, poll.ToString());
        Assert.Equal("", poll.Errors);
        Assert.Contains("2 feeds polled", poll.Output, StringComparison.Ordinal);
        Assert.Contains(" new", poll.Output, StringComparison.Ordinal);
        Assert.Contains("Ask the archive:", poll.Output, StringComparison.Ordinal);
        Assert.Contains("Start the service:", poll.Output, StringComparison.Ordinal);

        // The archive lies where the settings file says: beside it, not beside the program.
        var query = await ProgramRun.RunAsync(_folder, "query", "SELECT count(*) AS articles, count(DISTINCT source) AS sources, count(published_at) AS dated FROM articles", "--format", "csv");
        Assert.True(query.ExitCode == 0, query.ToString());
        var numbers = query.Lines[1].Split(',').Select(int.Parse).ToList();
        Assert.InRange(numbers[0], 10, 14);
        Assert.Equal(2, numbers[1]);
        Assert.Equal(numbers[0] - 1, numbers[2]); // One item of the sample has no date, and none is invented.
        Assert.True(File.Exists(_folder.Path("data/archive.db")));
    }

    [Fact]
    public async Task Again_at_once_nothing_is_due()
    {
        await ProgramRun.RunAsync(_folder, "poll");
        var again = await ProgramRun.RunAsync(_folder, "poll");

        Assert.True(again.ExitCode == 0, again.ToString());
        Assert.Contains("No feed was polled.", again.Output, StringComparison.Ordinal);
        Assert.Contains("2 feeds not due", again.Output, StringComparison.Ordinal);
        Assert.Contains("The next feed is due at ", again.Output, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_relative_path_of_the_settings_file_is_relative_to_that_file()
    {
        using var elsewhere = new TempFolder();
        var poll = await ProgramRun.RunAsync(elsewhere, "poll", "--settings", _folder.Path("appsettings.json"));

        Assert.True(poll.ExitCode == 0, poll.ToString());
        Assert.True(File.Exists(_folder.Path("data/archive.db")));
        Assert.Empty(Directory.EnumerateFileSystemEntries(elsewhere.Root));
    }
}
