namespace Aggregator.Endurance.Contending;

internal static class HeldReaderVerb
{
    public static async Task<int> RunAsync(Arguments given)
    {
        var folder = Directory.CreateTempSubdirectory("aggregator-reader-").FullName;
        return Verdicts.End(await new HeldReader(folder, given.Number("--seed", 1), Console.Out).RunAsync(given.Number("--megabytes", 1000)), folder);
    }
}
