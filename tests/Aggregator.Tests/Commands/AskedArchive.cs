using Aggregator.TestKit;

namespace Aggregator.Tests.Commands;

/// <summary>One archive for all tests that only ask: the program's own pass over a small feed with odd texts.</summary>
public sealed class AskedArchive : IAsyncLifetime
{
    private const string Feed = """
        <?xml version="1.0" encoding="UTF-8"?>
        <rss version="2.0"><channel><title>Odd News</title><link>https://odd.example/</link>
        <item><guid>1</guid><link>https://odd.example/1</link><title>=1+1 and more</title><pubDate>Thu, 13 Jul 2023 08:00:00 GMT</pubDate><description>The council votes on the budget.</description></item>
        <item><guid>2</guid><link>https://odd.example/2</link><title>Direction &#x202E;turned</title><pubDate>Fri, 14 Jul 2023 08:00:00 GMT</pubDate><description>A harbour, C++ and AT&amp;T.</description></item>
        <item><guid>3</guid><link>https://odd.example/3</link><title>No date here</title><description>The council again.</description></item>
        </channel></rss>
        """;

    public TempFolder Folder { get; } = new();

    public async ValueTask InitializeAsync()
    {
        Folder.Write("feed.xml", Feed);
        Folder.Write("feeds.json", "{ \"feeds\": [ { \"file\": \"feed.xml\", \"group\": \"Odd\" } ] }");
        Folder.Write("queries/titled.sql", "-- Articles with a word in the title.\n-- :word = 'no'  The word\nSELECT id, title FROM articles WHERE title LIKE '%' || :word || '%'");
        var poll = await ProgramRun.RunAsync(Folder, "poll", "--feeds", "feeds.json", "--archive", "archive.db");
        Assert.True(poll.ExitCode == 0, poll.ToString());
    }

    public ValueTask DisposeAsync()
    {
        Folder.Dispose();
        return ValueTask.CompletedTask;
    }

    public Task<ProgramResult> RunAsync(params string[] arguments) => RunAsync(null, arguments);

    public Task<ProgramResult> RunAsync(string? input, string[] arguments) =>
        ProgramRun.RunAsync(Folder, new ProgramSetup { Input = input }, [.. arguments, "--archive", "archive.db", "--set", $"Queries:Path={Folder.Path("queries")}"]);
}
