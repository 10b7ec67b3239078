using Aggregator.Archive.Sqlite.Opening;
using Dapper;

namespace Aggregator.Archive.Sqlite.Tests.Querying;

/// <summary>An archive with a little of everything, so that every question of the cookbook has an answer.</summary>
internal static class DocumentedArchive
{
    public static void Fill(string path)
    {
        using var connection = ArchiveConnection.OpenWriter(path);
        ArchiveSchema.Migrate(connection);
        connection.Execute("""
            CREATE TEMP TABLE t AS SELECT strftime('%Y-%m-%dT%H:%M:%SZ', 'now') AS now, strftime('%Y-%m-%dT%H:%M:%SZ', 'now', '-2 hours') AS earlier,
              strftime('%Y-%m-%dT%H:%M:%SZ', 'now', '-3 days') AS lately, strftime('%Y-%m-%dT%H:%M:%SZ', 'now', '-60 days') AS once;

            INSERT INTO feed(id, url, own_title, group_name, tags, last_polled_at, last_success_at, last_new_at, next_poll_at, next_poll_reason, interval_s, articles)
              SELECT 1, 'https://harbour.example/feed', 'Harbour', 'World', '["news"]', now, now, now, now, 'every 15m', 900, 5 FROM t;
            INSERT INTO feed(id, url, own_title, last_polled_at, last_success_at, failures, last_error, next_poll_at, interval_s)
              SELECT 2, 'https://valley.example/rss', 'Valley', now, once, 3, 'HTTP 404', now, 3600 FROM t;
            INSERT INTO feed_url SELECT 1, 'https://harbour.example/feed', lately, NULL, 'moved' FROM t;
            INSERT INTO feed_url SELECT 1, 'http://old.harbour.example/feed', once, lately, 'configured' FROM t;
            INSERT INTO source(id, name, domain, articles, first_seen_at, last_seen_at)
              SELECT 1, 'Harbour News', 'harbour.example', 4, once, now FROM t UNION ALL SELECT 2, 'The Valley', 'valley.example', 3, once, once FROM t;

            INSERT INTO article(id, feed_id, source_id, dated_at, first_seen_at, last_seen_at, source, source_domain, title, author, url, published_at,
                published_precision, published_from, published_raw, date_flags, word_count, language, revisions, revised_at, revision_changed, story_id)
              SELECT 1, 1, 1, earlier, now, now, 'Harbour News', 'harbour.example', 'The harbour grows', 'Ada', 'https://harbour.example/1', earlier,
                'second', 'item.published', 'raw', '["assumed-zone"]', 300, 'en', 1, NULL, NULL, 1 FROM t
              UNION ALL SELECT 2, 1, 1, earlier, now, now, 'Harbour News', 'harbour.example', 'A new headline', 'Ada', 'https://harbour.example/2', earlier,
                'minute', 'item.published', 'raw', NULL, 200, 'en', 2, now, '["title"]', NULL FROM t
              UNION ALL SELECT 3, 1, 1, earlier, now, now, 'Harbour News', 'harbour.example', 'The port and the town hall', NULL, 'https://harbour.example/3', earlier,
                'second', 'item.published', 'raw', NULL, 100, NULL, 1, NULL, NULL, NULL FROM t
              UNION ALL SELECT 4, 1, 2, now, now, now, 'The Valley', 'valley.example', 'The harbour grows', NULL, 'https://valley.example/1', NULL,
                NULL, NULL, NULL, NULL, 300, 'en', 1, NULL, NULL, 1 FROM t
              UNION ALL SELECT 5, 1, 1, '2023-07-13T08:00:00Z', once, once, 'Harbour News', 'harbour.example', 'An older one', NULL, 'https://harbour.example/5',
                '2023-07-13T08:00:00Z', 'second', 'item.published', 'raw', NULL, 50, 'de', 1, NULL, NULL, NULL FROM t;
            UPDATE article SET duplicate_of = 1, duplicate_kind = 'copy' WHERE id = 4;
            INSERT INTO duplicate SELECT 4, 1, 'copy', 0.97, '{}', now FROM t;
            INSERT INTO story SELECT 1, 'The harbour grows', earlier, now, 2, 2 FROM t;
            INSERT INTO article_body(article_id, text) SELECT id, title || '. More about the harbour.' FROM article;
            INSERT INTO revision(article_id, number, kind, seen_at, title, same) SELECT 2, 1, 'feed', earlier, 'The old headline', 7 FROM t;
            INSERT INTO sighting(feed_id, item_key, article_id, content_hash, first_seen_at, last_seen_at) SELECT 1, id, id, 0, first_seen_at, last_seen_at FROM article;
            INSERT INTO sighting(feed_id, item_key, article_id, content_hash, first_seen_at, last_seen_at) SELECT 2, 9, 1, 0, now, now FROM t;
            INSERT INTO date_claim SELECT 1, 1, 'item.updated', 'raw', once, 'second', NULL FROM t;
            INSERT INTO author SELECT 1, 1, 'Ada', NULL, NULL;
            INSERT INTO category SELECT 1, 1, 'harbours', NULL;
            INSERT INTO enclosure SELECT 1, 1, 'https://harbour.example/1.mp3', 'audio/mpeg', 5000000, 300;
            INSERT INTO cleanup SELECT 1, 1, 'text', 0, 'boilerplate', 'Read more', NULL;
            INSERT INTO page_fetch SELECT 1, 1, 'https://harbour.example/1', now, 404, 'http-status', 'HTTP 404' FROM t;
            INSERT INTO fetch(feed_id, started_at, duration_ms, status, outcome, bytes, items, new, gap, error)
              SELECT 1, now, 120, 200, 'changed', 5000, 5, 5, 1, NULL FROM t UNION ALL SELECT 2, now, 30, 404, 'http-status', 0, 0, 0, NULL, 'HTTP 404' FROM t;
            INSERT INTO fetch_day SELECT 1, date('now', '-5 days'), 24, 20, 1, 4, 0, 50000;
            INSERT INTO article_search(rowid, title, subtitle, author, text, grams) SELECT id, title, subtitle, author, text, grams FROM search_text;
            UPDATE search_state SET upto = 5;
            """);
    }
}
