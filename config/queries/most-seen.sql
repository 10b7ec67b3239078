-- Articles that were seen in most feeds.
-- :days = 7  How many days back
-- :limit = 20  How many articles
SELECT a.id, a.dated_at, a.source, a.title, s.feeds, a.url
FROM (SELECT article_id, count(DISTINCT feed_id) AS feeds FROM sightings
      WHERE article_id IN (SELECT id FROM articles WHERE first_seen_at >= strftime('%Y-%m-%dT%H:%M:%SZ', 'now', '-' || :days || ' days'))
      GROUP BY article_id HAVING feeds > 1 ORDER BY feeds DESC, article_id DESC LIMIT :limit) s
JOIN articles a ON a.id = s.article_id
ORDER BY s.feeds DESC, a.dated_at DESC;
