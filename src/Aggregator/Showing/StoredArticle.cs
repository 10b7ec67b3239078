using Aggregator.Archive.Sqlite.Querying;

namespace Aggregator.Showing;

/// <summary>Everything the archive knows about one article, read through the door in a few statements.</summary>
internal sealed record StoredArticle
{
    /// <summary>Columns and values of the view <c>articles</c>, in its order.</summary>
    public required IReadOnlyList<(string Name, object? Value)> Columns { get; init; }

    public required StoredRows Sightings { get; init; }

    public required StoredRows DateClaims { get; init; }

    /// <summary>The original and the copies, with kind, score and evidence.</summary>
    public required StoredRows Relatives { get; init; }

    public required StoredRows Revisions { get; init; }

    public object? this[string column] => Columns.First(c => c.Name == column).Value;

    /// <summary>Null when there is no such article.</summary>
    public static StoredArticle? Read(SqlDoor door, long id, CancellationToken stop)
    {
        var article = StoredRows.Read(door, "SELECT * FROM articles WHERE id = :id", id, stop);
        if (article.Rows.Count == 0)
            return null;
        return new()
        {
            Columns = [.. article.Columns.Zip(article.Rows[0])],
            Sightings = StoredRows.Read(door, """
                SELECT s.first_seen_at, s.last_seen_at, coalesce(f.title, f.url) AS feed, s.published_raw, s.title, s.url, s.guid, s.variants
                FROM sightings s JOIN feeds f ON f.id = s.feed_id WHERE s.article_id = :id ORDER BY s.first_seen_at, s.feed_id
                """, id, stop),
            DateClaims = StoredRows.Read(door, "SELECT claimed_from, raw, at, precision, flags FROM date_claims WHERE article_id = :id", id, stop),
            Relatives = StoredRows.Read(door, """
                SELECT 'copy of' AS relation, a.id, d.kind, d.score, a.dated_at, a.source, a.title, d.evidence
                FROM duplicates d JOIN articles a ON a.id = d.original_id WHERE d.article_id = :id
                UNION ALL
                SELECT 'original of', a.id, d.kind, d.score, a.dated_at, a.source, a.title, d.evidence
                FROM articles a JOIN duplicates d ON d.article_id = a.id WHERE a.duplicate_of = :id
                """, id, stop),
            Revisions = StoredRows.Read(door, """
                SELECT number, kind, seen_at, changed, title, subtitle, author, published_at, summary, text
                FROM revisions WHERE article_id = :id ORDER BY number
                """, id, stop),
        };
    }
}
