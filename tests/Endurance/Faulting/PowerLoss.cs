using System.Globalization;
using Aggregator.Endurance.Killing;
using Aggregator.Endurance.Serving;
using Microsoft.Data.Sqlite;

namespace Aggregator.Endurance.Faulting;

/// <summary>
/// Power loss without losing power: passes are run with every write and sync written down; then the files are made again as a disk could have
/// left them at a random moment. What was synced is there; of what was written later, none, all, or any pieces of 512 or 4,096 bytes.
/// Each state is opened and held against the ledger and against what was acknowledged by then.
/// </summary>
internal sealed class PowerLoss(string folder, int feeds, int seed, TextWriter report)
{
    private const int Passes = 4;

    private readonly Random _random = new(seed);

    public async Task<IReadOnlyList<string>> RunAsync(int states)
    {
        FaultyDisk.Install();
        Directory.CreateDirectory(folder);
        var archive = Path.Combine(folder, "archive.db");
        var flow = new LedgerFlow(feeds, seed);
        var acknowledged = new List<(int Operations, int Items)>();
        FaultyDisk.Begin(null, log: true);
        flow.Stored += () => acknowledged.Add((FaultyDisk.Logged, flow.Acknowledged.Count));
        for (var pass = 0; pass < Passes; pass++) await flow.PassAsync(archive);
        var log = FaultyDisk.End();

        var items = flow.Acknowledged.ToList();
        var faults = new List<string>();
        for (var state = 0; state < states && faults.Count < 20; state++)
        {
            var moment = state == 0 ? log.Count : _random.Next(log.Count + 1);
            var way = (Unsynced)(state % 3);
            var lost = Path.Combine(folder, "lost", "archive.db");
            Rebuild(log, moment, way, archive, lost);
            var promised = acknowledged.LastOrDefault(a => a.Operations <= moment).Items;
            faults.AddRange(Judge(lost, flow.Ledger, items[..promised]).Select(f => string.Create(CultureInfo.InvariantCulture, $"power lost after operation {moment} of {log.Count}, {way}: {f}")));
        }

        await report.WriteLineAsync(string.Create(CultureInfo.InvariantCulture,
            $"{log.Count} operations, {log.Count(o => o.Kind == DiskOperationKind.Sync)} of them syncs, {items.Count} items acknowledged, {states} states rebuilt, seed {seed}: {faults.Count} faults"));
        return faults;
    }

    private IReadOnlyList<string> Judge(string lost, Ledger ledger, List<LedgerItem> promised)
    {
        try
        {
            return ArchiveJudge.Judge(lost, Path.Combine(folder, "judge"), ledger, promised);
        }
        catch (SqliteException unreadable)
        {
            return [$"with {promised.Count} items acknowledged it does not open: {unreadable.Message}"];
        }
    }

    /// <summary>What becomes of writes that no sync followed.</summary>
    private enum Unsynced
    {
        Lost,
        Kept,
        Torn,
    }

    // The shared memory is no file that matters: it is made again from the log.
    private void Rebuild(IReadOnlyList<DiskOperation> log, int moment, Unsynced way, string from, string to)
    {
        Directory.CreateDirectory(Path.GetDirectoryName(to)!);
        foreach (var suffix in new[] { "", "-wal", "-journal" })
        {
            var operations = log.Take(moment).Where(o => o.File == from + suffix).ToList();
            File.Delete(to + suffix);
            if (operations.Count == 0 || operations[^1].Kind == DiskOperationKind.Delete) continue;
            var durable = operations.FindLastIndex(o => o.Kind == DiskOperationKind.Sync);
            using var file = File.Create(to + suffix);
            for (var i = 0; i < operations.Count; i++)
                if (i <= durable || way == Unsynced.Kept) Apply(file, operations[i]);
                else if (way == Unsynced.Torn) Tear(file, operations[i]);
        }
    }

    private static void Apply(FileStream file, DiskOperation operation)
    {
        if (operation.Kind is DiskOperationKind.Truncate or DiskOperationKind.Delete) file.SetLength(operation.Offset);
        if (operation.Kind != DiskOperationKind.Write) return;
        file.Position = operation.Offset;
        file.Write(operation.Bytes);
    }

    private void Tear(FileStream file, DiskOperation operation)
    {
        if (operation.Kind != DiskOperationKind.Write)
        {
            if (_random.Next(2) == 0) Apply(file, operation);
            return;
        }

        var piece = _random.Next(2) == 0 ? 512 : 4096;
        for (var at = 0; at < operation.Bytes.Length; at += piece)
        {
            if (_random.Next(2) == 0) continue;
            file.Position = operation.Offset + at;
            file.Write(operation.Bytes, at, Math.Min(piece, operation.Bytes.Length - at));
        }
    }
}
