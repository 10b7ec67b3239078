namespace Aggregator.Archive.Sqlite.Upkeep;

/// <summary>What must hold between the tables: each query gives the rows that are wrong, and each is one snapshot of its own, so that a check
/// of a large archive holds up nobody.</summary>
internal static class CheckQueries
{
    /// <param name="Area">What it looks at.</param>
    /// <param name="Wrong">What a row that it gives means; <c>{0}</c> is how many, <c>{1}</c> the first.</param>
    /// <param name="Sql">The rows that are wrong, each as one text.</param>
    /// <param name="Repair">Statements that make it right from the articles; null when nothing can.</param>
    public sealed record Rule(CheckArea Area, string Wrong, string Sql, string? Repair = null);

    public static IReadOnlyList<Rule> All { get; } =
    [
        new(CheckArea.Identity, "{0} articles have no sighting, such as article {1}",
            "SELECT a.id FROM article a WHERE NOT EXISTS (SELECT 1 FROM sighting s WHERE s.article_id = a.id)"),
        new(CheckArea.Identity, "{0} articles have no body row, such as article {1}",
            "SELECT a.id FROM article a WHERE NOT EXISTS (SELECT 1 FROM article_body b WHERE b.article_id = a.id)"),
        new(CheckArea.Identity, "{0} identity keys have a gap in their ordinals, such as {1}",
            "SELECT kind || ' ' || key FROM identity GROUP BY kind, key HAVING max(ordinal) <> count(*) - 1"),
        new(CheckArea.Identity, "{0} articles count under another date than their own, such as article {1}",
            """
            SELECT id FROM article WHERE dated_at IS NOT
              CASE WHEN published_at <= strftime('%Y-%m-%dT%H:%M:%SZ', first_seen_at, '+1 day') THEN published_at ELSE first_seen_at END
            """),
        new(CheckArea.Revisions, "{0} articles miss revisions, such as article {1}",
            """
            SELECT a.id FROM article a WHERE a.revisions <> 1 + (SELECT count(*) FROM revision r WHERE r.article_id = a.id)
              OR a.revisions <> 1 + coalesce((SELECT max(r.number) FROM revision r WHERE r.article_id = a.id), 0)
            """),
        new(CheckArea.Revisions, "{0} revisions are older than the one before, such as one of article {1}",
            """
            SELECT r.article_id FROM revision r JOIN revision n ON n.article_id = r.article_id AND n.number = r.number + 1 WHERE n.seen_at < r.seen_at
            UNION ALL
            SELECT a.id FROM article a JOIN revision r ON r.article_id = a.id AND r.number = a.revisions - 1 WHERE a.revised_at < r.seen_at
            """),
        new(CheckArea.Counts, "{0} feeds have a text where a time should be, such as feed {1}",
            """
            SELECT f.id FROM feed f, json_each(json_array(last_polled_at, last_success_at, last_new_at, next_poll_at, retry_after)) t
            WHERE t.value IS NOT NULL AND t.value IS NOT strftime('%Y-%m-%dT%H:%M:%SZ', t.value)
            GROUP BY f.id
            """,
            """
            UPDATE feed SET
              last_polled_at = iif(last_polled_at IS strftime('%Y-%m-%dT%H:%M:%SZ', last_polled_at), last_polled_at, NULL),
              last_success_at = iif(last_success_at IS strftime('%Y-%m-%dT%H:%M:%SZ', last_success_at), last_success_at, NULL),
              last_new_at = iif(last_new_at IS strftime('%Y-%m-%dT%H:%M:%SZ', last_new_at), last_new_at, NULL),
              next_poll_at = iif(next_poll_at IS strftime('%Y-%m-%dT%H:%M:%SZ', next_poll_at), next_poll_at, NULL),
              retry_after = iif(retry_after IS strftime('%Y-%m-%dT%H:%M:%SZ', retry_after), retry_after, NULL)
            """),
        new(CheckArea.Counts, "{0} feeds count other articles than they have, such as feed {1}",
            """
            SELECT f.id FROM feed f LEFT JOIN (SELECT feed_id, count(DISTINCT article_id) AS n FROM sighting GROUP BY feed_id) s ON s.feed_id = f.id
            WHERE f.articles <> coalesce(s.n, 0)
            """,
            """
            UPDATE feed SET articles = coalesce(s.n, 0) FROM feed f
              LEFT JOIN (SELECT feed_id, count(DISTINCT article_id) AS n FROM sighting GROUP BY feed_id) s ON s.feed_id = f.id
            WHERE feed.id = f.id AND feed.articles <> coalesce(s.n, 0)
            """),
        new(CheckArea.Counts, "{0} sources have other counts or times than their articles, such as source {1}",
            """
            SELECT s.id FROM source s
              LEFT JOIN (SELECT source_id, count(*) AS n, min(first_seen_at) AS first, max(last_seen_at) AS last FROM article GROUP BY source_id) a ON a.source_id = s.id
            WHERE s.articles <> coalesce(a.n, 0) OR s.first_seen_at IS NOT a.first OR s.last_seen_at IS NOT a.last
            """,
            """
            UPDATE source SET articles = coalesce(a.n, 0), first_seen_at = a.first, last_seen_at = a.last FROM source s
              LEFT JOIN (SELECT source_id, count(*) AS n, min(first_seen_at) AS first, max(last_seen_at) AS last FROM article GROUP BY source_id) a ON a.source_id = s.id
            WHERE source.id = s.id
            """),
        new(CheckArea.Counts, "{0} days have other counts than their articles, such as {1}",
            """
            SELECT day FROM (SELECT day, articles, unique_articles FROM article_day
              EXCEPT SELECT substr(dated_at, 1, 10), count(*), count(*) FILTER (WHERE duplicate_of IS NULL) FROM article GROUP BY 1)
            UNION
            SELECT day FROM (SELECT substr(dated_at, 1, 10) AS day, count(*), count(*) FILTER (WHERE duplicate_of IS NULL) FROM article GROUP BY 1
              EXCEPT SELECT day, articles, unique_articles FROM article_day)
            """,
            """
            DELETE FROM article_day;
            INSERT INTO article_day SELECT substr(dated_at, 1, 10), count(*), count(*) FILTER (WHERE duplicate_of IS NULL) FROM article GROUP BY 1;
            """),
        new(CheckArea.Counts, "{0} stories count other articles or sources than they have, such as story {1}",
            """
            SELECT s.id FROM story s LEFT JOIN
              (SELECT story_id, count(*) AS n, count(DISTINCT source_id) AS m FROM article WHERE story_id IS NOT NULL GROUP BY story_id) a ON a.story_id = s.id
            WHERE s.articles <> coalesce(a.n, 0) OR s.sources <> coalesce(a.m, 0)
            """),
    ];

    /// <summary>Articles that the full-text index lacks, and rows of it that no article should have.</summary>
    public static Rule Search { get; } = new(CheckArea.Search, "{0} articles are not indexed as they should be, such as article {1}",
        """
        SELECT id FROM (SELECT id FROM article WHERE id <= (SELECT upto FROM search_state) AND id NOT IN (SELECT article_id FROM search_pending)
          EXCEPT SELECT id FROM article_search_docsize)
        UNION
        SELECT id FROM (SELECT id FROM article_search_docsize
          EXCEPT SELECT id FROM article WHERE id <= (SELECT upto FROM search_state) AND id NOT IN (SELECT article_id FROM search_pending))
        """);
}
