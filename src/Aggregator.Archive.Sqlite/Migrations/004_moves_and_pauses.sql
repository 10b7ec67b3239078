-- Where a feed is polled when the server moved it for good, and hosts that asked to be left alone.

ALTER TABLE feed ADD COLUMN moved_to TEXT;         -- polled there instead of url; null: it is polled where the list says
ALTER TABLE feed ADD COLUMN moving_to TEXT;        -- a move that was seen and is not adopted yet
ALTER TABLE feed ADD COLUMN moving_days TEXT;      -- the days on which it was seen
ALTER TABLE feed ADD COLUMN refused_moves TEXT;    -- addresses never to be adopted: taken back by the operator, or another feed
ALTER TABLE feed ADD COLUMN last_body_at TEXT;     -- since then only "not modified", or partial answers
CREATE UNIQUE INDEX feed_moved_to ON feed(moved_to) WHERE moved_to IS NOT NULL;

CREATE TABLE host_pause(
  host TEXT PRIMARY KEY, from_at TEXT NOT NULL, until_at TEXT NOT NULL, reason TEXT NOT NULL) STRICT, WITHOUT ROWID;

DROP VIEW feeds;
CREATE VIEW feeds AS SELECT
  f.id AS id, f.url AS url, CAST(coalesce(f.title, f.own_title) AS TEXT) AS title, f.site_url AS site_url, f.group_name AS group_name,
  CAST(coalesce(f.tags, '[]') AS TEXT) AS tags, f.enabled AS enabled, f.listed AS listed, f.format AS format,
  CAST(coalesce(f.list_language, f.own_language) AS TEXT) AS language,
  CAST(CASE WHEN f.gone THEN 'gone' WHEN f.failures > 0 THEN 'failing' WHEN f.last_success_at IS NULL THEN 'new'
    WHEN f.last_duration_ms >= 10000 THEN 'slow' ELSE 'ok' END AS TEXT) AS health,
  f.last_polled_at AS last_polled_at, f.last_success_at AS last_success_at, f.last_new_at AS last_new_at,
  f.next_poll_at AS next_poll_at, f.next_poll_reason AS next_poll_reason, f.interval_s AS interval_s,
  f.failures AS failures, f.last_error AS last_error, f.articles AS articles, f.moved_to AS moved_to
  FROM feed f;
