using System.Globalization;
using Aggregator.Archive.Sqlite;
using Aggregator.Endurance.Serving;
using Microsoft.Data.Sqlite;

namespace Aggregator.Endurance.Contending;

/// <summary>Somebody leaves a reading transaction open while a lot is written: the log must grow, and must be small again soon after the read ends.</summary>
internal sealed class HeldReader(string folder, int seed, TextWriter report)
{
    private const long MostAfter = 64 << 20;
    private const int FactBytes = 1 << 20;

    public async Task<IReadOnlyList<string>> RunAsync(int megabytes)
    {
        Directory.CreateDirectory(folder);
        var path = Path.Combine(folder, "archive.db");
        var flow = new LedgerFlow(feeds: 20, seed);
        using var archive = SqliteArchive.Open(path, TimeProvider.System);
        await flow.PassAsync(archive);
        var faults = new List<string>();
        long held;
        using (var reader = new SqliteConnection($"Data Source={path};Mode=ReadOnly;Pooling=False"))
        {
            reader.Open();
            using var transaction = reader.BeginTransaction(deferred: true);
            using var ask = reader.CreateCommand();
            ask.Transaction = transaction;
            ask.CommandText = "SELECT count(*) FROM articles";
            var before = ask.ExecuteScalar();
            for (var i = 0; Log(path) < (long)megabytes << 20; i++)
            {
                await archive.KeepFactAsync("endurance", new string((char)('a' + i % 26), FactBytes));
                if (i % 50 == 0 && (await flow.PassAsync(archive)).FirstOrDefault(r => r.Failed) is { } failed) faults.Add($"a pass beside the reader failed: {failed.Error}");
            }

            held = Log(path);
            if (!Equals(before, ask.ExecuteScalar())) faults.Add("the reader saw something else in one transaction");
        }

        await flow.PassAsync(archive);
        while (await archive.IndexAsync(500) > 0) { }
        var after = Log(path);
        if (after >= MostAfter) faults.Add($"the log still has {after >> 20} MiB after the read has ended");
        await report.WriteLineAsync(string.Create(CultureInfo.InvariantCulture, $"log {held >> 20} MiB while a reader held its snapshot, {after / 1048576.0:0.#} MiB after; {faults.Count} faults"));
        return faults;
    }

    private static long Log(string path) => new FileInfo(path + "-wal") is { Exists: true } log ? log.Length : 0;
}
