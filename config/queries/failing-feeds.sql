-- Feeds that fail, longest first, and why.
SELECT id, url, failures, last_success_at, last_error, next_poll_at
FROM feeds
WHERE listed AND enabled AND health IN ('failing', 'gone')
ORDER BY last_success_at IS NOT NULL, last_success_at, failures DESC, id;
