namespace Aggregator.Endurance.Soaking;

internal static class SoakVerb
{
    public static async Task<int> RunAsync(Arguments given)
    {
        var folder = Directory.CreateTempSubdirectory("aggregator-soak-").FullName;
        var time = TimeSpan.FromMinutes(given.Number("--minutes", 60));
        await using var csv = given.Text("--csv") is { } file ? new StreamWriter(file) : null;
        var soak = new SoakRun(given.Path, folder, given.Number("--feeds", 300), given.Number("--seed", 1), Console.Out, csv);
        var (samples, faults) = await soak.RunAsync(time, every: TimeSpan.FromSeconds(5));
        foreach (var growth in Growth.Of(samples))
        {
            Console.WriteLine(growth);
            if (!growth.IsFlat) faults = [.. faults, $"not flat: {growth}"];
        }

        return Verdicts.End(faults, folder);
    }
}
