namespace Aggregator.Endurance.Faulting;

internal static class PowerLossVerb
{
    public static async Task<int> RunAsync(Arguments given)
    {
        var folder = Directory.CreateTempSubdirectory("aggregator-powerloss-").FullName;
        return Verdicts.End(await new PowerLoss(folder, given.Number("--feeds", 12), given.Number("--seed", 1), Console.Out).RunAsync(given.Number("--states", 2000)), folder);
    }
}
