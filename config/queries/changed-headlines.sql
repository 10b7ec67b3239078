-- Headlines that were changed after publication: before and after, newest change first.
-- :days = 30  How many days back
SELECT r.article_id AS id, r.seen_at, a.source, p.title AS before, r.title AS after, a.url
FROM revisions r
JOIN revisions p ON p.article_id = r.article_id AND p.number = r.number - 1
JOIN articles a ON a.id = r.article_id
WHERE r.number > 1 AND r.seen_at >= strftime('%Y-%m-%dT%H:%M:%SZ', 'now', '-' || :days || ' days') AND r.title IS NOT p.title
ORDER BY r.seen_at DESC, r.article_id;
