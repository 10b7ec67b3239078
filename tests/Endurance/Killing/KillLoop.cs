using Aggregator.Endurance.Serving;

namespace Aggregator.Endurance.Killing;

/// <summary>
/// Starts polling passes over feeds that never stop changing, kills each at a random moment (half of them right after an answer has left the
/// server), and holds what is left against the ledger. The last pass runs to its end.
/// </summary>
internal sealed class KillLoop(string program, string folder, int rounds, int feeds, int seed, TextWriter report)
{
    public async Task<IReadOnlyList<string>> RunAsync()
    {
        await using var server = await LedgerServer.StartAsync(feeds, seed);
        Directory.CreateDirectory(folder);
        var list = Path.Combine(folder, "ledger.feeds.txt");
        await File.WriteAllLinesAsync(list, server.Urls);
        var archive = Path.Combine(folder, "archive.db");
        var random = new Random(seed);
        var faults = new List<string>();
        var killed = 0;
        for (var round = 1; round <= rounds; round++)
        {
            using var pass = Start(list, archive);
            if (await KillAsync(pass, server, random, aimed: round % 2 == 0)) killed++;
            faults.AddRange(ArchiveJudge.Judge(archive, Path.Combine(folder, "judge"), server.Ledger).Select(f => $"round {round}: {f}"));
            if (faults.Count > 0) break;
        }

        using var last = Start(list, archive);
        await last.EndAsync();
        if (last.ExitCode != 0) faults.Add($"the pass after the last kill ended with {last.ExitCode}: {last.Printed}");
        faults.AddRange(ArchiveJudge.Judge(archive, Path.Combine(folder, "judge"), server.Ledger).Select(f => $"after the last pass: {f}"));
        await report.WriteLineAsync($"{rounds} rounds, {killed} killed under way, {server.Ledger.Answers} answers sent, seed {seed}: {faults.Count} faults");
        return faults;
    }

    // A random moment of a pass, or the moment after the n-th answer: just where an answer is read, decided and stored.
    private async Task<bool> KillAsync(Pass pass, LedgerServer server, Random random, bool aimed)
    {
        var reached = new TaskCompletionSource();
        if (aimed)
        {
            var left = random.Next(1, feeds);
            void Count()
            {
                if (Interlocked.Decrement(ref left) == 0) reached.TrySetResult();
            }

            server.Answered += Count;
            await Task.WhenAny(reached.Task, pass.EndAsync());
            server.Answered -= Count;
            await Task.WhenAny(Task.Delay(random.Next(0, 12)), pass.EndAsync());
        }
        else await Task.WhenAny(Task.Delay(random.Next(100, 1500)), pass.EndAsync());

        var underWay = !pass.HasExited;
        if (underWay) pass.Kill();
        await pass.EndAsync();
        return underWay;
    }

    private Pass Start(string list, string archive) => Pass.Start(program, folder, ["poll", "--all", .. LedgerServer.Options(list, archive)]);
}
