using Aggregator.Endurance.Serving;
using Microsoft.Data.Sqlite;

namespace Aggregator.Endurance.Killing;

/// <summary>
/// Holds an archive against the ledger, on a copy of its files, so that the judged one is recovered by the program itself.
/// Takes the files as a kill left them; gives what is wrong, in words.
/// </summary>
internal static class ArchiveJudge
{
    /// <param name="archive">The archive's file.</param>
    /// <param name="scratch">A folder for the copy.</param>
    /// <param name="ledger">What was sent.</param>
    /// <param name="acknowledged">Items that the program said it has stored.</param>
    /// <param name="deleted">Guids of items that somebody deleted.</param>
    public static IReadOnlyList<string> Judge(string archive, string scratch, Ledger ledger, IReadOnlyCollection<LedgerItem>? acknowledged = null, IReadOnlySet<string>? deleted = null)
    {
        if (!File.Exists(archive)) return acknowledged is { Count: > 0 } ? ["there is no archive, and items of it were acknowledged"] : [];
        var copy = Copy(archive, scratch);
        using var db = new SqliteConnection($"Data Source={copy};Pooling=False");
        db.Open();
        if (Scalar(db, "SELECT count(*) FROM sqlite_schema WHERE name = 'sightings'") == 0)
            return acknowledged is { Count: > 0 } ? ["the archive has no tables, and items of it were acknowledged"] : [];
        var faults = new List<string>();
        if (Text(db, "PRAGMA integrity_check") is var integrity and not "ok") return [$"integrity_check: {integrity}"];
        foreach (var (check, sql) in Unsound)
            if (Scalar(db, sql) is var count and > 0) faults.Add($"{check}: {count}");
        faults.AddRange(Lost(db, ledger, deleted));
        if (acknowledged is not null) faults.AddRange(Missing(db, acknowledged));
        return faults;
    }

    /// <summary>Copies an archive that nobody has open, as it lies there.</summary>
    public static string Copy(string archive, string scratch)
    {
        Directory.CreateDirectory(scratch);
        var copy = CopyIn(scratch);
        foreach (var suffix in new[] { "", "-wal", "-shm", "-journal" })
        {
            File.Delete(copy + suffix);
            if (suffix != "-shm" && File.Exists(archive + suffix)) File.Copy(archive + suffix, copy + suffix);
        }

        return copy;
    }

    /// <summary>The copy that was judged last.</summary>
    public static string CopyIn(string scratch) => Path.Combine(scratch, "judged.db");

    private static readonly (string Check, string Sql)[] Unsound =
    [
        ("items stored twice", "SELECT count(*) FROM (SELECT 1 FROM sightings GROUP BY feed_id, guid HAVING count(*) > 1)"),
        ("articles stored twice", "SELECT count(*) FROM (SELECT 1 FROM articles GROUP BY canonical_url HAVING count(*) > 1)"),
        ("sightings without an article", "SELECT count(*) FROM sightings WHERE article_id NOT IN (SELECT id FROM articles)"),
        ("articles without a sighting", "SELECT count(*) FROM articles WHERE id NOT IN (SELECT article_id FROM sightings)"),
        ("articles without a title or text", "SELECT count(*) FROM articles WHERE title IS NULL OR text IS NULL"),
        ("revisions out of order", "SELECT count(*) FROM (SELECT a.id FROM articles a JOIN revisions r ON r.article_id = a.id GROUP BY a.id HAVING count(*) <> max(a.revisions) OR max(r.number) <> max(a.revisions))"),
        ("wrong counts of feeds", "SELECT count(*) FROM feeds f WHERE articles <> (SELECT count(DISTINCT article_id) FROM sightings s WHERE s.feed_id = f.id)"),
        ("wrong counts of days", "SELECT (SELECT coalesce(sum(articles), 0) FROM daily) <> (SELECT count(*) FROM articles)"),
        ("foreign keys", "SELECT count(*) FROM pragma_foreign_key_check"),
    ];

    // The promise of a stored validator: every item of the body it stands for is in the archive.
    private static IEnumerable<string> Lost(SqliteConnection db, Ledger ledger, IReadOnlySet<string>? deleted)
    {
        using var feeds = db.CreateCommand();
        feeds.CommandText = "SELECT id, url, etag FROM feed WHERE etag IS NOT NULL";
        using var rows = feeds.ExecuteReader();
        while (rows.Read())
        {
            var (id, url, etag) = (rows.GetInt64(0), rows.GetString(1), rows.GetString(2));
            var feed = int.Parse(url[(url.LastIndexOf('/') + 1)..], System.Globalization.CultureInfo.InvariantCulture);
            if (ledger.Of(feed, etag) is not { } promised)
            {
                yield return $"feed {feed} has a validator that was never sent: {etag}";
                continue;
            }

            using var seen = db.CreateCommand();
            seen.CommandText = "SELECT guid FROM sightings WHERE feed_id = $feed";
            seen.Parameters.AddWithValue("$feed", id);
            var stored = new HashSet<string>(StringComparer.Ordinal);
            using var guids = seen.ExecuteReader();
            while (guids.Read()) stored.Add(guids.GetString(0));
            foreach (var guid in promised.Where(g => !stored.Contains(g) && deleted?.Contains(g) != true)) yield return $"lost: {guid} of {etag}";
        }
    }

    private static IEnumerable<string> Missing(SqliteConnection db, IReadOnlyCollection<LedgerItem> acknowledged)
    {
        using var command = db.CreateCommand();
        command.CommandText = "SELECT guid FROM sightings";
        var stored = new HashSet<string>(StringComparer.Ordinal);
        using var guids = command.ExecuteReader();
        while (guids.Read()) stored.Add(guids.GetString(0));
        return acknowledged.Select(i => LedgerFeed.Guid(i.Feed, i.Item)).Where(g => !stored.Contains(g)).Select(g => $"acknowledged and lost: {g}");
    }

    private static long Scalar(SqliteConnection db, string sql)
    {
        using var command = db.CreateCommand();
        command.CommandText = sql;
        return Convert.ToInt64(command.ExecuteScalar(), System.Globalization.CultureInfo.InvariantCulture);
    }

    private static string Text(SqliteConnection db, string sql)
    {
        using var command = db.CreateCommand();
        command.CommandText = sql;
        return (string)command.ExecuteScalar()!;
    }
}
