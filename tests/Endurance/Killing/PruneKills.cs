using System.Globalization;
using Aggregator.Archive.Sqlite.Opening;
using Dapper;

namespace Aggregator.Endurance.Killing;

/// <summary>
/// Kills <c>archive prune --yes</c>, by itself and beside a pass: each article is wholly there or wholly gone with its tombstones, every count is right, the
/// same prune again finishes, and the polls after it bring nothing back.
/// </summary>
internal sealed class PruneKills(string program, string folder, int feeds, int kills, int seed, TextWriter report)
{
    private readonly Random _random = new(seed);
    private readonly List<string> _faults = [];
    private readonly HashSet<string> _deleted = new(StringComparer.Ordinal);
    private readonly string _before = Path.Combine(folder, "before");
    private int _halfway;

    public async Task<IReadOnlyList<string>> RunAsync()
    {
        await using var polled = await PolledArchive.StartAsync(program, folder, feeds, seed);
        await polled.FillAsync(passes: 12);
        var (round, killed) = (0, 0);
        while (killed < kills && ++round <= kills * 4 && _faults.Count == 0)
        {
            await polled.FillAsync(passes: 4);
            var chosen = Choose(polled.Path);
            ArchiveJudge.Copy(polled.Path, _before);
            using (var pass = round % 3 == 0 ? polled.Poll() : null)
            {
                if (pass is not null) await Task.Delay(_random.Next(0, 300));
                using var prune = Prune(polled, chosen);
                if (await Moment.KillAsync(prune, _random, Aim(polled.Path), from: 200, to: 1500)) killed++;
                if (pass is not null) await EndAsync(pass);
            }

            Judge(polled, chosen, round, "after the kill", finished: false);
            if (_faults.Count > 0) break;
            using (var again = Prune(polled, chosen)) await FinishAsync(again, $"round {round}: the prune after it");
            Judge(polled, chosen, round, "after the next prune", finished: true);
            using (var poll = polled.Poll()) await FinishAsync(poll, $"round {round}: the poll after it");
            foreach (var guid in polled.Guids().Where(_deleted.Contains)) _faults.Add($"round {round}: {guid} came back");
        }

        await report.WriteLineAsync(string.Create(
            CultureInfo.InvariantCulture, $"{killed} prunes killed in {round} rounds, {_halfway} of them halfway, {_deleted.Count} items deleted, every third beside a pass, seed {seed}: {_faults.Count} faults"));
        return _faults;
    }

    // About half of the articles, whichever feeds still offer; what comes meanwhile is not among them.
    private string Choose(string archive)
    {
        using var db = ArchiveConnection.OpenReader(archive);
        var last = db.ExecuteScalar<long>("SELECT max(id) FROM article");
        return string.Create(CultureInfo.InvariantCulture, $"(id <= {last} AND id % 7 IN ({_random.Next(7)}, {_random.Next(7)}, {_random.Next(7)}, {_random.Next(7)}))");
    }

    private static Pass Prune(PolledArchive polled, string chosen) => polled.Command("archive", "prune", "--where", chosen, "--yes");

    // Any moment, or right after the n-th time that the log grew: each batch is a commit.
    private Func<bool>? Aim(string archive)
    {
        if (_random.Next(4) == 0) return null;
        var log = new FileInfo(archive + "-wal");
        var (times, length) = (_random.Next(1, 8), log.Exists ? log.Length : 0);
        return () =>
        {
            log.Refresh();
            if (!log.Exists || log.Length == length) return false;
            length = log.Length;
            return --times == 0;
        };
    }

    private void Judge(PolledArchive polled, string chosen, int round, string when, bool finished)
    {
        var copy = ArchiveJudge.Copy(polled.Path, Path.Combine(folder, "after"));
        var wrong = PruneJudge.Judge(copy, ArchiveJudge.CopyIn(_before), chosen, _deleted).ToList();
        var left = PruneJudge.Fitting(copy, chosen);
        if (finished && left > 0) wrong.Add($"{left} articles that were to be deleted are there");
        if (!finished && left > 0 && left < PruneJudge.Fitting(ArchiveJudge.CopyIn(_before), chosen)) _halfway++;
        _faults.AddRange(wrong.Concat(polled.Judge(deleted: _deleted)).Select(f => $"round {round}, {when}: {f}"));
    }

    private async Task EndAsync(Pass pass)
    {
        if (_random.Next(2) == 0)
        {
            if (!pass.HasExited) pass.Kill();
            await pass.EndAsync();
        }
        else await FinishAsync(pass, "the pass beside a prune that was killed");
    }

    private async Task FinishAsync(Pass pass, string what)
    {
        await pass.EndAsync();
        if (pass.ExitCode != 0) _faults.Add($"{what} ended with {pass.ExitCode}: {pass.Printed}");
    }
}
