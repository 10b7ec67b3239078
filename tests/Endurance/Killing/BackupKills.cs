using System.Globalization;

namespace Aggregator.Endurance.Killing;

/// <summary>
/// Kills <c>archive backup</c>, by itself and beside a pass (which is killed too, half of the time): what stands under the copy's name is whole and holds
/// what was stored before its backup began, the archive is unharmed, and the next backup succeeds.
/// </summary>
internal sealed class BackupKills(string program, string folder, int kills, int seed, TextWriter report)
{
    private readonly Random _random = new(seed);
    private readonly List<string> _faults = [];
    private readonly string _copies = Path.Combine(folder, "copies");

    private string Copy => Path.Combine(_copies, "copy.db");

    public async Task<IReadOnlyList<string>> RunAsync()
    {
        await using var polled = await PolledArchive.StartAsync(program, folder, feeds: 26, seed);
        await polled.FillAsync(passes: 6);
        PolledArchive.Weigh(polled.Path, megabytes: 24);
        Directory.CreateDirectory(_copies);
        var (round, killed, renamed) = (0, 0, 0);
        IReadOnlyList<string>? held = null;
        while (killed < kills && ++round <= kills * 4 && _faults.Count == 0)
        {
            if (_random.Next(2) == 0) File.Delete(Copy);
            var (stored, old) = (polled.Guids(), Stamp());
            using (var pass = round % 2 == 0 ? polled.Poll() : null)
            {
                if (pass is not null) await Task.Delay(_random.Next(0, 400));
                using var backup = polled.Command("archive", "backup", Copy, "--overwrite");
                if (await Moment.KillAsync(backup, _random, Aim(old), from: 100, to: 1200)) killed++;
                if (pass is not null) await EndAsync(pass);
            }

            if (File.Exists(Copy))
            {
                if (Stamp() != old) (held, renamed) = (stored, renamed + 1);
                Add(polled.Judge(Copy, held), round, "the copy");
            }

            Add(polled.Judge(holds: stored), round, "the archive");
            stored = polled.Guids();
            using var again = polled.Command("archive", "backup", Copy, "--overwrite");
            await again.EndAsync();
            if (again.ExitCode != 0) _faults.Add($"round {round}: the next backup ended with {again.ExitCode}: {again.Printed}");
            else Add(polled.Judge(Copy, held = stored), round, "the next copy");
            foreach (var left in Directory.EnumerateFileSystemEntries(_copies).Where(f => f != Copy)) _faults.Add($"round {round}: {Path.GetFileName(left)} is left");
        }

        await report.WriteLineAsync(string.Create(
            CultureInfo.InvariantCulture, $"{killed} backups killed in {round} rounds, {renamed} of them after the copy was there, half beside a pass, seed {seed}: {_faults.Count} faults"));
        return _faults;
    }

    // Any moment; the first page of the copy; its middle; while it is checked; right after it got its name, before the archive knows of it.
    private Func<bool>? Aim(DateTime? old)
    {
        var part = new FileInfo(Copy + ".part");
        var bytes = _random.Next(30) << 20;
        return _random.Next(4) switch
        {
            0 => null,
            1 => () => File.Exists(part.FullName),
            2 => () => Holds(part, bytes),
            _ => () => Stamp() != old && File.Exists(Copy),
        };
    }

    private static bool Holds(FileInfo file, long bytes)
    {
        file.Refresh();
        return file.Exists && file.Length > bytes;
    }

    private async Task EndAsync(Pass pass)
    {
        var kill = _random.Next(2) == 0;
        if (kill && !pass.HasExited) pass.Kill();
        await pass.EndAsync();
        if (!kill && pass.ExitCode != 0) _faults.Add($"the pass beside a backup that was killed ended with {pass.ExitCode}: {pass.Printed}");
    }

    private DateTime? Stamp() => File.Exists(Copy) ? File.GetLastWriteTimeUtc(Copy) : null;

    private void Add(IEnumerable<string> faults, int round, string where) => _faults.AddRange(faults.Select(f => $"round {round}: {where}: {f}"));
}
