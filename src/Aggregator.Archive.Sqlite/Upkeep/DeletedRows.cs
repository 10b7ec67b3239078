using Aggregator.Archive.Sqlite.Archiving;

namespace Aggregator.Archive.Sqlite.Upkeep;

/// <summary>Deletes articles with everything that hangs on them, keeps the counts, and sets the tombstones, in the open transaction.</summary>
internal sealed class DeletedRows(Statements statements)
{
    private readonly Statement _find = statements.Prepare("SELECT source_id FROM article WHERE id = ?1");
    private readonly Statement _buryKeys = statements.Prepare(
        "INSERT INTO tombstone(kind, key, deleted_at) SELECT kind, key, ?2 FROM identity WHERE article_id = ?1 ON CONFLICT DO UPDATE SET deleted_at = excluded.deleted_at");

    private readonly Statement _buryItems = statements.Prepare("""
        INSERT INTO tombstone(kind, key, feed_id, deleted_at) SELECT 0, item_key, feed_id, ?2 FROM sighting WHERE article_id = ?1
        UNION ALL SELECT 0, item_key, feed_id, ?2 FROM sighting_variant WHERE article_id = ?1
        ON CONFLICT DO UPDATE SET deleted_at = excluded.deleted_at
        """);

    private readonly Statement _uncount = statements.Prepare(
        "UPDATE feed SET articles = articles - 1 WHERE id IN (SELECT DISTINCT feed_id FROM sighting WHERE article_id = ?1)");

    // A key's ordinals have no gap: the next holder gets the next number.
    private readonly Statement _keys = statements.Prepare("SELECT kind, key, ordinal FROM identity WHERE article_id = ?1");
    private readonly Statement _closeGap = statements.Prepare("UPDATE identity SET ordinal = ordinal - 1 WHERE kind = ?1 AND key = ?2 AND ordinal = ?3");

    // The body goes first: its trigger takes the article's words out of the index while they are all still there.
    private readonly Statement[] _deletes =
    [
        .. new[]
        {
            "article_body", "article_html", "article_grams", "identity", "sighting", "sighting_variant", "date_claim", "revision", "author", "category",
            "enclosure", "cleanup", "duplicate", "page_fetch",
        }.Select(table => statements.Prepare($"DELETE FROM {table} WHERE article_id = ?1")),
    ];

    // Its copies are no longer copies of anything that is here; redoing the relation finds them another original.
    private readonly Statement _freeCopies = statements.Prepare("UPDATE article SET duplicate_of = NULL, duplicate_kind = NULL WHERE duplicate_of = ?1");
    private readonly Statement _freeRelation = statements.Prepare("DELETE FROM duplicate WHERE original_id = ?1");
    private readonly Statement _delete = statements.Prepare("DELETE FROM article WHERE id = ?1");

    private readonly Statement _recount = statements.Prepare("""
        UPDATE source SET articles = (SELECT count(*) FROM article WHERE source_id = ?1),
          first_seen_at = (SELECT min(first_seen_at) FROM article WHERE source_id = ?1), last_seen_at = (SELECT max(last_seen_at) FROM article WHERE source_id = ?1)
        WHERE id = ?1
        """);

    public int Delete(IReadOnlyList<long> ids, DateTimeOffset at)
    {
        var (deleted, sources) = (0, new HashSet<long>());
        foreach (var id in ids)
        {
            if (_find.With(id).First(row => row.LongOrNull(0)) is not { } source) continue;
            Delete(id, Stamp.Text(at));
            sources.Add(source);
            deleted++;
        }

        foreach (var source in sources) _recount.With(source).Run();
        return deleted;
    }

    private void Delete(long id, string at)
    {
        _buryKeys.With(id).With(at).Run();
        _buryItems.With(id).With(at).Run();
        _uncount.With(id).Run();
        var keys = new List<(long Kind, long Key, long Ordinal)>();
        _keys.With(id).Each(row => keys.Add((row.Long(0), row.Long(1), row.Long(2))));
        foreach (var delete in _deletes) delete.With(id).Run();
        foreach (var (kind, key, ordinal) in keys)
            for (var next = ordinal + 1; _closeGap.With(kind).With(key).With(next).Run() > 0; next++) { }
        _freeCopies.With(id).Run();
        _freeRelation.With(id).Run();
        _delete.With(id).Run();
    }
}
