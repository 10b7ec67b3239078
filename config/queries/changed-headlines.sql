-- Headlines that were changed after publication: the first and the present one, newest article first.
-- :days = 30  How many days back
SELECT a.id, a.dated_at, a.source, r.title AS first_title, a.title, a.url
FROM revisions r CROSS JOIN articles a ON a.id = r.article_id
WHERE r.number = 1 AND r.title IS NOT a.title AND r.article_id IN (
  SELECT id FROM articles WHERE revisions > 1 AND first_seen_at >= strftime('%Y-%m-%dT%H:%M:%SZ', 'now', '-' || :days || ' days'))
ORDER BY a.first_seen_at DESC;
