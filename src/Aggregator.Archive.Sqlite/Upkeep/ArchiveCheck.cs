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
    /// <param name="quick">True: SQLite's quick check instead of its full one, which compares every index with its table.</param>
    /// <param name="begun">Told what is looked at next.</param>
    public static IReadOnlyList<CheckFinding> Run(string path, bool quick = false, Action<CheckArea>? begun = null)
    {
        using var connection = ExistingArchive.OpenReader(path);
        var found = new List<CheckFinding>();
        begun?.Invoke(CheckArea.File);
        found.AddRange(FileDamage(connection, quick));

        // What a damaged file says about itself is worth nothing.
        if (found.Count > 0) return found;

        begun?.Invoke(CheckArea.References);
        found.AddRange(References(connection));
        foreach (var area in CheckQueries.All.Append(CheckQueries.Search).GroupBy(r => r.Area))
        {
            begun?.Invoke(area.Key);
            foreach (var rule in area)
                if (Broken(connection, rule) is { } finding) found.Add(finding);
        }

        return found;
    }

    /// <summary>Makes stored counts again from the articles, and the search index when <paramref name="found"/> says that it is wrong.</summary>
    /// <returns>What was mended, in words.</returns>
    public static IReadOnlyList<string> Repair(string path, IReadOnlyList<CheckFinding> found)
    {
        var done = new List<string>();
        using (var connection = ExistingArchive.OpenWriter(path))
            foreach (var rule in CheckQueries.All.Where(r => r.Repair is not null))
            {
                using var transaction = connection.BeginTransaction();
                if (Broken(connection, rule) is not { } finding) continue;
                connection.Execute(rule.Repair!, transaction: transaction);
                transaction.Commit();
                done.Add($"mended: {finding.Sentence}");
            }

        if (found.Any(f => f.Area == CheckArea.Search)) done.Add(string.Create(CultureInfo.InvariantCulture, $"mended: {ArchiveReindex.Rebuild(path)} articles are indexed anew"));
        return done;
    }

    private static IEnumerable<CheckFinding> FileDamage(SqliteConnection connection, bool quick) => connection
        .Query<string>(quick ? $"PRAGMA quick_check({Most})" : $"PRAGMA integrity_check({Most})")
        .Where(line => line != "ok")
        .Select(line => new CheckFinding(CheckArea.File, $"the file is damaged: {line}", false));

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
