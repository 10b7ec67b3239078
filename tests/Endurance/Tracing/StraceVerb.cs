namespace Aggregator.Endurance.Tracing;

internal static class StraceVerb
{
    public static async Task<int> RunAsync(Arguments given)
    {
        var folder = Directory.CreateTempSubdirectory("aggregator-strace-").FullName;
        return Verdicts.End(await new StraceRun(given.Path, folder, given.Text("--only") ?? "", Console.Out).RunAsync(), folder);
    }
}
