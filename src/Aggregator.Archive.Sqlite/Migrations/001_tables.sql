-- The base tables. They are ours and may change; the views of 003 are what users rely on.
-- Dates are ISO 8601 UTC text (2023-07-13T08:00:00Z); lists are JSON arrays, null when empty.

CREATE TABLE feed(
  id INTEGER PRIMARY KEY AUTOINCREMENT,
  url TEXT NOT NULL UNIQUE,                     -- as the list gives it
  title TEXT, group_name TEXT, tags TEXT,       -- the operator's
  enabled INTEGER NOT NULL DEFAULT 1, listed INTEGER NOT NULL DEFAULT 1,
  list_language TEXT, list_every_s INTEGER,     -- the operator's too
  own_title TEXT, site_url TEXT, format TEXT, own_language TEXT,   -- what the last complete answer said
  last_polled_at TEXT, last_success_at TEXT, last_new_at TEXT,
  next_poll_at TEXT, next_poll_reason TEXT, interval_s INTEGER, retry_after TEXT,
  failures INTEGER NOT NULL DEFAULT 0, gone INTEGER NOT NULL DEFAULT 0, last_error TEXT,
  last_duration_ms INTEGER,
  validators_url TEXT, etag TEXT, last_modified TEXT, body_hash INTEGER,
  articles INTEGER NOT NULL DEFAULT 0           -- distinct articles sighted here
) STRICT;
CREATE INDEX feed_due ON feed(next_poll_at) WHERE listed = 1 AND enabled = 1;

CREATE TABLE feed_url(
  feed_id INTEGER NOT NULL REFERENCES feed(id), url TEXT NOT NULL,
  from_at TEXT NOT NULL, until_at TEXT, reason TEXT NOT NULL CHECK(reason IN ('configured', 'moved')),
  PRIMARY KEY(feed_id, url, from_at)) STRICT, WITHOUT ROWID;
CREATE INDEX feed_url_url ON feed_url(url);

CREATE TABLE source(
  id INTEGER PRIMARY KEY AUTOINCREMENT,
  name TEXT NOT NULL, domain TEXT, url TEXT,
  articles INTEGER NOT NULL DEFAULT 0, first_seen_at TEXT, last_seen_at TEXT) STRICT;
CREATE UNIQUE INDEX source_name ON source(name, coalesce(domain, ''));

-- One publication at one address. An id is never used twice: the search watermark counts on it. References are checked at the commit: checked
-- at once, with the trigger below, they would make SQLite copy every page that an INSERT touches (a statement journal).
CREATE TABLE article(
  id INTEGER PRIMARY KEY AUTOINCREMENT,
  feed_id INTEGER NOT NULL REFERENCES feed(id) DEFERRABLE INITIALLY DEFERRED,      -- the feed of the first sighting
  owner_feed_id INTEGER REFERENCES feed(id) DEFERRABLE INITIALLY DEFERRED,         -- the feed whose text it has; null when feed_id
  source_id INTEGER NOT NULL REFERENCES source(id) DEFERRABLE INITIALLY DEFERRED,
  dated_at TEXT NOT NULL, first_seen_at TEXT NOT NULL, last_seen_at TEXT NOT NULL,
  duplicate_of INTEGER, duplicate_kind TEXT, story_id INTEGER,
  revisions INTEGER NOT NULL DEFAULT 1,                    -- the number of the current revision
  text_key INTEGER, text_length INTEGER NOT NULL DEFAULT 0, word_count INTEGER NOT NULL DEFAULT 0,   -- length in UTF-16 units
  language TEXT, source TEXT NOT NULL, source_domain TEXT,
  published_at TEXT, published_precision TEXT, published_from TEXT, published_raw TEXT, published_offset TEXT, date_flags TEXT,
  updated_at TEXT,
  owner_differs INTEGER NOT NULL DEFAULT 0, owner_published_at TEXT,   -- the owner feed's claim now, when it is not published_at
  revised_at TEXT, revision_kind TEXT, revision_changed TEXT,          -- of the current revision; null for number 1
  title TEXT, subtitle TEXT, author TEXT, guid TEXT,
  url TEXT, canonical_url TEXT,                            -- null when equal to url
  image_url TEXT, image_credit TEXT, flags TEXT) STRICT;
CREATE INDEX article_dated ON article(dated_at);
CREATE INDEX article_first_seen ON article(first_seen_at);
CREATE INDEX article_source ON article(source, dated_at);
CREATE INDEX article_source_domain ON article(source_domain, dated_at) WHERE source_domain IS NOT NULL;
CREATE INDEX article_source_id ON article(source_id);
CREATE INDEX article_feed ON article(feed_id, dated_at);
CREATE INDEX article_text_key ON article(text_key) WHERE text_key IS NOT NULL;
CREATE INDEX article_duplicate ON article(duplicate_of) WHERE duplicate_of IS NOT NULL;
CREATE INDEX article_story ON article(story_id) WHERE story_id IS NOT NULL;

-- Big columns in tables of their own, so that counting and grouping never touch them.
CREATE TABLE article_body(article_id INTEGER PRIMARY KEY REFERENCES article(id), summary TEXT, text TEXT) STRICT;
CREATE TABLE article_html(article_id INTEGER PRIMARY KEY REFERENCES article(id), html TEXT NOT NULL) STRICT;

-- Keys under which an article is found again. Two articles under one key exist only with recorded evidence.
CREATE TABLE identity(
  kind INTEGER NOT NULL, key INTEGER NOT NULL, ordinal INTEGER NOT NULL,
  article_id INTEGER NOT NULL REFERENCES article(id), evidence TEXT,
  CHECK(ordinal = 0 OR evidence IS NOT NULL),
  PRIMARY KEY(kind, key, ordinal)) STRICT, WITHOUT ROWID;
CREATE INDEX identity_article ON identity(article_id);

-- Where an article was seen: an item of a feed. own says which of guid (1), url (2), title (4), published_raw (8) are kept here
-- because they are not the article's.
CREATE TABLE sighting(
  feed_id INTEGER NOT NULL REFERENCES feed(id), item_key INTEGER NOT NULL,
  article_id INTEGER NOT NULL REFERENCES article(id),
  content_hash INTEGER NOT NULL, own INTEGER NOT NULL DEFAULT 0, variants INTEGER NOT NULL DEFAULT 0,
  first_seen_at TEXT NOT NULL, last_seen_at TEXT NOT NULL,
  guid TEXT, url TEXT, title TEXT, published_raw TEXT,
  PRIMARY KEY(feed_id, item_key)) STRICT, WITHOUT ROWID;
CREATE INDEX sighting_article ON sighting(article_id);

-- Items beyond the 24th sighting of one article in one feed: known, so that the same answer again changes nothing.
CREATE TABLE sighting_variant(
  feed_id INTEGER NOT NULL REFERENCES feed(id), item_key INTEGER NOT NULL,
  article_id INTEGER NOT NULL REFERENCES article(id), content_hash INTEGER NOT NULL,
  PRIMARY KEY(feed_id, item_key)) STRICT, WITHOUT ROWID;
CREATE INDEX sighting_variant_article ON sighting_variant(article_id);

-- Claims beyond the one in the article's own columns. "at" is null when the text is no date.
CREATE TABLE date_claim(
  article_id INTEGER NOT NULL REFERENCES article(id), number INTEGER NOT NULL,
  claimed_from TEXT NOT NULL, raw TEXT, at TEXT, precision TEXT, flags TEXT,
  PRIMARY KEY(article_id, number)) STRICT, WITHOUT ROWID;

-- Texts that were replaced: numbers 1 to article.revisions - 1. same says which of summary (1), text (2), html (4) are those of the next number.
CREATE TABLE revision(
  article_id INTEGER NOT NULL REFERENCES article(id), number INTEGER NOT NULL,
  kind TEXT NOT NULL CHECK(kind IN ('feed', 'page', 'rules')), seen_at TEXT NOT NULL, changed TEXT,
  title TEXT, subtitle TEXT, author TEXT, published_at TEXT, same INTEGER NOT NULL DEFAULT 0,
  summary TEXT, text TEXT, html TEXT,
  PRIMARY KEY(article_id, number)) STRICT, WITHOUT ROWID;

CREATE TABLE author(
  article_id INTEGER NOT NULL REFERENCES article(id), number INTEGER NOT NULL, name TEXT, email TEXT, url TEXT,
  PRIMARY KEY(article_id, number)) STRICT, WITHOUT ROWID;
CREATE TABLE category(
  article_id INTEGER NOT NULL REFERENCES article(id), number INTEGER NOT NULL, term TEXT NOT NULL, scheme TEXT,
  PRIMARY KEY(article_id, number)) STRICT, WITHOUT ROWID;
CREATE TABLE enclosure(
  article_id INTEGER NOT NULL REFERENCES article(id), number INTEGER NOT NULL, url TEXT NOT NULL, type TEXT, length INTEGER, duration_s REAL,
  PRIMARY KEY(article_id, number)) STRICT, WITHOUT ROWID;
CREATE TABLE cleanup(
  article_id INTEGER NOT NULL REFERENCES article(id), number INTEGER NOT NULL,
  field TEXT NOT NULL, position INTEGER NOT NULL, rule TEXT NOT NULL, removed TEXT, inserted TEXT,
  PRIMARY KEY(article_id, number)) STRICT, WITHOUT ROWID;

-- Relations between articles and whole pages: filled by later work, present so that the views have their types.
CREATE TABLE duplicate(
  article_id INTEGER PRIMARY KEY REFERENCES article(id), original_id INTEGER NOT NULL,
  kind TEXT NOT NULL CHECK(kind IN ('copy', 'near-copy', 'update')), score REAL, evidence TEXT, decided_at TEXT NOT NULL) STRICT;
CREATE TABLE story(
  id INTEGER PRIMARY KEY, title TEXT, first_published_at TEXT, last_published_at TEXT,
  articles INTEGER NOT NULL DEFAULT 0, sources INTEGER NOT NULL DEFAULT 0) STRICT;
CREATE TABLE page_fetch(
  id INTEGER PRIMARY KEY, article_id INTEGER NOT NULL REFERENCES article(id),
  url TEXT NOT NULL, fetched_at TEXT NOT NULL, status INTEGER, outcome TEXT NOT NULL, error TEXT) STRICT;
CREATE INDEX page_fetch_article ON page_fetch(article_id);

CREATE TABLE fetch(
  id INTEGER PRIMARY KEY AUTOINCREMENT,
  feed_id INTEGER NOT NULL REFERENCES feed(id),
  started_at TEXT NOT NULL, duration_ms INTEGER NOT NULL, status INTEGER, outcome TEXT NOT NULL, bytes INTEGER NOT NULL DEFAULT 0,
  items INTEGER NOT NULL DEFAULT 0, new INTEGER NOT NULL DEFAULT 0, revised INTEGER NOT NULL DEFAULT 0, copies INTEGER NOT NULL DEFAULT 0,
  unchanged INTEGER NOT NULL DEFAULT 0, dropped INTEGER NOT NULL DEFAULT 0, dropped_by TEXT, warnings INTEGER NOT NULL DEFAULT 0,
  gap INTEGER, error TEXT, next_poll_at TEXT, next_poll_reason TEXT) STRICT;
CREATE INDEX fetch_feed ON fetch(feed_id, id);
CREATE INDEX fetch_unchanged ON fetch(id) WHERE outcome IN ('unchanged', 'not-modified');
CREATE TABLE fetch_day(
  feed_id INTEGER NOT NULL REFERENCES feed(id), day TEXT NOT NULL,
  polls INTEGER NOT NULL DEFAULT 0, unchanged INTEGER NOT NULL DEFAULT 0, failed INTEGER NOT NULL DEFAULT 0,
  new INTEGER NOT NULL DEFAULT 0, revised INTEGER NOT NULL DEFAULT 0, bytes INTEGER NOT NULL DEFAULT 0,
  PRIMARY KEY(feed_id, day)) STRICT, WITHOUT ROWID;

-- What was deleted on purpose must not come back with the next poll. kind 0 is an item of a feed that had no other key.
CREATE TABLE tombstone(
  kind INTEGER NOT NULL, key INTEGER NOT NULL, feed_id INTEGER NOT NULL DEFAULT 0, deleted_at TEXT NOT NULL,
  PRIMARY KEY(kind, key, feed_id)) STRICT, WITHOUT ROWID;

-- Polls asked for beside a running service.
CREATE TABLE poll_request(
  id INTEGER PRIMARY KEY AUTOINCREMENT, feed_id INTEGER NOT NULL REFERENCES feed(id),
  asked_at TEXT NOT NULL, force INTEGER NOT NULL DEFAULT 0, done_at TEXT, fetch_id INTEGER) STRICT;
CREATE INDEX poll_request_open ON poll_request(id) WHERE done_at IS NULL;

-- Single facts: who polls, the last good feed list.
CREATE TABLE fact(name TEXT PRIMARY KEY, value TEXT) STRICT, WITHOUT ROWID;

-- One row per day of dated_at, always right.
CREATE TABLE article_day(day TEXT PRIMARY KEY, articles INTEGER NOT NULL, unique_articles INTEGER NOT NULL) STRICT, WITHOUT ROWID;
CREATE TRIGGER article_day_new AFTER INSERT ON article BEGIN
  INSERT INTO article_day VALUES (substr(new.dated_at, 1, 10), 1, new.duplicate_of IS NULL)
    ON CONFLICT DO UPDATE SET articles = articles + 1, unique_articles = unique_articles + excluded.unique_articles;
END;
CREATE TRIGGER article_day_gone AFTER DELETE ON article BEGIN
  UPDATE article_day SET articles = articles - 1, unique_articles = unique_articles - (old.duplicate_of IS NULL) WHERE day = substr(old.dated_at, 1, 10);
  DELETE FROM article_day WHERE day = substr(old.dated_at, 1, 10) AND articles = 0;
END;
CREATE TRIGGER article_day_moved AFTER UPDATE OF dated_at, duplicate_of ON article
  WHEN substr(old.dated_at, 1, 10) <> substr(new.dated_at, 1, 10) OR (old.duplicate_of IS NULL) <> (new.duplicate_of IS NULL) BEGIN
  UPDATE article_day SET articles = articles - 1, unique_articles = unique_articles - (old.duplicate_of IS NULL) WHERE day = substr(old.dated_at, 1, 10);
  INSERT INTO article_day VALUES (substr(new.dated_at, 1, 10), 1, new.duplicate_of IS NULL)
    ON CONFLICT DO UPDATE SET articles = articles + 1, unique_articles = unique_articles + excluded.unique_articles;
  DELETE FROM article_day WHERE day = substr(old.dated_at, 1, 10) AND articles = 0;
END;
