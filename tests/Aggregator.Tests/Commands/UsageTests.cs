using Aggregator.TestKit;

namespace Aggregator.Tests.Commands;

/// <summary>What the command line and the settings answer to mistakes: exit code 2 and what would be right.</summary>
public sealed class UsageTests : IDisposable
{
    private readonly TempFolder _folder = new();

    public void Dispose() => _folder.Dispose();

    public static TheoryData<string, string> Mistakes => new()
    {
        { "pol", "Did you mean 'poll'?" },
        { "poll --al", "There is no option '--al'." },
        { "feeds lst", "Did you mean 'list'?" },
        { "feeds", "aggregator feeds --help" },
        { "status --log-level loud", "trace" },
        { "status --settings nowhere.json", "there is no file 'nowhere.json'" },
        { "status --set Polling:Paralel=3", "did you mean 'Polling:Parallel'?" },
        { "status --set Polling:Parallel=many", "'many' is no whole number from 1 to 1024" },
        { "status --set Polling:Parallel", "is no Key=Value" },
        { "status --set Web:Enabled=true", "not in effect in this version" },
    };

    [Theory]
    [MemberData(nameof(Mistakes))]
    public async Task Mistakes_end_with_2_and_a_hint(string arguments, string said)
    {
        var run = await ProgramRun.RunAsync(_folder, arguments.Split(' '));

        Assert.True(run.ExitCode == 2, run.ToString());
        Assert.Equal("", run.Output);
        Assert.Contains(said, run.Errors, StringComparison.Ordinal);
        Assert.All(run.Errors.TrimEnd('\n').Split('\n'), line => Assert.StartsWith("aggregator: ", line, StringComparison.Ordinal));
    }

    [Fact]
    public async Task Help_and_version_are_results()
    {
        var help = await ProgramRun.RunAsync(_folder, "poll", "--help");
        Assert.Equal(0, help.ExitCode);
        foreach (var option in new[] { "--settings", "--feeds", "--archive", "--set", "--log-level", "--all", "--strict", "--no-index" })
            Assert.Contains(option, help.Output, StringComparison.Ordinal);

        var version = await ProgramRun.RunAsync(_folder, "--version");
        Assert.Equal(0, version.ExitCode);
        Assert.Matches(@"^\d+\.\d+\.\d+", version.Output);
    }

    [Fact]
    public async Task All_problems_of_the_settings_are_told_together()
    {
        _folder.Write("appsettings.json", "{\n  // a comment\n  \"Polling\": { \"HostSpacing\": \"3\",\n    \"Every\": \"1m\" },\n  \"Fetching\": { \"MaxByte\": \"1MiB\" } }");
        var run = await ProgramRun.RunAsync(_folder, new ProgramSetup { Environment = new Dictionary<string, string> { ["AGGREGATOR__Polling__PerHost"] = "0" } }, "status");

        Assert.Equal(2, run.ExitCode);
        Assert.Contains("appsettings.json:3: Polling:HostSpacing: '3' is no duration", run.Errors, StringComparison.Ordinal);
        Assert.Contains("appsettings.json:4: Polling:Every: '1m' is out of bounds", run.Errors, StringComparison.Ordinal);
        Assert.Contains("appsettings.json:5: Fetching:MaxByte: there is no such setting; did you mean 'Fetching:MaxBytes'?", run.Errors, StringComparison.Ordinal);
        Assert.Contains("AGGREGATOR__Polling__PerHost: Polling:PerHost: '0' is no whole number", run.Errors, StringComparison.Ordinal);
    }
}
