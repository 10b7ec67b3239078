namespace Aggregator.Endurance.Contending;

internal static class BackupVerb
{
    public static async Task<int> RunAsync(Arguments given)
    {
        var folder = Directory.CreateTempSubdirectory("aggregator-backup-").FullName;
        return Verdicts.End(await new BackupsWhilePolling(folder, given.Number("--seed", 1), Console.Out).RunAsync(given.Number("--rounds", 100)), folder);
    }
}
