using System.Globalization;
using Aggregator.Archive.Sqlite.Opening;
using Dapper;
using Microsoft.Data.Sqlite;

namespace Aggregator.Endurance.Killing;

/// <summary>
/// Kills a pass that finds an archive of an older schema: the file is at one version and has exactly that schema, holds every row it had, the copy
/// from before is whole as soon as a step was made, and the next pass finishes what was begun.
/// </summary>
internal sealed class MigrationKills(string program, string folder, int kills, int seed, TextWriter report)
{
    private readonly Random _random = new(seed);
    private readonly List<string> _faults = [];
    private readonly SortedDictionary<long, int> _versions = [];
    private readonly string _old = Path.Combine(folder, "old", "archive.db");

    public async Task<IReadOnlyList<string>> RunAsync()
    {
        await using var polled = await PolledArchive.StartAsync(program, folder, feeds: 26, seed);
        await polled.FillAsync(passes: 8);
        for (var version = 1; version < ArchiveSchema.Version; version++)
        {
            OldArchive.Make(polled.Path, Template(version), version);
            PolledArchive.Weigh(Template(version), megabytes: 16);
        }

        var (round, killed) = (0, 0);
        while (killed < kills && ++round <= kills * 4 && _faults.Count == 0)
        {
            var from = _random.Next(2) == 0 ? 1 : _random.Next(1, (int)ArchiveSchema.Version);
            Place(from);
            using (var pass = polled.Poll(_old))
                if (await Moment.KillAsync(pass, _random, Aim(from), from: 100, to: 1200)) killed++;
            Add(round, from, Judge(polled, from));

            using var next = polled.Poll(_old);
            await next.EndAsync();
            if (next.ExitCode != 0) _faults.Add($"round {round}, from schema {from}: the next pass ended with {next.ExitCode}: {next.Printed}");
            Add(round, from, JudgeNewest(polled, from).Select(f => $"after the next pass: {f}"));
        }

        var seen = string.Join(", ", _versions.Select(v => $"{v.Value} at {v.Key}"));
        await report.WriteLineAsync(string.Create(
            CultureInfo.InvariantCulture, $"{killed} migrations killed in {round} rounds, schema after the kill: {seen}; seed {seed}: {_faults.Count} faults"));
        return _faults;
    }

    private void Place(int version)
    {
        if (Directory.Exists(Path.GetDirectoryName(_old)!)) Directory.Delete(Path.GetDirectoryName(_old)!, recursive: true);
        Directory.CreateDirectory(Path.GetDirectoryName(_old)!);
        File.Copy(Template(version), _old);
    }

    // Any moment; while the copy from before is written; from the moment when it has its name, which is when the steps begin.
    private Func<bool>? Aim(int from)
    {
        var snapshot = SchemaSnapshot.PathOf(_old, from);
        return _random.Next(5) switch
        {
            0 => null,
            1 => () => File.Exists(snapshot + ".part"),
            _ => () => File.Exists(snapshot),
        };
    }

    private List<string> Judge(PolledArchive polled, int from)
    {
        var faults = new List<string>();
        var copy = ArchiveJudge.Copy(_old, Scratch);
        long version;
        using (var db = new SqliteConnection($"Data Source={copy};Pooling=False"))
        {
            db.Open();
            version = ArchiveSchema.VersionOf(db);
            _versions[version] = _versions.GetValueOrDefault(version) + 1;
            if (version < from || version > ArchiveSchema.Version) return [$"it is at schema {version}"];
            if (db.ExecuteScalar<string>("PRAGMA integrity_check") is var said and not "ok") return [$"integrity_check: {said}"];
            faults.AddRange(OldArchive.OtherSchema(db, (int)version).Select(f => $"at schema {version} it {f}"));
            if (version < ArchiveSchema.Version) faults.AddRange(OldArchive.Differences(db, Template(from)));
        }

        if (version == ArchiveSchema.Version) faults.AddRange(JudgeNewest(polled, from));
        else if (version > from || File.Exists(SchemaSnapshot.PathOf(_old, from))) faults.AddRange(JudgeSnapshot(from));
        return faults;
    }

    // The pass may have begun to poll: articles may have been revised and seen again.
    private List<string> JudgeNewest(PolledArchive polled, int from)
    {
        var faults = polled.Judge(_old).ToList();
        using (var db = new SqliteConnection($"Data Source={ArchiveJudge.Copy(_old, Scratch)};Pooling=False"))
        {
            db.Open();
            if (ArchiveSchema.VersionOf(db) is var version && version != ArchiveSchema.Version) faults.Add($"it is at schema {version}");
            db.Execute("ATTACH @old AS old", new { old = Template(from) });
            var lost = db.ExecuteScalar<long>("""
                SELECT (SELECT count(*) FROM (SELECT id, guid, url, first_seen_at FROM old.article EXCEPT SELECT id, guid, url, first_seen_at FROM main.article))
                  + (SELECT count(*) FROM (SELECT feed_id, item_key, article_id FROM old.sighting EXCEPT SELECT feed_id, item_key, article_id FROM main.sighting))
                  + (SELECT count(*) FROM (SELECT kind, key, article_id FROM old.identity EXCEPT SELECT kind, key, article_id FROM main.identity))
                """);
            if (lost > 0) faults.Add($"{lost} articles, sightings or keys of the old archive are not there");
        }

        faults.AddRange(JudgeSnapshot(from));
        return faults;
    }

    private List<string> JudgeSnapshot(int from)
    {
        var snapshot = SchemaSnapshot.PathOf(_old, from);
        if (!File.Exists(snapshot)) return ["a step was made without a copy of before"];
        using var db = new SqliteConnection($"Data Source={snapshot};Mode=ReadOnly;Pooling=False");
        db.Open();
        if (db.ExecuteScalar<string>("PRAGMA integrity_check") is var said and not "ok") return [$"the copy of before: integrity_check: {said}"];
        return ArchiveSchema.VersionOf(db) is var version && version != from
            ? [$"the copy of before is at schema {version}"]
            : [.. OldArchive.Differences(db, Template(from)).Select(f => $"the copy of before: {f}")];
    }

    private string Template(int version) => Path.Combine(folder, string.Create(CultureInfo.InvariantCulture, $"template{version}.db"));

    private string Scratch => Path.Combine(folder, "judge");

    private void Add(int round, int from, IEnumerable<string> faults) => _faults.AddRange(faults.Select(f => $"round {round}, from schema {from}: {f}"));
}
