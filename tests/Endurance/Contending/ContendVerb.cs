using Aggregator.Endurance.Soaking;

namespace Aggregator.Endurance.Contending;

internal static class ContendVerb
{
    public static async Task<int> RunAsync(Arguments given)
    {
        var folder = Directory.CreateTempSubdirectory("aggregator-contend-").FullName;
        var soak = new SoakRun(given.Path, folder, given.Number("--feeds", 100), given.Number("--seed", 1), Console.Out, csv: null) { Disturbed = true };
        var (_, faults) = await soak.RunAsync(TimeSpan.FromMinutes(given.Number("--minutes", 10)), every: TimeSpan.FromSeconds(5));
        return Verdicts.End(faults, folder);
    }
}
