using System.Globalization;
using Microsoft.Data.Sqlite;

namespace Aggregator.Endurance.Faulting;

/// <summary>Every row of every table of ours, each as one text; the search index is left out, as its own check compares it with the articles.</summary>
internal static class TableRows
{
    public static IReadOnlyDictionary<string, HashSet<string>> Of(string path)
    {
        using var db = new SqliteConnection($"Data Source={path};Mode=ReadOnly;Pooling=False");
        db.Open();
        var all = new Dictionary<string, HashSet<string>>(StringComparer.Ordinal);
        foreach (var table in Column(db, "SELECT name FROM sqlite_schema WHERE type = 'table' AND name NOT LIKE 'article_search%' AND name NOT LIKE 'sqlite_%'"))
        {
            using var command = db.CreateCommand();
            command.CommandText = $"SELECT * FROM \"{table}\"";
            using var reader = command.ExecuteReader();
            var rows = all[table] = new HashSet<string>(StringComparer.Ordinal);
            while (reader.Read())
                rows.Add(string.Join('|', Enumerable.Range(0, reader.FieldCount).Select(i => reader.GetValue(i) is byte[] blob ? Convert.ToHexString(blob) : Convert.ToString(reader.GetValue(i), CultureInfo.InvariantCulture))));
        }

        return all;
    }

    private static List<string> Column(SqliteConnection db, string sql)
    {
        using var command = db.CreateCommand();
        command.CommandText = sql;
        using var reader = command.ExecuteReader();
        var values = new List<string>();
        while (reader.Read()) values.Add(reader.GetString(0));
        return values;
    }
}
