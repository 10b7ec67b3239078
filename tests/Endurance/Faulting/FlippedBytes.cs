using System.Globalization;
using Aggregator.Archive.Sqlite.Opening;
using Aggregator.Archive.Sqlite.Querying;
using Aggregator.Archive.Sqlite.Upkeep;
using Aggregator.Endurance.Serving;
using Aggregator.Pipeline.Ports;
using Microsoft.Data.Sqlite;

namespace Aggregator.Endurance.Faulting;

/// <summary>
/// Flips one byte in a random page of a copy, again and again. Nothing may crash: not the check, not a question, not a pass. What no check
/// finds may have changed one stored row at most (SQLite keeps no checksums, so a letter inside a text can change unnoticed).
/// </summary>
internal sealed class FlippedBytes(string folder, int seed, TextWriter report)
{
    private static readonly QueryLimits Limits = new();

    private readonly Random _random = new(seed);
    private readonly List<string> _faults = [];

    public async Task<IReadOnlyList<string>> RunAsync(int flips)
    {
        Directory.CreateDirectory(folder);
        var (sound, flipped) = (Path.Combine(folder, "sound.db"), Path.Combine(folder, "flipped.db"));
        var flow = new LedgerFlow(feeds: 16, seed);
        for (var pass = 0; pass < 6; pass++) await flow.PassAsync(sound);
        var whole = await File.ReadAllBytesAsync(sound);
        var rows = TableRows.Of(sound);
        var counts = new SortedDictionary<string, int>(StringComparer.Ordinal);
        for (var flip = 0; flip < flips && _faults.Count < 20; flip++)
        {
            var at = _random.Next(whole.Length / 8192) * 8192 + _random.Next(8192);
            var with = (byte)_random.Next(1, 256);
            var where = string.Create(CultureInfo.InvariantCulture, $"byte {at} xor {with:x2}");
            Copy(whole, at, with, flipped);
            var found = Try(where, () => Found(flipped, rows)) ?? "crashed";
            counts[found] = counts.GetValueOrDefault(found) + 1;
            if (found == "changed more than one row unnoticed") _faults.Add($"{where}: {found}");
            await UseAsync(flow, flipped, where);
        }

        await report.WriteLineAsync($"{flips} flips in {whole.Length / 8192} pages, seed {seed}: {string.Join(", ", counts.Select(c => $"{c.Value} {c.Key}"))}; {_faults.Count} faults");
        return _faults;
    }

    private static void Copy(byte[] whole, int at, byte with, string to)
    {
        foreach (var suffix in new[] { "", "-wal", "-shm" }) File.Delete(to + suffix);
        whole[at] ^= with;
        File.WriteAllBytes(to, whole);
        whole[at] ^= with;
    }

    private static string Found(string path, IReadOnlyDictionary<string, HashSet<string>> rows)
    {
        if (Checked(path, quick: true)) return "found by the quick check";
        if (Checked(path, quick: false)) return "found by the full check";
        return TableRows.Of(path).Sum(t => t.Value.Except(rows.GetValueOrDefault(t.Key) ?? []).Count()) switch
        {
            0 => "harmless",
            1 => "changed one stored value",
            _ => "changed more than one row unnoticed",
        };
    }

    private static bool Checked(string path, bool quick)
    {
        try
        {
            return ArchiveCheck.Run(path, quick).Count > 0;
        }
        catch (ArchiveRefusedException)
        {
            return true;
        }
    }

    // A service would go on polling, and people asking.
    private async Task UseAsync(LedgerFlow flow, string path, string where)
    {
        Try(where, () =>
        {
            if (SqlDoor.Open(path, TimeProvider.System) is not DoorOpening.Opened { Door: var door }) return "refused";
            using (door)
            {
                Read(door, "SELECT * FROM articles");
                Read(door, "SELECT * FROM sightings");
                _ = new ArticleSearch(door, Limits).Find(new SearchRequest { Words = "word7 word11" }, CancellationToken.None);
            }

            return "";
        });
        try
        {
            foreach (var failed in (await flow.PassAsync(path)).Where(r => r.Failed && r.Outcome != FailureKind.NotStored.Name()))
                if (!failed.Error!.Contains("SQLite", StringComparison.Ordinal)) _faults.Add($"{where}: pass: {failed.Error}");
        }
        catch (Exception told) when (told is ArchiveRefusedException or ArchiveUnavailableException)
        {
            // One sentence for the operator.
        }
#pragma warning disable CA1031 // Whatever else it throws is what the run looks for.
        catch (Exception crash)
#pragma warning restore CA1031
        {
            _faults.Add($"{where}: pass: {crash}");
        }
    }

    private static void Read(SqlDoor door, string sql)
    {
        if (door.Prepare(sql, new Dictionary<string, object?>(), Limits, plan: false, CancellationToken.None) is not Preparation.Ready { Rows: var rows }) return;
        using (rows)
            while (rows.Read()) { }
    }

    private string? Try(string where, Func<string> work)
    {
        try
        {
            return work();
        }
#pragma warning disable CA1031 // Whatever it throws is what the run looks for.
        catch (Exception crash)
#pragma warning restore CA1031
        {
            _faults.Add($"{where}: {crash}");
            return null;
        }
    }
}
