using Aggregator.Commands;
using Aggregator.TestKit;

namespace Aggregator.Tests.Upkeep;

/// <summary>
/// An archive of the program's own pass over two small feeds: 8 articles, one of them in both feeds. The pass is made once; each test has a
/// copy of its own.
/// </summary>
internal sealed class UpkeptArchive : IDisposable
{
    private static readonly Lock Building = new();
    private static readonly Lazy<Task<byte[]>> Made = new(MakeOnceAsync);

    private UpkeptArchive()
    {
    }

    public TempFolder Folder { get; } = new();

    public static async Task<UpkeptArchive> MakeAsync()
    {
        var made = WithFeeds();
        await File.WriteAllBytesAsync(made.Folder.Archive, await Made.Value, TestContext.Current.CancellationToken);
        return made;
    }

    /// <summary>A pass over both feeds, whether due or not.</summary>
    public async Task<ProgramResult> PollAsync()
    {
        var poll = await RunAsync("poll", "--all", "--feeds", "feeds.json");
        Assert.True(poll.ExitCode == 0, poll.ToString());
        return poll;
    }

    /// <summary>The feeds' bytes change, so that the next pass reads them again.</summary>
    public void Touch()
    {
        foreach (var file in new[] { "a.xml", "b.xml" }) File.AppendAllText(Folder.Path(file), "<!-- again -->");
    }

    /// <summary>The real program.</summary>
    public Task<ProgramResult> RunAsync(params string[] arguments) => ProgramRun.RunAsync(Folder, [.. arguments, "--archive", "archive.db"]);

    /// <summary>The same command inside the test's own process, which starts faster. Relative paths are the test runner's, not the folder's.</summary>
    public async Task<ProgramResult> CallAsync(params string[] arguments)
    {
        using var output = new StringWriter { NewLine = "\n" };
        using var errors = new StringWriter { NewLine = "\n" };
        using var terminal = new Terminal { In = TextReader.Null, Out = output, Error = errors };
        var runner = new CommandRunner(terminal, TimeProvider.System);
        Task<int> running;
        lock (Building) running = CommandLine.RunAsync(arguments.Contains("--archive") ? arguments : [.. arguments, "--archive", Folder.Archive], terminal, [ArchiveCommand.Create(runner), ExportCommand.Create(runner), StatusCommand.Create(runner), SearchCommand.Create(runner)]);
        return new ProgramResult(await running, output.ToString(), errors.ToString());
    }

    public void Dispose() => Folder.Dispose();

    private static async Task<byte[]> MakeOnceAsync()
    {
        using var first = WithFeeds();
        await first.PollAsync();
        return await File.ReadAllBytesAsync(first.Folder.Archive);
    }

    private static UpkeptArchive WithFeeds()
    {
        var made = new UpkeptArchive();
        made.Folder.Write("a.xml", Rss("Alpha", "a.example", [(1, 2019), (2, 2020), (3, 2021), (4, 2022), (5, 2023)], "https://both.example/shared"));
        made.Folder.Write("b.xml", Rss("Beta", "b.example", [(6, 2021), (7, 2022)], "https://both.example/shared"));
        made.Folder.Write("feeds.json", "{ \"feeds\": [ { \"file\": \"a.xml\" }, { \"file\": \"b.xml\" } ] }");
        return made;
    }

    private static string Rss(string name, string host, (int Number, int Year)[] items, string shared) => $"""
        <rss version="2.0"><channel><title>{name}</title><link>https://{host}/</link>
        {string.Concat(items.Select(i => $"<item><guid>{host}-{i.Number}</guid><link>https://{host}/{i.Number}</link><title>Number {i.Number}</title><pubDate>13 Jul {i.Year} 08:00:00 GMT</pubDate><description>What {name} says of number {i.Number}, \"quoted\", and a line&#10;more.</description></item>"))}
        <item><guid isPermaLink="true">{shared}</guid><link>{shared}</link><title>Shared</title><pubDate>13 Jul 2018 08:00:00 GMT</pubDate><description>The same words in both.</description></item>
        </channel></rss>
        """;
}
