using System.Globalization;
using Aggregator.Archive.Sqlite;
using Aggregator.Archive.Sqlite.Upkeep;
using Aggregator.Endurance.Killing;
using Aggregator.Endurance.Serving;

namespace Aggregator.Endurance.Contending;

/// <summary>Copies an archive again and again while passes write into it: each copy must be sound and hold all that was acknowledged before it began.</summary>
internal sealed class BackupsWhilePolling(string folder, int seed, TextWriter report)
{
    public async Task<IReadOnlyList<string>> RunAsync(int rounds)
    {
        Directory.CreateDirectory(folder);
        var (path, copy) = (Path.Combine(folder, "archive.db"), Path.Combine(folder, "copy.db"));
        var flow = new LedgerFlow(feeds: 12, seed);
        var faults = new List<string>();
        using var archive = SqliteArchive.Open(path, TimeProvider.System);
        await flow.PassAsync(archive);
        using var over = new CancellationTokenSource();
        var polling = Task.Run(async () =>
        {
            var made = 0;
            for (; !over.IsCancellationRequested; made++)
                if ((await flow.PassAsync(archive)).FirstOrDefault(r => r.Failed) is { } failed)
                    lock (faults) faults.Add($"a pass beside a backup failed: {failed.Error}");
            return made;
        });
        for (var round = 1; round <= rounds; round++)
        {
            var acknowledged = flow.Acknowledged.ToArray();
            ArchiveBackup.Run(path, copy, overwrite: true);
            var wrong = ArchiveJudge.Judge(copy, Path.Combine(folder, "judge"), flow.Ledger, acknowledged);
            lock (faults) faults.AddRange(wrong.Select(f => $"copy {round}: {f}"));
        }

        await over.CancelAsync();
        var passes = await polling;
        await report.WriteLineAsync(string.Create(CultureInfo.InvariantCulture, $"{rounds} copies beside {passes} passes, {flow.Acknowledged.Count} items acknowledged, seed {seed}: {faults.Count} faults"));
        return faults;
    }
}
