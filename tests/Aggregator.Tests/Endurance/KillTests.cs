using Aggregator.Endurance.Killing;
using Aggregator.Endurance.Serving;
using Aggregator.TestKit;

namespace Aggregator.Tests.Endurance;

/// <summary>The short form of the kill loop; the long one is <c>dotnet run --project tests/Endurance -- kill</c>.</summary>
public sealed class KillTests
{
    [Fact]
    public async Task What_a_stored_validator_promises_is_in_the_archive_after_every_kill()
    {
        using var folder = new TempFolder();
        using var report = new StringWriter();

        var faults = await new KillLoop(ProgramRun.Assembly, folder.Root, rounds: 4, feeds: 12, seed: 5, report).RunAsync();

        Assert.Empty(faults);
        Assert.Contains("4 rounds", report.ToString(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task The_judge_sees_a_validator_without_its_articles()
    {
        using var folder = new TempFolder();
        using var report = new StringWriter();
        var loop = new KillLoop(ProgramRun.Assembly, folder.Root, rounds: 0, feeds: 3, seed: 5, report);
        Assert.Empty(await loop.RunAsync());

        var faults = ArchiveJudge.Judge(folder.Path("archive.db"), folder.Path("judge"), new Ledger());

        Assert.NotEmpty(faults);
        Assert.All(faults, f => Assert.Contains("never sent", f, StringComparison.Ordinal));
    }
}
