namespace Aggregator.Endurance.Killing;

internal static class KillVerb
{
    public static async Task<int> RunAsync(Arguments given)
    {
        var folder = Directory.CreateTempSubdirectory("aggregator-kill-").FullName;
        var loop = new KillLoop(given.Path, folder, given.Number("--rounds", 50), given.Number("--feeds", 26), given.Number("--seed", 1), Console.Out);
        return Verdicts.End(await loop.RunAsync(), folder);
    }
}
