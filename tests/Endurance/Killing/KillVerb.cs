namespace Aggregator.Endurance.Killing;

internal static class KillVerb
{
    public static async Task<int> RunAsync(Arguments given)
    {
        var folder = Directory.CreateTempSubdirectory("aggregator-kill-").FullName;
        var (kills, seed) = (given.Number("--kills", 50), given.Number("--seed", 1));
        Task<IReadOnlyList<string>>? run = given.Text("--during") switch
        {
            null => new KillLoop(given.Path, folder, given.Number("--rounds", 50), given.Number("--feeds", 26), seed, Console.Out).RunAsync(),
            "backup" => new BackupKills(given.Path, folder, kills, seed, Console.Out).RunAsync(),
            "migration" => new MigrationKills(given.Path, folder, kills, seed, Console.Out).RunAsync(),
            "prune" => new PruneKills(given.Path, folder, given.Number("--feeds", 60), kills, seed, Console.Out).RunAsync(),
            _ => null,
        };
        if (run is not null) return Verdicts.End(await run, folder);
        Console.Error.WriteLine("--during is backup, migration or prune");
        return 2;
    }
}
