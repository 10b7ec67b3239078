using Aggregator.TestKit;

namespace Aggregator.Tests.Commands;

/// <summary>A list that cannot be used: every problem with its place, exit code 2, and nothing is made or asked.</summary>
public sealed class BadListTests : IDisposable
{
    private readonly TempFolder _folder = new();

    public void Dispose() => _folder.Dispose();

    public static TheoryData<string, string?, string[]> Lists => new()
    {
        { "missing", null, ["feeds.json", "there is no such file or folder"] },
        { "empty", "", ["feeds.json", "empty"] },
        { "half-written", "{ \"feeds\": [ \"https://a.example/x\", ", ["feeds.json:1"] },
        { "unknown key", "{\n \"feeds\": [\n  { \"url\": \"https://a.example/x\", \"titel\": \"A\" } ] }", ["feeds.json:3", "titel", "title"] },
        { "bad address", "{\n \"feeds\": [\n\n \"htp:/nowhere\" ] }", ["feeds.json:4", "feeds[0]", "htp:"] },
        { "bad duration", "{ \"feeds\": [ { \"url\": \"https://a.example/x\",\n \"every\": \"soon\" } ] }", ["feeds.json:2", "every", "soon"] },
        { "several at once", "{ \"feeds\": [ { \"url\": \"https://a.example/x\",\n \"every\": \"soon\" },\n { \"adress\": \"y\" } ] }", ["feeds.json:2", "every", "feeds.json:3", "adress"] },
    };

    [Theory]
    [MemberData(nameof(Lists))]
    public async Task Is_refused_with_its_place(string what, string? content, string[] said)
    {
        _ = what;
        if (content is not null) _folder.Write("feeds.json", content);

        var poll = await ProgramRun.RunAsync(_folder, "poll", "--feeds", "feeds.json", "--archive", "data/archive.db");

        Assert.True(poll.ExitCode == 2, poll.ToString());
        foreach (var part in said) Assert.Contains(part, poll.Errors, StringComparison.Ordinal);
        Assert.False(Directory.Exists(_folder.Path("data")), "a refused list must change nothing");
    }

    [Fact]
    public async Task Feeds_check_prints_the_problems_as_results()
    {
        _folder.Write("feeds.json", "{ \"feeds\": [ { \"url\": \"https://a.example/x\",\n \"every\": \"soon\" } ] }");
        var check = await ProgramRun.RunAsync(_folder, "feeds", "check", "--feeds", "feeds.json");

        Assert.Equal(2, check.ExitCode);
        Assert.Contains("feeds.json:2: error: ", check.Output, StringComparison.Ordinal);
        Assert.Contains("1 error, 0 warnings; the list is refused", check.Errors, StringComparison.Ordinal);

        _folder.Write("feeds.json", "{ \"feeds\": [ \"https://a.example/x\", { \"url\": \"https://b.example/x\", \"enabled\": false } ] }");
        var good = await ProgramRun.RunAsync(_folder, "feeds", "check", "--feeds", "feeds.json");
        Assert.Equal(0, good.ExitCode);
        Assert.Contains("2 feeds (1 disabled), 0 warnings", good.Output, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Run_without_a_list_that_loads_ends_with_2()
    {
        var run = await ProgramRun.RunAsync(_folder, "run", "--feeds", "nowhere", "--archive", "archive.db");

        Assert.True(run.ExitCode == 2, run.ToString());
        Assert.Contains("there is no such file or folder", run.Errors, StringComparison.Ordinal);
    }
}
