using System.Globalization;
using Aggregator.TestKit;
using Aggregator.TestKit.Hostile;

namespace Aggregator.Endurance.Misbehaving;

internal static class HostileVerb
{
    private const long MostMemory = 300L << 20;
    private static readonly TimeSpan LongestPoll = TimeSpan.FromSeconds(31);
    private static readonly TimeSpan LongestDelay = TimeSpan.FromSeconds(5);

    public static async Task<int> RunAsync(Arguments given)
    {
        var folder = Directory.CreateTempSubdirectory("aggregator-hostile-").FullName;
        await using var server = new HostileServer(HostileTable.All);
        await using var honest = await FeedServer.StartAsync();
        var run = new HostileRun(given.Path, folder, server, honest, Console.Out);
        var faults = (await run.RunAsync()).ToList();
        if (server.CanaryHits > 0) faults.Add($"{server.CanaryHits} connections to an address that nobody may reach");
        if (run.PeakMemory > MostMemory) faults.Add($"{run.PeakMemory >> 20} MiB of memory at the peak");
        if (run.LongestPoll > LongestPoll) faults.Add($"the longest poll took {run.LongestPoll}");
        if (run.HonestDelay > LongestDelay) faults.Add($"an honest feed waited {run.HonestDelay}");
        await Console.Out.WriteLineAsync(string.Create(CultureInfo.InvariantCulture,
            $"peak memory {run.PeakMemory / (double)(1 << 20):0} MiB, longest poll {run.LongestPoll.TotalSeconds:0.0} s ({run.Longest}), processor time {run.ProcessorTime.TotalSeconds:0.0} s in {run.Took.TotalSeconds:0} s, honest feeds asked within {run.HonestDelay.TotalSeconds:0.0} s, canary hits {server.CanaryHits}"));
        return Verdicts.End(faults, folder);
    }
}
