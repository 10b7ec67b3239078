-- Sources that went quiet: they published before, and nothing for some days.
-- :days = 14  For how many days nothing came
-- :least = 5  How many articles a source must have
SELECT name, domain, articles, last_seen_at, CAST(julianday('now') - julianday(last_seen_at) AS INTEGER) AS days
FROM sources
WHERE articles >= :least AND last_seen_at < strftime('%Y-%m-%dT%H:%M:%SZ', 'now', '-' || :days || ' days')
ORDER BY last_seen_at DESC;
