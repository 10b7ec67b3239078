using System.Text;

namespace Aggregator.Archive.Sqlite.Tests.Querying;

/// <summary>Other ways to write a statement, which text filters fall for.</summary>
internal static class Disguises
{
    public static IEnumerable<string> Of(string sql)
    {
        yield return sql;
        yield return OddCase(sql);
        yield return Commented(sql);
        yield return $" \t\r\n\f;; {sql} ;; -- ;";
        yield return $"/* SELECT 1; */ -- SELECT\n{sql}";
        yield return Query(sql) ? $"WITH c AS (SELECT 1), d AS ({sql}) SELECT * FROM d" : $"WITH c AS (SELECT 1) {sql}";
        if (Query(sql))
        {
            yield return $"SELECT * FROM ({sql})";
            yield return $"SELECT 1 WHERE EXISTS (SELECT * FROM ({sql}) LIMIT 1)";
        }
    }

    /// <summary>Those that would only be described.</summary>
    public static IEnumerable<string> Explained(string sql) => [$"EXPLAIN {sql}", $"explain/**/query plan {sql}"];

    /// <summary>Hidden behind an honest one.</summary>
    public static IEnumerable<string> Second(string sql) => [$"SELECT 1; {sql}", $"SELECT 1;{Commented(sql)}", $"SELECT 'a;b' ;\n\n{OddCase(sql)}"];

    private static bool Query(string sql) => sql.StartsWith("SELECT", StringComparison.Ordinal);

    private static string OddCase(string sql) => Outside(sql, (c, i) => (i % 2 == 0 ? char.ToUpperInvariant(c) : char.ToLowerInvariant(c)).ToString());

    private static string Commented(string sql) => Outside(sql, (c, _) => c == ' ' ? "/*;*/\n" : c.ToString());

    private static string Outside(string sql, Func<char, int, string> change)
    {
        var written = new StringBuilder();
        var quoted = false;
        for (var i = 0; i < sql.Length; i++)
        {
            quoted ^= sql[i] == '\'';
            written.Append(quoted || sql[i] == '\'' ? sql[i].ToString() : change(sql[i], i));
        }
        return written.ToString();
    }
}
