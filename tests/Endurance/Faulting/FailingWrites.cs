using System.Globalization;
using Aggregator.Archive.Sqlite.Opening;
using Aggregator.Archive.Sqlite.Upkeep;
using Aggregator.Endurance.Killing;
using Aggregator.Endurance.Serving;
using Aggregator.Pipeline.Ports;

namespace Aggregator.Endurance.Faulting;

/// <summary>
/// Lets the n-th write, truncation or sync of a pass fail, for n = 1, 2, 3 … until a pass runs clean; on a new archive and on one that has
/// articles. After each, nothing acknowledged may be missing, no validator may stand without its items, and the next pass must be whole.
/// </summary>
internal sealed class FailingWrites(string folder, int feeds, int seed, TextWriter report)
{
    private static readonly (string Name, DiskFaultKind Kind, bool Stays)[] Ways =
    [
        ("EIO once", DiskFaultKind.Error, false), ("ENOSPC once", DiskFaultKind.Full, false), ("half a write, then EIO", DiskFaultKind.Short, false),
        ("EIO from then on", DiskFaultKind.Error, true), ("ENOSPC from then on", DiskFaultKind.Full, true),
    ];

    private readonly List<string> _faults = [];
    private long _refused, _notStored;

    /// <param name="step">1: every n.</param>
    public async Task<IReadOnlyList<string>> RunAsync(int step)
    {
        FaultyDisk.Install();
        Directory.CreateDirectory(folder);
        foreach (var filled in new[] { false, true })
            foreach (var way in Ways)
            {
                (_refused, _notStored) = (0, 0);
                var n = 1L;
                while (await FailsAsync(filled, way, n) && _faults.Count < 20) n += step;
                await report.WriteLineAsync(string.Create(CultureInfo.InvariantCulture,
                    $"{(filled ? "an archive with articles" : "a new archive")}, {way.Name}: n = 1 to {n}, every {step}; {_notStored} answers not stored, {_refused} passes refused; {_faults.Count} faults so far"));
            }

        return _faults;
    }

    /// <returns>False when the pass ended before its n-th operation: a clean run.</returns>
    private async Task<bool> FailsAsync(bool filled, (string Name, DiskFaultKind Kind, bool Stays) way, long n)
    {
        var archive = Path.Combine(folder, "archive.db");
        foreach (var file in Directory.EnumerateFiles(folder, "archive.db*")) File.Delete(file);
        var flow = new LedgerFlow(feeds, seed);
        if (filled) await flow.PassAsync(archive);

        var where = $"{way.Name}, n = {n}{(filled ? ", filled" : "")}";
        FaultyDisk.Begin(new DiskFault(n, way.Kind, way.Stays));
        try
        {
            Count(await flow.PassAsync(archive), where);
        }
        catch (Exception refused) when (refused is ArchiveRefusedException or ArchiveUnavailableException)
        {
            _refused++;
        }
#pragma warning disable CA1031 // Whatever else it throws is what the run looks for.
        catch (Exception crash)
#pragma warning restore CA1031
        {
            _faults.Add($"{where}: {crash}");
        }

        var reached = FaultyDisk.Count >= n;
        FaultyDisk.End();
        Judge(archive, flow, where);
        var receipts = await flow.PassAsync(archive);
        if (receipts.FirstOrDefault(r => r.Failed) is { } failed) _faults.Add($"{where}: the pass after it failed: {failed.Error}");
        Judge(archive, flow, $"{where}, after the next pass");
        _faults.AddRange(ArchiveCheck.Run(archive).Select(f => $"{where}: check: {f.Sentence}"));
        return reached;
    }

    private void Count(IReadOnlyList<Receipt> receipts, string where)
    {
        if (receipts.Count != feeds) _faults.Add($"{where}: {receipts.Count} receipts of {feeds} feeds");
        foreach (var failed in receipts.Where(r => r.Failed))
            if (failed.Outcome == FailureKind.NotStored.Name() && failed.Error!.Contains("disk", StringComparison.Ordinal)) _notStored++;
            else _faults.Add($"{where}: {failed.Outcome}: {failed.Error}");
    }

    private void Judge(string archive, LedgerFlow flow, string where) =>
        _faults.AddRange(ArchiveJudge.Judge(archive, Path.Combine(folder, "judge"), flow.Ledger, flow.Acknowledged).Select(f => $"{where}: {f}"));
}
