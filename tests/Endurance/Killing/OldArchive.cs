using Aggregator.Archive.Sqlite.Opening;
using Dapper;
using Microsoft.Data.Sqlite;

namespace Aggregator.Endurance.Killing;

/// <summary>An archive as an older program left it: only the first steps of the schema are made, and the rows of a newer archive put into its tables.</summary>
internal static class OldArchive
{
    // The index is filled by the program once its tables are there.
    private const string Tables = """
        SELECT name FROM sqlite_schema WHERE type = 'table' AND sql NOT LIKE 'CREATE VIRTUAL%'
          AND name NOT LIKE 'sqlite\_%' ESCAPE '\' AND name NOT LIKE 'article\_search\_%' ESCAPE '\' AND name NOT IN ('search_state', 'search_pending', 'ballast')
        """;

    /// <param name="from">An archive that nobody has open.</param>
    /// <param name="to">The file that is made.</param>
    /// <param name="version">Its schema.</param>
    public static void Make(string from, string to, int version)
    {
        using var db = ArchiveConnection.OpenWriter(to);
        ArchiveSchema.Migrate(db, [.. Migration.All.Take(version)]);
        db.Execute("PRAGMA foreign_keys = OFF; ATTACH @from AS newer", new { from });
        using (var transaction = db.BeginTransaction())
        {
            foreach (var table in db.Query<string>(Tables).ToList())
            {
                var columns = Columns(db, table);
                db.Execute($"DELETE FROM main.{table}; INSERT INTO main.{table}({columns}) SELECT {columns} FROM newer.{table}");
            }

            // What a trigger counted while the rows came in, it counted twice.
            db.Execute("DELETE FROM main.article_day; INSERT INTO main.article_day SELECT * FROM newer.article_day");
            transaction.Commit();
        }

        db.Execute("DETACH newer");
        WriteAheadLog.TryEmpty(db);
    }

    /// <summary>What differs between the rows of two archives, in words.</summary>
    /// <param name="db">Open on one that has at least the tables of the other, and was not polled since.</param>
    /// <param name="old">The other one.</param>
    public static IReadOnlyList<string> Differences(SqliteConnection db, string old)
    {
        db.Execute("ATTACH @old AS old", new { old });
        var found = new List<string>();
        foreach (var table in db.Query<string>(Tables.Replace("sqlite_schema", "old.sqlite_schema", StringComparison.Ordinal)).ToList())
        {
            var columns = Columns(db, table, "old");
            var gone = db.ExecuteScalar<long>($"SELECT count(*) FROM (SELECT {columns} FROM old.{table} EXCEPT SELECT {columns} FROM main.{table})");
            var more = db.ExecuteScalar<long>($"SELECT (SELECT count(*) FROM main.{table}) - (SELECT count(*) FROM old.{table})");
            if (gone != 0 || more != 0) found.Add($"{table}: {gone} rows of before are not there, {more} more than before");
        }

        db.Execute("DETACH old");
        return found;
    }

    /// <summary>What differs from the schema that these steps make, in words.</summary>
    public static IReadOnlyList<string> OtherSchema(SqliteConnection db, int version)
    {
        const string schema = "SELECT type || ' ' || name || ': ' || coalesce(sql, '') FROM sqlite_schema WHERE name NOT LIKE 'sqlite\\_%' ESCAPE '\\' AND name <> 'ballast'";
        using var made = new SqliteConnection("Data Source=:memory:;Pooling=False");
        made.Open();
        ArchiveSchema.Migrate(made, [.. Migration.All.Take(version)]);
        var (has, should) = (db.Query<string>(schema).ToHashSet(StringComparer.Ordinal), made.Query<string>(schema).ToHashSet(StringComparer.Ordinal));
        return [.. should.Except(has).Select(s => $"lacks {s[..Math.Min(s.Length, 60)]}"), .. has.Except(should).Select(s => $"has {s[..Math.Min(s.Length, 60)]}")];
    }

    private static string Columns(SqliteConnection db, string table, string schema = "main") =>
        string.Join(", ", db.Query<string>("SELECT name FROM pragma_table_info(@table, @schema)", new { table, schema }).Select(c => $"\"{c}\""));
}
