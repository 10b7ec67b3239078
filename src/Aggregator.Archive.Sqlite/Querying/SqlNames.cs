using Aggregator.Pipeline.Subscribing;
using SQLitePCL;

namespace Aggregator.Archive.Sqlite.Querying;

/// <summary>The names a statement can use, to say which one a wrong one probably meant.</summary>
internal static class SqlNames
{
    private const string NoTable = "no such table: ";
    private const string NoColumn = "no such column: ";

    /// <summary>The name that was meant, or null. A wrong column that another view has is answered with <c>view.column</c>.</summary>
    public static string? Suggest(sqlite3 connection, string message)
    {
        if (message.StartsWith(NoTable, StringComparison.Ordinal))
            return NearestName.Of(LastPart(message[NoTable.Length..]), Tables(connection));
        if (!message.StartsWith(NoColumn, StringComparison.Ordinal))
            return null;
        var wrong = LastPart(message[NoColumn.Length..]);
        var columns = Columns(connection);
        var owner = columns.Find(c => string.Equals(c.Column, wrong, StringComparison.OrdinalIgnoreCase));
        return owner.Column is not null
            ? $"{owner.Table}.{owner.Column}"
            : NearestName.Of(wrong, columns.Select(c => c.Column).Distinct());
    }

    private static string LastPart(string name) => name[(name.LastIndexOf('.') + 1)..].Split(" - ", 2)[0];

    private static List<string> Tables(sqlite3 connection) =>
        [.. Rows(connection, "SELECT name, '' FROM sqlite_schema WHERE type IN ('view', 'table') ORDER BY type DESC, name").Select(r => r.Table)];

    /// <summary>Those of views come first: they are what is documented.</summary>
    private static List<(string Table, string Column)> Columns(sqlite3 connection) =>
        Rows(connection, "SELECT s.name, c.name FROM sqlite_schema s, pragma_table_info(s.name) c WHERE s.type IN ('view', 'table') " +
            "AND s.name NOT LIKE 'article_search_%' ORDER BY s.type DESC, s.name, c.cid");

    private static List<(string Table, string Column)> Rows(sqlite3 connection, string sql)
    {
        var rows = new List<(string, string)>();
        if (raw.sqlite3_prepare_v2(connection, sql, out var statement) == raw.SQLITE_OK)
        {
            while (raw.sqlite3_step(statement) == raw.SQLITE_ROW)
                rows.Add((raw.sqlite3_column_text(statement, 0).utf8_to_string(), raw.sqlite3_column_text(statement, 1).utf8_to_string()));
        }
        raw.sqlite3_finalize(statement);
        return rows;
    }
}
