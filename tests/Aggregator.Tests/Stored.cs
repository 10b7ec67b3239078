using System.Globalization;
using System.Text;
using Aggregator.TestKit;
using Microsoft.Data.Sqlite;

namespace Aggregator.Tests;

/// <summary>Looks into an archive from outside, as any SQLite program would.</summary>
internal static class Stored
{
    public static long Number(TempFolder folder, string sql) => Convert.ToInt64(Value(folder, sql), CultureInfo.InvariantCulture);

    public static string? Text(TempFolder folder, string sql) => Value(folder, sql) as string;

    /// <summary>All rows, one a line.</summary>
    public static string Rows(TempFolder folder, string sql)
    {
        using var archive = Open(folder, SqliteOpenMode.ReadOnly);
        using var command = archive.CreateCommand();
        command.CommandText = sql;
        using var reader = command.ExecuteReader();
        var rows = new StringBuilder();
        var values = new object[reader.FieldCount];
        while (reader.Read())
        {
            reader.GetValues(values);
            rows.AppendJoin('|', values).Append('\n');
        }

        return rows.ToString();
    }

    /// <summary>Everything that a pass over unchanged feeds must leave as it is.</summary>
    public static string Contents(TempFolder folder) => string.Concat(
        new[] { "articles", "revisions", "sightings", "date_claims" }.Select(view => Rows(folder, $"SELECT * FROM {view} ORDER BY 1, 2, 3")));

    /// <summary>Makes every feed due, as the passing of time would.</summary>
    public static void MakeDue(TempFolder folder)
    {
        using var archive = Open(folder, SqliteOpenMode.ReadWrite);
        using var command = archive.CreateCommand();
        command.CommandText = "UPDATE feed SET next_poll_at = '2020-01-01T00:00:00Z', retry_after = NULL";
        command.ExecuteNonQuery();
    }

    public static SqliteConnection Open(TempFolder folder, SqliteOpenMode mode)
    {
        var connection = new SqliteConnection(new SqliteConnectionStringBuilder { DataSource = folder.Archive, Mode = mode, Pooling = false }.ToString());
        connection.Open();
        return connection;
    }

    private static object? Value(TempFolder folder, string sql)
    {
        using var archive = Open(folder, SqliteOpenMode.ReadOnly);
        using var command = archive.CreateCommand();
        command.CommandText = sql;
        return command.ExecuteScalar();
    }
}
