namespace Aggregator.Endurance.Faulting;

internal static class FlippedBytesVerb
{
    public static async Task<int> RunAsync(Arguments given)
    {
        var folder = Directory.CreateTempSubdirectory("aggregator-flip-").FullName;
        return Verdicts.End(await new FlippedBytes(folder, given.Number("--seed", 1), Console.Out).RunAsync(given.Number("--flips", 500)), folder);
    }
}
