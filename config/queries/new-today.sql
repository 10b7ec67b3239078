-- What is new, by source: articles first seen in the last days, with their newest headline.
-- :days = 1  How many days back
SELECT source, count(*) AS articles, max(dated_at) AS newest,
  (SELECT n.title FROM articles n WHERE n.source = a.source ORDER BY n.dated_at DESC, n.id DESC LIMIT 1) AS newest_title
FROM articles a
WHERE first_seen_at >= strftime('%Y-%m-%dT%H:%M:%SZ', 'now', '-' || :days || ' days')
GROUP BY +source
ORDER BY articles DESC, source;
