using Aggregator.Endurance.Soaking;
using Aggregator.TestKit;

namespace Aggregator.Tests.Endurance;

/// <summary>The short form of the soak, without its verdict on growth; the long one is <c>dotnet run --project tests/Endurance -- soak</c>.</summary>
public sealed class SoakTests
{
    [Fact]
    public async Task A_service_that_polls_without_pause_is_watched_and_stops_cleanly()
    {
        Assert.SkipUnless(OperatingSystem.IsLinux(), "samples are read from /proc");
        using var folder = new TempFolder();
        using var report = new StringWriter();

        var (samples, faults) = await new SoakRun(ProgramRun.Assembly, folder.Root, feeds: 20, seed: 3, report, csv: null)
            .RunAsync(TimeSpan.FromSeconds(6), every: TimeSpan.FromMilliseconds(500));

        Assert.Empty(faults);
        Assert.True(samples[^1] is { Handles: > 10, Threads: > 3, Own: > 1 << 20 } last && last.WorkingSet >= last.Own, samples[^1].ToString());
    }

    [Fact]
    public void Memory_that_grows_is_not_flat_and_memory_that_swings_is()
    {
        var leaks = Enumerable.Range(0, 60).Select(m => new ProcessSample(TimeSpan.FromMinutes(m), 100, 30, (100 + m / 5) << 20, 50 << 20)).ToList();
        var swings = Enumerable.Range(0, 60).Select(m => new ProcessSample(TimeSpan.FromMinutes(m), 100 + m % 7, 30, (m < 10 ? 40 : 100 + m % 11) << 20, 50 << 20)).ToList();

        Assert.Equal(["working set"], Growth.Of(leaks).Where(g => !g.IsFlat).Select(g => g.Name));
        Assert.All(Growth.Of(swings), g => Assert.True(g.IsFlat, g.ToString()));
    }
}
