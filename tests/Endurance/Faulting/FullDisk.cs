using System.Globalization;
using Aggregator.Archive.Sqlite;
using Aggregator.Archive.Sqlite.Opening;
using Aggregator.Archive.Sqlite.Upkeep;
using Aggregator.Endurance.Killing;
using Aggregator.Endurance.Serving;
using Aggregator.Pipeline.Ports;

namespace Aggregator.Endurance.Faulting;

/// <summary>
/// Fills a small disk, up to a random rest, again and again. On it: an archive that the program polls with a command each time, and one that
/// stays open in this process, as a service has it. While it is full, passes end with a reason; once there is room, the next one is whole.
/// </summary>
internal sealed class FullDisk(string program, string disk, int feeds, int seed, TextWriter report)
{
    private readonly Random _random = new(seed);
    private readonly List<string> _faults = [];
    private int _refused, _notStored;

    public async Task<IReadOnlyList<string>> RunAsync(int rounds)
    {
        var scratch = Directory.CreateTempSubdirectory("aggregator-judge-").FullName;
        await using var server = await LedgerServer.StartAsync(feeds, seed);
        var list = Path.Combine(scratch, "ledger.feeds.txt");
        await File.WriteAllLinesAsync(list, server.Urls);
        var (polled, open) = (Path.Combine(disk, "polled.db"), Path.Combine(disk, "open.db"));
        var flow = new LedgerFlow(feeds, seed + 1);
        using (var archive = SqliteArchive.Open(open, TimeProvider.System))
        {
            for (var round = 1; round <= rounds && _faults.Count < 20; round++)
            {
                Fill();
                await PollAsync(list, polled, scratch, full: true, round);
                foreach (var failed in (await TryAsync(flow, archive, round)).Where(r => r.Failed)) NotStored(failed, round);
                Backup(open, round);
                Judge(polled, server.Ledger, null, $"round {round}, full");
                Judge(open, flow.Ledger, flow.Acknowledged, $"round {round}, full");

                File.Delete(Ballast);
                await PollAsync(list, polled, scratch, full: false, round);
                if ((await flow.PassAsync(archive)).FirstOrDefault(r => r.Failed) is { } still) _faults.Add($"round {round}: not over when there is room: {still.Error}");
                Judge(polled, server.Ledger, null, $"round {round}, with room");
                Judge(open, flow.Ledger, flow.Acknowledged, $"round {round}, with room");
            }
        }

        foreach (var path in new[] { polled, open }) _faults.AddRange(ArchiveCheck.Run(path).Select(f => $"{Path.GetFileName(path)}: {f.Sentence}"));
        Directory.Delete(scratch, recursive: true);
        await report.WriteLineAsync(string.Create(CultureInfo.InvariantCulture,
            $"{rounds} times full, {feeds} feeds, seed {seed}: {_notStored} answers not stored in the open archive, {_refused} commands of {rounds} refused; {_faults.Count} faults"));
        return _faults;

        void Judge(string path, Ledger ledger, IReadOnlyCollection<LedgerItem>? acknowledged, string where) =>
            _faults.AddRange(ArchiveJudge.Judge(path, scratch, ledger, acknowledged).Select(f => $"{where}: {Path.GetFileName(path)}: {f}"));
    }

    private string Ballast => Path.Combine(disk, "ballast");

    // From a few bytes to two megabytes are left: the disk gets full at the first page, in the middle, or not before the checkpoint.
    private void Fill()
    {
        var rest = (long)Math.Pow(2, _random.NextDouble() * 21);
        using var file = new FileStream(Ballast, FileMode.Create, FileAccess.Write, FileShare.None, bufferSize: 0);
        var block = new byte[4096];
        try
        {
            while (new DriveInfo(disk).AvailableFreeSpace > rest) file.Write(block);
        }
        catch (IOException)
        {
            // Full.
        }
    }

    private async Task PollAsync(string list, string archive, string folder, bool full, int round)
    {
        using var pass = Pass.Start(program, folder, ["poll", "--all", "--strict", .. LedgerServer.Options(list, archive)]);
        await pass.EndAsync();
        if (pass.ExitCode != 0 && !full) _faults.Add($"round {round}: the command fails with room: {pass.Printed}");
        if (pass.ExitCode == 0) return;
        if (pass.ExitCode != 1 || !pass.Printed.Contains("disk", StringComparison.Ordinal) || pass.Printed.Contains("please report", StringComparison.Ordinal) || pass.Printed.Contains("Unhandled", StringComparison.Ordinal))
            _faults.Add($"round {round}: the command ended with {pass.ExitCode}: {pass.Printed}");
        _refused++;
    }

    private async Task<IReadOnlyList<Receipt>> TryAsync(LedgerFlow flow, SqliteArchive archive, int round)
    {
        try
        {
            return await flow.PassAsync(archive);
        }
        catch (ArchiveUnavailableException)
        {
            return []; // The list could not be stored: a service logs it and tries again.
        }
#pragma warning disable CA1031 // Whatever else it throws is what the run looks for.
        catch (Exception crash)
#pragma warning restore CA1031
        {
            _faults.Add($"round {round}: {crash}");
            return [];
        }
    }

    private void NotStored(Receipt failed, int round)
    {
        _notStored++;
        if (failed.Outcome != FailureKind.NotStored.Name() || !failed.Error!.Contains("disk", StringComparison.Ordinal)) _faults.Add($"round {round}: {failed.Outcome}: {failed.Error}");
    }

    private void Backup(string archive, int round)
    {
        var copy = Path.Combine(disk, "copy.db");
        try
        {
            ArchiveBackup.Run(archive, copy);
            File.Delete(copy);
        }
        catch (ArchiveRefusedException)
        {
            if (File.Exists(copy) || File.Exists(copy + ".part")) _faults.Add($"round {round}: a backup that failed left its file");
        }
    }
}
