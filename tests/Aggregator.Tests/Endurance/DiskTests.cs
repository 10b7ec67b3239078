using Aggregator.Endurance.Faulting;
using Aggregator.TestKit;

namespace Aggregator.Tests.Endurance;

/// <summary>Short forms of <c>endurance failwrite</c> and <c>endurance powerloss</c>. The file system that they put in front of SQLite's is one
/// for the process: nothing of it acts on other tests, but one fault at a time is all there can be.</summary>
[Collection(nameof(DiskTests))]
[CollectionDefinition(nameof(DiskTests), DisableParallelization = true)]
public sealed class DiskTests
{
    [Fact]
    public async Task Whatever_write_fails_nothing_acknowledged_is_lost_and_the_next_pass_is_whole()
    {
        using var folder = new TempFolder();
        using var report = new StringWriter();

        Assert.Empty(await new FailingWrites(folder.Root, feeds: 2, seed: 2, report).RunAsync(step: 97));

        Assert.Contains("answers not stored", report.ToString(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Whenever_the_power_goes_everything_acknowledged_is_on_the_disk()
    {
        using var folder = new TempFolder();
        using var report = new StringWriter();

        Assert.Empty(await new PowerLoss(folder.Root, feeds: 4, seed: 2, report).RunAsync(states: 60));
    }
}
