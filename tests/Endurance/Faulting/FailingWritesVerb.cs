namespace Aggregator.Endurance.Faulting;

internal static class FailingWritesVerb
{
    public static async Task<int> RunAsync(Arguments given)
    {
        var folder = Directory.CreateTempSubdirectory("aggregator-failwrite-").FullName;
        return Verdicts.End(await new FailingWrites(folder, given.Number("--feeds", 4), given.Number("--seed", 1), Console.Out).RunAsync(given.Number("--step", 1)), folder);
    }
}
