-- Full-text search, filled behind a watermark. Invariant: indexed = the ids up to search_state.upto, minus search_pending.

CREATE TABLE search_state(one INTEGER PRIMARY KEY CHECK(one = 1), upto INTEGER NOT NULL) STRICT;
INSERT INTO search_state VALUES (1, 0);
CREATE TABLE search_pending(article_id INTEGER PRIMARY KEY) STRICT;

-- Two-character grams of scripts that are written without spaces; only articles that have such text have a row.
CREATE TABLE article_grams(article_id INTEGER PRIMARY KEY REFERENCES article(id), grams TEXT NOT NULL) STRICT;

CREATE VIEW search_text AS SELECT
  a.id AS id, a.title AS title, a.subtitle AS subtitle, a.author AS author,
  (SELECT b.text FROM article_body b WHERE b.article_id = a.id) AS text,
  (SELECT g.grams FROM article_grams g WHERE g.article_id = a.id) AS grams
  FROM article a;

CREATE VIRTUAL TABLE article_search USING fts5(
  title, subtitle, author, text, grams, content='search_text', content_rowid='id', tokenize='unicode61 remove_diacritics 2');

-- An indexed article changes: its old words are taken out once, before the change, and it waits for the next slice.
CREATE TRIGGER search_title_changes BEFORE UPDATE OF title, subtitle, author ON article
  WHEN old.id <= (SELECT upto FROM search_state) AND NOT EXISTS (SELECT 1 FROM search_pending WHERE article_id = old.id) BEGIN
  INSERT INTO article_search(article_search, rowid, title, subtitle, author, text, grams)
    SELECT 'delete', id, title, subtitle, author, text, grams FROM search_text WHERE id = old.id;
  INSERT INTO search_pending VALUES (old.id);
END;
CREATE TRIGGER search_text_changes BEFORE UPDATE OF text ON article_body
  WHEN old.article_id <= (SELECT upto FROM search_state) AND NOT EXISTS (SELECT 1 FROM search_pending WHERE article_id = old.article_id) BEGIN
  INSERT INTO article_search(article_search, rowid, title, subtitle, author, text, grams)
    SELECT 'delete', id, title, subtitle, author, text, grams FROM search_text WHERE id = old.article_id;
  INSERT INTO search_pending VALUES (old.article_id);
END;
-- Deleting starts with the body (see the order in Deleting), while the article's words are all still there.
CREATE TRIGGER search_body_goes BEFORE DELETE ON article_body
  WHEN old.article_id <= (SELECT upto FROM search_state) AND NOT EXISTS (SELECT 1 FROM search_pending WHERE article_id = old.article_id) BEGIN
  INSERT INTO article_search(article_search, rowid, title, subtitle, author, text, grams)
    SELECT 'delete', id, title, subtitle, author, text, grams FROM search_text WHERE id = old.article_id;
  INSERT INTO search_pending VALUES (old.article_id);
END;
CREATE TRIGGER search_article_goes AFTER DELETE ON article BEGIN
  DELETE FROM search_pending WHERE article_id = old.id;
END;
