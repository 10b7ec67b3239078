using System.Diagnostics;
using System.Globalization;
using Aggregator.TestKit;
using Aggregator.TestKit.Hostile;

namespace Aggregator.Endurance.Misbehaving;

/// <summary>
/// Has the real program poll every hostile behaviour in one pass, honest feeds among them, then once more those that tell more the second
/// time, and each 429 by itself, as it silences its host. Holds what the archive says against the table.
/// </summary>
internal sealed class HostileRun(string program, string folder, HostileServer server, FeedServer honest, TextWriter report)
{
    private const int HonestFeeds = 60;
    private readonly string _archive = Path.Combine(folder, "archive.db");

    /// <summary>Most memory that a pass held (VmHWM).</summary>
    public long PeakMemory { get; private set; }

    /// <summary>Processor time of the first pass.</summary>
    public TimeSpan ProcessorTime { get; private set; }

    /// <summary>How long the first pass took.</summary>
    public TimeSpan Took { get; private set; }

    /// <summary>The longest poll of one feed, and whose it was.</summary>
    public TimeSpan LongestPoll { get; private set; }

    public string Longest { get; private set; } = "";

    /// <summary>From the first request of the first pass to the last one for an honest feed.</summary>
    public TimeSpan HonestDelay { get; private set; }

    public async Task<IReadOnlyList<string>> RunAsync()
    {
        var silencing = HostileTable.All.Where(b => b.Outcome == "throttled" && b.Name.Contains("429", StringComparison.Ordinal)).ToList();
        var first = HostileTable.All.Except(silencing).ToList();
        var neighbours = Enumerable.Range(0, HonestFeeds).Select(i => honest.OnFeed($"/honest/{i}", SampleFeed.Rss($"https://honest{i}.example", 5))).ToList();
        var addresses = first.Select(server.Address).ToList();
        for (var i = 0; i < neighbours.Count; i++) addresses.Insert(i * addresses.Count / neighbours.Count, neighbours[i]);

        var began = Stopwatch.GetTimestamp();
        await PassAsync("first", addresses, measured: true);
        Took = Stopwatch.GetElapsedTime(began);
        var requests = honest.Requests.Select(r => r.Timestamp).ToList();
        HonestDelay = Stopwatch.GetElapsedTime(Math.Min(server.FirstRequestAt, requests.Min()), requests.Max());
        var judge = new HostileJudge(_archive, server);
        judge.Judge(first, second: false);
        judge.JudgeHonest(neighbours);
        (LongestPoll, Longest) = judge.Longest();

        var again = first.Where(b => b.Second is not null).ToList();
        await PassAsync("second", again.Select(server.Address), measured: false, "--force");
        judge.Judge(again, second: true);
        foreach (var behaviour in silencing)
        {
            await PassAsync(behaviour.Name, [server.Address(behaviour)], measured: false, "--force");
            judge.Judge([behaviour], second: false);
        }

        await report.WriteLineAsync($"{HostileTable.All.Count} behaviours, {again.Count} of them twice: {judge.Judged} outcomes judged, {judge.Unresolved} of names that only a made name server knows, {judge.Faults.Count} wrong");
        return judge.Faults;
    }

    private async Task PassAsync(string name, IEnumerable<string> addresses, bool measured, params string[] more)
    {
        var list = Path.Combine(folder, $"{name}.feeds.txt");
        await File.WriteAllLinesAsync(list, addresses);
        var allowed = $"127.0.0.1:{server.Port},127.0.0.1:{server.TlsPort},127.0.0.1:1,127.0.0.77,127.0.0.1:{honest.Port}";
        using var pass = Pass.Start(program, folder,
        [
            "poll", "--all", .. more, "--feeds", list, "--archive", _archive, "--set", $"Fetching:AllowNetworks={allowed}", "--set", "Fetching:MaxBytes=1MiB",
            "--set", "Polling:HostSpacing=0s", "--set", "Polling:PerHost=16",
        ]);
        var ended = pass.EndAsync();
        while (await Task.WhenAny(ended, Task.Delay(50)) != ended)
            if (measured) Look(pass.Id);
        if (pass.ExitCode != 0) throw new InvalidOperationException($"the pass '{name}' ended with {pass.ExitCode}: {pass.Printed}");
    }

    private void Look(int process)
    {
        try
        {
            var peak = File.ReadLines($"/proc/{process}/status").First(l => l.StartsWith("VmHWM:", StringComparison.Ordinal));
            PeakMemory = Math.Max(PeakMemory, 1024 * long.Parse(peak.AsSpan(6, peak.Length - 9).Trim(), CultureInfo.InvariantCulture));
            using var looked = Process.GetProcessById(process);
            ProcessorTime = looked.TotalProcessorTime;
        }
        catch (Exception gone) when (gone is IOException or ArgumentException or InvalidOperationException)
        {
            // It ended in the meantime.
        }
    }
}
