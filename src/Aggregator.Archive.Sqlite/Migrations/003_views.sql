-- What users query: docs/sql.md explains every column. Columns may be added, never changed or removed.
-- CAST gives an expression's column its declared type, which some tools ask for.
-- No JOIN in articles: SQLite would keep it in an aggregate, and count(*) would take seconds.

CREATE VIEW articles AS SELECT
  a.id AS id, a.url AS url, CAST(coalesce(a.canonical_url, a.url) AS TEXT) AS canonical_url, a.title AS title, a.subtitle AS subtitle, a.author AS author,
  a.source AS source, a.source_id AS source_id, a.source_domain AS source_domain, a.feed_id AS feed_id, a.guid AS guid,
  a.published_at AS published_at, a.published_precision AS published_precision, a.published_from AS published_from,
  a.published_raw AS published_raw, a.published_offset AS published_offset, CAST(coalesce(a.date_flags, '[]') AS TEXT) AS date_flags,
  a.updated_at AS updated_at, a.first_seen_at AS first_seen_at, a.last_seen_at AS last_seen_at, a.dated_at AS dated_at,
  a.language AS language, a.word_count AS word_count, a.image_url AS image_url, a.image_credit AS image_credit,
  a.duplicate_of AS duplicate_of, a.duplicate_kind AS duplicate_kind, a.story_id AS story_id,
  a.revisions AS revisions, CAST(coalesce(a.flags, '[]') AS TEXT) AS flags,
  (SELECT b.summary FROM article_body b WHERE b.article_id = a.id) AS summary,
  (SELECT b.text FROM article_body b WHERE b.article_id = a.id) AS text,
  (SELECT h.html FROM article_html h WHERE h.article_id = a.id) AS html
  FROM article a;

CREATE VIEW unique_articles AS SELECT * FROM articles WHERE duplicate_of IS NULL;

CREATE VIEW sightings AS SELECT
  s.article_id AS article_id, s.feed_id AS feed_id,
  CAST(CASE WHEN s.own & 1 THEN s.guid ELSE (SELECT a.guid FROM article a WHERE a.id = s.article_id) END AS TEXT) AS guid,
  CAST(CASE WHEN s.own & 2 THEN s.url ELSE (SELECT a.url FROM article a WHERE a.id = s.article_id) END AS TEXT) AS url,
  CAST(CASE WHEN s.own & 4 THEN s.title ELSE (SELECT a.title FROM article a WHERE a.id = s.article_id) END AS TEXT) AS title,
  CAST(CASE WHEN s.own & 8 THEN s.published_raw ELSE (SELECT a.published_raw FROM article a WHERE a.id = s.article_id) END AS TEXT) AS published_raw,
  s.variants AS variants, s.first_seen_at AS first_seen_at, s.last_seen_at AS last_seen_at
  FROM sighting s;

CREATE VIEW date_claims AS
  SELECT a.id AS article_id, a.published_from AS claimed_from, a.published_raw AS raw, a.published_at AS at,
    a.published_precision AS precision, CAST(coalesce(a.date_flags, '[]') AS TEXT) AS flags
    FROM article a WHERE a.published_from IS NOT NULL
  UNION ALL
  SELECT c.article_id, c.claimed_from, c.raw, c.at, c.precision, CAST(coalesce(c.flags, '[]') AS TEXT) FROM date_claim c;

CREATE VIEW revisions AS
  SELECT r.article_id AS article_id, r.number AS number, r.kind AS kind, r.seen_at AS seen_at, CAST(coalesce(r.changed, '[]') AS TEXT) AS changed,
    r.title AS title, r.subtitle AS subtitle, r.author AS author, r.published_at AS published_at,
    CASE WHEN r.same & 1 = 0 THEN r.summary
      WHEN EXISTS (SELECT 1 FROM revision n WHERE n.article_id = r.article_id AND n.number > r.number AND n.same & 1 = 0)
      THEN (SELECT n.summary FROM revision n WHERE n.article_id = r.article_id AND n.number > r.number AND n.same & 1 = 0 ORDER BY n.number LIMIT 1)
      ELSE (SELECT b.summary FROM article_body b WHERE b.article_id = r.article_id) END AS summary,
    CASE WHEN r.same & 2 = 0 THEN r.text
      WHEN EXISTS (SELECT 1 FROM revision n WHERE n.article_id = r.article_id AND n.number > r.number AND n.same & 2 = 0)
      THEN (SELECT n.text FROM revision n WHERE n.article_id = r.article_id AND n.number > r.number AND n.same & 2 = 0 ORDER BY n.number LIMIT 1)
      ELSE (SELECT b.text FROM article_body b WHERE b.article_id = r.article_id) END AS text,
    CASE WHEN r.same & 4 = 0 THEN r.html
      WHEN EXISTS (SELECT 1 FROM revision n WHERE n.article_id = r.article_id AND n.number > r.number AND n.same & 4 = 0)
      THEN (SELECT n.html FROM revision n WHERE n.article_id = r.article_id AND n.number > r.number AND n.same & 4 = 0 ORDER BY n.number LIMIT 1)
      ELSE (SELECT h.html FROM article_html h WHERE h.article_id = r.article_id) END AS html
    FROM revision r
  UNION ALL
  SELECT a.id, a.revisions, CAST(coalesce(a.revision_kind, 'feed') AS TEXT), CAST(coalesce(a.revised_at, a.first_seen_at) AS TEXT),
    CAST(coalesce(a.revision_changed, '[]') AS TEXT),
    a.title, a.subtitle, a.author, CASE WHEN a.owner_differs THEN a.owner_published_at ELSE a.published_at END,
    (SELECT b.summary FROM article_body b WHERE b.article_id = a.id),
    (SELECT b.text FROM article_body b WHERE b.article_id = a.id),
    (SELECT h.html FROM article_html h WHERE h.article_id = a.id)
    FROM article a;

CREATE VIEW duplicates AS SELECT article_id, original_id, kind, score, evidence, decided_at FROM duplicate;

CREATE VIEW stories AS SELECT id, title, first_published_at, last_published_at, articles, sources FROM story;

CREATE VIEW sources AS SELECT id, name, domain, url, articles, first_seen_at, last_seen_at FROM source;

CREATE VIEW feeds AS SELECT
  f.id AS id, f.url AS url, CAST(coalesce(f.title, f.own_title) AS TEXT) AS title, f.site_url AS site_url, f.group_name AS group_name,
  CAST(coalesce(f.tags, '[]') AS TEXT) AS tags, f.enabled AS enabled, f.listed AS listed, f.format AS format,
  CAST(coalesce(f.list_language, f.own_language) AS TEXT) AS language,
  CAST(CASE WHEN f.gone THEN 'gone' WHEN f.failures > 0 THEN 'failing' WHEN f.last_success_at IS NULL THEN 'new'
    WHEN f.last_duration_ms >= 10000 THEN 'slow' ELSE 'ok' END AS TEXT) AS health,
  f.last_polled_at AS last_polled_at, f.last_success_at AS last_success_at, f.last_new_at AS last_new_at,
  f.next_poll_at AS next_poll_at, f.next_poll_reason AS next_poll_reason, f.interval_s AS interval_s,
  f.failures AS failures, f.last_error AS last_error, f.articles AS articles
  FROM feed f;

CREATE VIEW feed_urls AS SELECT feed_id, url, from_at, until_at, reason FROM feed_url;

CREATE VIEW fetches AS SELECT
  id, feed_id, started_at, duration_ms, status, outcome, bytes, items, new, revised, copies, unchanged, dropped,
  CAST(coalesce(dropped_by, '{}') AS TEXT) AS dropped_by, warnings, gap, error, next_poll_at, next_poll_reason FROM fetch;

CREATE VIEW fetch_days AS SELECT feed_id, day, polls, unchanged, failed, new, revised, bytes FROM fetch_day;

CREATE VIEW page_fetches AS SELECT article_id, url, fetched_at, status, outcome, error FROM page_fetch;

CREATE VIEW authors AS SELECT article_id, name, email, url FROM author;

CREATE VIEW categories AS SELECT article_id, term, scheme FROM category;

CREATE VIEW enclosures AS SELECT article_id, url, type, length, duration_s FROM enclosure;

CREATE VIEW cleanups AS SELECT article_id, number, field, position, rule, removed, inserted FROM cleanup;

CREATE VIEW daily AS SELECT day, articles, unique_articles FROM article_day;
