using Dapper;
using Microsoft.Data.Sqlite;

namespace Aggregator.Endurance.Killing;

/// <summary>Holds an archive in which a prune was killed against what it was before: each article is wholly there, or wholly gone and buried.</summary>
internal static class PruneJudge
{
    // What hangs on an article, with the columns that no later poll changes.
    private static readonly (string Table, string Columns)[] Parts =
    [
        ("article_body", "article_id"), ("article_html", "article_id"), ("article_grams", "article_id"), ("identity", "kind, key, article_id"),
        ("sighting", "feed_id, item_key, article_id"), ("sighting_variant", "feed_id, item_key, article_id"), ("date_claim", "article_id"),
        ("revision", "article_id, number"), ("author", "article_id"), ("category", "article_id"), ("enclosure", "article_id"), ("cleanup", "article_id"),
        ("duplicate", "article_id"), ("page_fetch", "article_id"),
    ];

    /// <param name="copy">A copy of the archive.</param>
    /// <param name="before">A copy of it from before the prune.</param>
    /// <param name="chosen">What the prune was told to delete: a condition on <c>article</c>.</param>
    /// <param name="gone">Gets the guids under which what is gone was seen.</param>
    public static IReadOnlyList<string> Judge(string copy, string before, string chosen, ISet<string> gone)
    {
        using var db = new SqliteConnection($"Data Source={copy};Pooling=False");
        db.Open();
        db.Execute("ATTACH @before AS before", new { before });
        db.Execute($"""
            CREATE TEMP TABLE gone AS SELECT id, {chosen} AS chosen FROM before.article WHERE id NOT IN (SELECT id FROM main.article);
            CREATE TEMP TABLE kept AS SELECT id FROM before.article WHERE id IN (SELECT id FROM main.article);
            """);
        gone.UnionWith(db.Query<string>("SELECT guid FROM before.sightings WHERE article_id IN (SELECT id FROM gone)"));

        var faults = new List<string>();
        Count("articles that nobody chose are gone", "SELECT id FROM gone WHERE NOT chosen");
        foreach (var (table, columns) in Parts)
        {
            Count($"rows of {table} are left of articles that are gone", $"SELECT 1 FROM main.{table} WHERE article_id IN (SELECT id FROM gone)");
            Count(
                $"rows of {table} lack of articles that are there",
                $"SELECT {columns} FROM before.{table} WHERE article_id IN (SELECT id FROM kept) EXCEPT SELECT {columns} FROM main.{table}");
        }

        Count(
            "keys of articles that are gone have no tombstone",
            "SELECT 1 FROM before.identity i WHERE i.article_id IN (SELECT id FROM gone) AND NOT EXISTS (SELECT 1 FROM main.tombstone t WHERE t.kind = i.kind AND t.key = i.key)");
        Count("items of articles that are gone have no tombstone", """
            SELECT 1 FROM before.sighting s WHERE s.article_id IN (SELECT id FROM gone)
              AND NOT EXISTS (SELECT 1 FROM main.tombstone t WHERE t.kind = 0 AND t.key = s.item_key AND t.feed_id = s.feed_id)
            """);
        Count("keys of articles that are there have a new tombstone", """
            SELECT kind, key, feed_id FROM main.tombstone WHERE (kind, key) IN (SELECT kind, key FROM before.identity WHERE article_id IN (SELECT id FROM kept))
            EXCEPT SELECT kind, key, feed_id FROM before.tombstone
            """);
        return faults;

        void Count(string wrong, string sql)
        {
            if (db.ExecuteScalar<long>($"SELECT count(*) FROM ({sql})") is var count and > 0) faults.Add($"{count} {wrong}");
        }
    }

    /// <summary>How many articles of the condition the archive has.</summary>
    public static long Fitting(string copy, string chosen)
    {
        using var db = new SqliteConnection($"Data Source={copy};Pooling=False");
        return db.ExecuteScalar<long>($"SELECT count(*) FROM article WHERE {chosen}");
    }
}
