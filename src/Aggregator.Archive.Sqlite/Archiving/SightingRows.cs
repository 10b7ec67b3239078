using Aggregator.Pipeline.Normalizing;

namespace Aggregator.Archive.Sqlite.Archiving;

/// <summary>Where articles were seen: one row for each item of a feed, at most 24 of one article in one feed.</summary>
internal sealed class SightingRows(Statements statements)
{
    /// <summary>Sightings of one article in one feed; after that the newest is overwritten and its <c>variants</c> counts.</summary>
    public const int Most = 24;

    // Beyond the most, keys alone are kept, so that the same answer again changes nothing; and those too have an end.
    private const int MostVariants = 1000;

    private const int OwnGuid = 1, OwnUrl = 2, OwnTitle = 4, OwnRaw = 8;

    private readonly Statement _find = statements.Prepare("SELECT article_id FROM sighting WHERE feed_id = ?1 AND item_key = ?2");
    private readonly Statement _findVariant = statements.Prepare("SELECT article_id FROM sighting_variant WHERE feed_id = ?1 AND item_key = ?2");
    private readonly Statement _here = statements.Prepare("SELECT count(*) FROM sighting WHERE article_id = ?1 AND feed_id = ?2");

    private readonly Statement _insert = statements.Prepare("""
        INSERT INTO sighting(feed_id, item_key, article_id, content_hash, own, first_seen_at, last_seen_at, guid, url, title, published_raw)
        VALUES (?1, ?2, ?3, ?4, ?5, ?6, ?6, ?7, ?8, ?9, ?10) ON CONFLICT DO NOTHING
        """);

    private readonly Statement _update = statements.Prepare("""
        UPDATE sighting SET content_hash = ?3, own = ?4, guid = ?5, url = ?6, title = ?7, published_raw = ?8, last_seen_at = ?9
        WHERE feed_id = ?1 AND item_key = ?2
        """);

    private readonly Statement _newest = statements.Prepare("""
        SELECT item_key, content_hash FROM sighting WHERE article_id = ?1 AND feed_id = ?2 ORDER BY variants DESC, first_seen_at DESC, item_key DESC LIMIT 1
        """);

    private readonly Statement _overwrite = statements.Prepare("""
        UPDATE sighting SET item_key = ?3, content_hash = ?4, own = ?5, guid = ?6, url = ?7, title = ?8, published_raw = ?9,
          first_seen_at = ?10, last_seen_at = ?10, variants = variants + 1
        WHERE feed_id = ?1 AND item_key = ?2
        """);

    private readonly Statement _keepVariant = statements.Prepare("""
        INSERT INTO sighting_variant(feed_id, item_key, article_id, content_hash) SELECT ?1, ?2, ?3, ?4
        WHERE (SELECT count(*) FROM sighting_variant WHERE article_id = ?3 AND feed_id = ?1) < ?5 ON CONFLICT DO NOTHING
        """);

    private readonly Statement _updateVariant = statements.Prepare("UPDATE sighting_variant SET content_hash = ?3 WHERE feed_id = ?1 AND item_key = ?2");

    private readonly Statement _seen = statements.Prepare(
        "UPDATE sighting SET last_seen_at = ?3 WHERE feed_id = ?1 AND item_key = ?2 AND last_seen_at <= ?4");

    private readonly Statement _keepTitle = statements.Prepare(
        "UPDATE sighting SET title = ?2, own = own | 4 WHERE article_id = ?1 AND own & 4 = 0");

    private readonly Statement _keepRaw = statements.Prepare(
        "UPDATE sighting SET published_raw = ?2, own = own | 8 WHERE article_id = ?1 AND own & 8 = 0");

    /// <summary>The first sighting of a new article: everything is the article's.</summary>
    /// <returns>False when the feed has a sighting under this key already.</returns>
    public bool AddFirst(long feedId, long articleId, Article item, string seenAt) =>
        _insert.With(feedId).With(item.ItemKey).With(articleId).With(item.ContentHash).With(0L).With(seenAt)
            .With((string?)null).With((string?)null).With((string?)null).With((string?)null).Run() == 1;

    /// <summary>Stores what the feed gives of the article now: a new sighting, or the known one with what it says now.</summary>
    /// <returns>What came of it.</returns>
    public Sighted Write(long feedId, StoredArticle article, Article item, string seenAt)
    {
        if (_find.With(feedId).With(item.ItemKey).First(row => row.LongOrNull(0)) is not null)
        {
            Values(_update.With(feedId).With(item.ItemKey).With(item.ContentHash), article, item).With(seenAt).Run();
            return Sighted.Before;
        }

        if (_findVariant.With(feedId).With(item.ItemKey).First(row => row.LongOrNull(0)) is not null)
        {
            _updateVariant.With(feedId).With(item.ItemKey).With(item.ContentHash).Run();
            return Sighted.Before;
        }

        var here = _here.With(article.Id).With(feedId).First(row => row.Long(0));
        if (here >= Most)
        {
            Overwrite(feedId, article, item, seenAt);
            return Sighted.Again;
        }

        Values(_insert.With(feedId).With(item.ItemKey).With(article.Id).With(item.ContentHash), article, item, seenAt).Run();
        return here == 0 ? Sighted.FirstTimeHere : Sighted.Again;
    }

    /// <summary>Notes that the item was seen, unless it was noted less than a day before.</summary>
    public void Seen(long feedId, long itemKey, DateTimeOffset at) =>
        _seen.With(feedId).With(itemKey).With(Stamp.Text(at)).With(Stamp.Text(at.AddDays(-1))).Run();

    /// <summary>The article's title is about to change: sightings that had the old one keep it.</summary>
    public void KeepTitle(long articleId, string? title) => _keepTitle.With(articleId).With(title).Run();

    /// <summary>Likewise for the text of its date.</summary>
    public void KeepRaw(long articleId, string? raw) => _keepRaw.With(articleId).With(raw).Run();

    private void Overwrite(long feedId, StoredArticle article, Article item, string seenAt)
    {
        var (key, hash) = _newest.With(article.Id).With(feedId).First(row => (row.Long(0), row.Long(1)));
        _keepVariant.With(feedId).With(key).With(article.Id).With(hash).With(MostVariants).Run();
        Values(_overwrite.With(feedId).With(key).With(item.ItemKey).With(item.ContentHash), article, item).With(seenAt).Run();
    }

    private static Statement Values(Statement statement, StoredArticle article, Article item, string? seenAt = null)
    {
        var raw = ArticleRows.BestClaim(item)?.Raw;
        var own = (item.Guid == article.Guid ? 0 : OwnGuid) | (item.Url == article.Url ? 0 : OwnUrl)
            | (item.Title == article.Text.Title ? 0 : OwnTitle) | (raw == article.PublishedRaw ? 0 : OwnRaw);
        statement.With(own);
        if (seenAt is not null) statement.With(seenAt);
        return statement.With((own & OwnGuid) == 0 ? null : item.Guid).With((own & OwnUrl) == 0 ? null : item.Url)
            .With((own & OwnTitle) == 0 ? null : item.Title).With((own & OwnRaw) == 0 ? null : raw);
    }
}

/// <summary>What a sighting was.</summary>
internal enum Sighted
{
    /// <summary>The item was known.</summary>
    Before,

    /// <summary>Another item of this feed for an article that it had sighted.</summary>
    Again,

    /// <summary>The feed's first sighting of the article.</summary>
    FirstTimeHere,
}
