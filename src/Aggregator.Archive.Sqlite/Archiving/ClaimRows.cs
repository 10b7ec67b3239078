using Aggregator.Feeds;
using Aggregator.Pipeline.Normalizing;

namespace Aggregator.Archive.Sqlite.Archiving;

/// <summary>
/// Every date that anybody claimed for an article. The first lives in the article's own columns, further ones in rows. A claim is an instant
/// with its precision: the same instant spelled otherwise is no other claim; an unreadable one is its text.
/// </summary>
internal sealed class ClaimRows(Statements statements)
{
    // A feed that claims another date on every poll must not grow the archive for ever.
    private const int Most = 100;

    private readonly Statement _insert = statements.Prepare(
        "INSERT INTO date_claim(article_id, number, claimed_from, raw, at, precision, flags) VALUES (?1, ?2, ?3, ?4, ?5, ?6, ?7)");

    private readonly Statement _known = statements.Prepare("SELECT at, precision, raw FROM date_claim WHERE article_id = ?1 ORDER BY number");

    private readonly Statement _publish = statements.Prepare("""
        UPDATE article SET published_at = ?2, published_precision = ?3, published_from = ?4, published_raw = ?5, published_offset = ?6, date_flags = ?7,
          dated_at = ?8, owner_differs = 1
        WHERE id = ?1
        """);

    /// <summary>The claims of a new article that are not in its own columns.</summary>
    public void AddFirst(long id, Article article)
    {
        if (article.Claims.Count == 0) return;
        var keys = new HashSet<string>(StringComparer.Ordinal);
        if (ArticleRows.BestClaim(article) is { } best) keys.Add(Key(best));
        Add(id, article.Claims, keys, 0);
    }

    /// <summary>The claims of a further sighting or a change that the archive does not have yet.</summary>
    public void AddMore(StoredArticle stored, Article article)
    {
        if (article.Claims.Count == 0 && article.Published is null) return;
        var keys = new HashSet<string>(StringComparer.Ordinal);
        if (stored.PublishedFrom is not null) keys.Add(Key(Stamp.Text(stored.PublishedAt), stored.PublishedPrecision, stored.PublishedRaw));
        var number = 0;
        _known.With(stored.Id).Each(row =>
        {
            keys.Add(Key(row.Text(0), row.Text(1), row.Text(2)));
            number++;
        });
        Add(stored.Id, article.Published is { } best ? article.Claims.Prepend(best) : article.Claims, keys, number);
    }

    /// <summary>Gives an article that had no date of publication the one that is claimed now; its owner feed has claimed none.</summary>
    public void Publish(StoredArticle stored, Article article)
    {
        if (stored.PublishedAt is not null || article.Published is not { } claim) return;
        if (stored.PublishedFrom is not null)
        {
            var number = 0;
            _known.With(stored.Id).Each(_ => number++);
            _insert.With(stored.Id).With(number + 1).With(stored.PublishedFrom).With(stored.PublishedRaw)
                .With((string?)null).With((string?)null).With(stored.DateFlags).Run();
        }

        _publish.With(stored.Id).With(Stamp.Text(claim.At)).With(DateWords.Of(claim.Precision)).With(claim.From).With(claim.Raw)
            .With(DateWords.Offset(claim.Offset)).With(DateWords.Of(claim.Flags))
            .With(Stamp.Text(ArticleRows.DatedAt(claim.At, stored.FirstSeenAt))).Run();
    }

    private void Add(long id, IEnumerable<FeedDate> claims, HashSet<string> keys, int number)
    {
        foreach (var claim in claims)
        {
            if (number >= Most || !keys.Add(Key(claim))) continue;
            _insert.With(id).With(++number).With(claim.From).With(claim.Raw).With(Stamp.Text(claim.At))
                .With(claim.At is null ? null : DateWords.Of(claim.Precision)).With(DateWords.Of(claim.Flags)).Run();
        }
    }

    private static string Key(FeedDate date) => Key(Stamp.Text(date.At), DateWords.Of(date.Precision), date.Raw);

    private static string Key(string? at, string? precision, string? raw) => at is null ? $"raw {raw}" : $"{at} {precision}";
}
