using System.Globalization;
using Aggregator.Archive.Sqlite.Opening;
using Dapper;
using Microsoft.Data.Sqlite;

namespace Aggregator.Archive.Sqlite.Upkeep;

/// <summary>
/// Checks an archive: the file, references, identity, revisions, every stored count, the search index.
/// Takes a path; gives what it found in words; never writes, but for what <see cref="Repair"/> mends: counts and index, made again from the articles.
/// </summary>
public static class ArchiveCheck
{
    private const int Most = 100;

    /// <param name="path">The archive.</param>
    /// <param name="quick">True: SQLite's quick check instead of its full one, and no comparison of the index with the texts.</param>
    /// <param name="begun">Told what is looked at next; again with the share that is done, from 0 to 1, where it is known.</param>
    /// <param name="stop">Calls it off.</param>
    public static IReadOnlyList<CheckFinding> Run(string path, bool quick = false, Action<CheckArea, double?>? begun = null, CancellationToken stop = default)
    {
        using var connection = ExistingArchive.OpenReader(path);
        return Interruptible.Run(connection, () => Run(connection, quick, begun ?? ((_, _) => { }), stop), stop);
    }

    /// <summary>Makes stored counts again from the articles, and the search index when <paramref name="found"/> says that it is wrong.</summary>
    /// <returns>What was mended, in words.</returns>
    public static IReadOnlyList<string> Repair(string path, IReadOnlyList<CheckFinding> found, Action<long>? indexed = null, CancellationToken stop = default)
    {
        var done = new List<string>();
        using (var connection = ExistingArchive.OpenWriter(path))
            Interruptible.Run(connection, () => done.AddRange(RepairCounts(connection, stop)), stop);

        if (!found.Any(f => f.Area == CheckArea.Search)) return done;
        var articles = ArchiveReindex.Rebuild(path, indexed, stop);
        stop.ThrowIfCancellationRequested();
        done.Add(string.Create(CultureInfo.InvariantCulture, $"mended: the index is made anew, of {articles:#,0} articles"));
        return done;
    }

    // Each is counted again under the write lock: what was found may be out of date.
    private static IEnumerable<string> RepairCounts(SqliteConnection connection, CancellationToken stop)
    {
        foreach (var rule in CheckQueries.All.Where(r => r.Repair is not null))
        {
            stop.ThrowIfCancellationRequested();
            using var transaction = connection.BeginTransaction();
            if (Broken(connection, rule) is not { } finding) continue;
            connection.Execute(rule.Repair!, transaction: transaction);
            transaction.Commit();
            yield return $"mended: {finding.Sentence}";
        }
    }

    private static List<CheckFinding> Run(SqliteConnection connection, bool quick, Action<CheckArea, double?> begun, CancellationToken stop)
    {
        var found = new List<CheckFinding>();
        begun(CheckArea.File, null);
        found.AddRange(FileDamage(connection, quick));
        if (found.Count == 0) found.AddRange(SchemaDamage(connection));

        // What a damaged file says about itself is worth nothing.
        if (found.Count > 0) return found;

        begun(CheckArea.References, null);
        found.AddRange(References(connection));
        foreach (var area in CheckQueries.All.Append(CheckQueries.Search).GroupBy(r => r.Area))
        {
            begun(area.Key, null);
            foreach (var rule in area)
            {
                stop.ThrowIfCancellationRequested();
                if (Broken(connection, rule) is { } finding) found.Add(finding);
            }
        }

        // An index that lacks articles disagrees anyway.
        if (!quick && found.All(f => f.Area != CheckArea.Search)) found.AddRange(OtherWords(connection, begun, stop));
        return found;
    }

    private static IEnumerable<CheckFinding> OtherWords(SqliteConnection connection, Action<CheckArea, double?> begun, CancellationToken stop)
    {
        // The file is opened for reading only; this lifts the second wall for temporary tables in memory.
        connection.Execute("PRAGMA query_only = OFF; PRAGMA temp_store = MEMORY");
        var contents = new IndexContents(connection);
        using (connection.BeginTransaction(deferred: true)) // One snapshot of index and texts.
            contents.Compare((to, last) =>
            {
                stop.ThrowIfCancellationRequested();
                begun(CheckArea.Search, (double)to / last);
            });

        if (contents.Wrong.Count > 0)
            yield return new CheckFinding(CheckArea.Search, $"{contents.Wrong.Count} articles have other words than the index has for them, such as article {contents.Wrong[0]}", true);
        else if (!contents.WordsAgree)
            yield return new CheckFinding(CheckArea.Search, "the index counts other words than the articles have", true);
    }

    private static IEnumerable<CheckFinding> FileDamage(SqliteConnection connection, bool quick) => connection
        .Query<string>(quick ? $"PRAGMA quick_check({Most})" : $"PRAGMA integrity_check({Most})")
        .Where(line => line != "ok")
        .Select(line => new CheckFinding(CheckArea.File, $"the file is damaged: {line}", false));

    // What else somebody has put into the file is not ours to judge.
    private static IEnumerable<CheckFinding> SchemaDamage(SqliteConnection connection)
    {
        const string schema = "SELECT type || ' ' || name, coalesce(sql, '') FROM sqlite_schema WHERE name NOT LIKE 'sqlite\\_%' ESCAPE '\\'";
        using var made = new SqliteConnection("Data Source=:memory:;Pooling=False");
        made.Open();
        ArchiveSchema.Migrate(made);
        var stored = connection.Query<(string Name, string Sql)>(schema).ToDictionary(s => s.Name, s => s.Sql, StringComparer.Ordinal);
        foreach (var (name, sql) in made.Query<(string Name, string Sql)>(schema))
            if (stored.GetValueOrDefault(name) != sql) yield return new CheckFinding(CheckArea.File, $"the {name} is not as this program makes it: the schema is damaged, or another program changed it", false);
    }

    private static IEnumerable<CheckFinding> References(SqliteConnection connection) => connection
        .Query<(string Table, long? Row, string Parent)>("SELECT \"table\", rowid, parent FROM pragma_foreign_key_check LIMIT 100")
        .GroupBy(r => (r.Table, r.Parent))
        .Select(g => new CheckFinding(CheckArea.References, $"rows of {g.Key.Table} name rows of {g.Key.Parent} that are not there ({g.Count()} or more)", false));

    private static CheckFinding? Broken(SqliteConnection connection, CheckQueries.Rule rule)
    {
        var count = connection.ExecuteScalar<long>($"SELECT count(*) FROM ({rule.Sql})");
        if (count == 0) return null;
        var first = Convert.ToString(connection.ExecuteScalar<object>($"SELECT * FROM ({rule.Sql}) LIMIT 1"), CultureInfo.InvariantCulture);
        return new CheckFinding(rule.Area, string.Format(CultureInfo.InvariantCulture, rule.Wrong, count, first), rule.Repair is not null || rule.Area == CheckArea.Search);
    }
}
