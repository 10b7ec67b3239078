using Aggregator.Feeds;
using Aggregator.Pipeline.Deduplicating;
using Aggregator.Pipeline.Normalizing;

namespace Aggregator.Archive.Sqlite.Archiving;

/// <summary>The row of an article, its body and its markup.</summary>
internal sealed class ArticleRows(Statements statements)
{
    // OR ROLLBACK: a batch that fails is undone whole anyway, and SQLite need not prepare to undo this row alone.
    private readonly Statement _insert = statements.Prepare("""
        INSERT OR ROLLBACK INTO article(feed_id, source_id, dated_at, first_seen_at, last_seen_at, text_key, text_length, word_count, language,
          source, source_domain, published_at, published_precision, published_from, published_raw, published_offset, date_flags, updated_at,
          title, subtitle, author, guid, url, canonical_url, image_url, image_credit, flags)
        VALUES (?1, ?2, ?3, ?4, ?4, ?5, ?6, ?7, ?8, ?9, ?10, ?11, ?12, ?13, ?14, ?15, ?16, ?17, ?18, ?19, ?20, ?21, ?22, ?23, ?24, ?25, ?26)
        """);

    private readonly Statement _insertBody = statements.Prepare("INSERT INTO article_body(article_id, summary, text) VALUES (?1, ?2, ?3)");
    private readonly Statement _insertHtml = statements.Prepare("INSERT INTO article_html(article_id, html) VALUES (?1, ?2)");

    private readonly Statement _current = statements.Prepare(Select("""
        (SELECT b.summary FROM article_body b WHERE b.article_id = a.id), (SELECT b.text FROM article_body b WHERE b.article_id = a.id),
        (SELECT h.html FROM article_html h WHERE h.article_id = a.id)
        """));

    private readonly Statement _withoutBody = statements.Prepare(Select("NULL, NULL, NULL"));

    private readonly Statement _seen = statements.Prepare(
        "UPDATE article SET last_seen_at = ?2 WHERE id = ?1 AND last_seen_at <= ?3 RETURNING source_id");

    public KnownText TextOf(long id) => Current(id).Text;

    /// <summary>The article as it stands.</summary>
    public StoredArticle Current(long id) => Stored(_current, id);

    /// <summary>The article as it stands but for its body: summary, text and markup are null.</summary>
    public StoredArticle WithoutBody(long id) => Stored(_withoutBody, id);

    /// <returns>The new article's id.</returns>
    public long Insert(long feedId, long sourceId, Article article, string seenAt, string datedAt)
    {
        var best = BestClaim(article);
        var id = _insert.With(feedId).With(sourceId).With(datedAt).With(seenAt)
            .With(article.TextKey).With(article.Text?.Length ?? 0).With(article.WordCount).With(article.Language)
            .With(article.Source).With(article.SourceDomain)
            .With(Stamp.Text(best?.At)).With(best?.At is null ? null : DateWords.Of(best.Precision)).With(best?.From)
            .With(best?.Raw).With(DateWords.Offset(best?.Offset)).With(best is null ? null : DateWords.Of(best.Flags))
            .With(Stamp.Text(article.UpdatedAt))
            .With(article.Title).With(article.Subtitle).With(article.Author).With(article.Guid)
            .With(article.Url).With(article.CanonicalUrl == article.Url ? null : article.CanonicalUrl)
            .With(article.ImageUrl).With(article.ImageCredit).With(ArchiveJson.List(article.Flags))
            .Insert();
        _insertBody.With(id).With(article.Summary).With(article.Text).Run();
        if (article.Html is not null) _insertHtml.With(id).With(article.Html).Run();
        return id;
    }

    /// <summary>Notes that the article was seen, unless it was noted less than a day before.</summary>
    /// <returns>The article's source; null when nothing was written.</returns>
    public long? Seen(long id, DateTimeOffset at) =>
        _seen.With(id).With(Stamp.Text(at)).With(Stamp.Text(at.AddDays(-1))).First(row => row.LongOrNull(0));

    /// <summary>The claim in the article's own columns: the best readable one, else the first unreadable one, so that its text is not lost.</summary>
    public static FeedDate? BestClaim(Article article) => article.Published ?? article.Claims.FirstOrDefault(c => c.At is null);

    /// <summary>The date that the article counts under: its claim, or when it was first seen if it has none or claims the future.</summary>
    public static DateTimeOffset DatedAt(DateTimeOffset? published, DateTimeOffset firstSeen) =>
        published is { } at && at <= firstSeen.AddHours(24) ? at : firstSeen;

    private static string Select(string body) => $"""
        SELECT a.title, a.subtitle, a.author, CASE WHEN a.owner_differs THEN a.owner_published_at ELSE a.published_at END, a.updated_at,
          {body},
          a.guid, a.url, a.published_raw, a.published_at, a.published_from, a.published_precision, a.date_flags, a.first_seen_at, a.source_id,
          a.revisions, a.revised_at, a.revision_kind, a.revision_changed, coalesce(a.owner_feed_id, a.feed_id)
        FROM article a WHERE a.id = ?1
        """;

    private static StoredArticle Stored(Statement select, long id) => select.With(id).First(row => new StoredArticle(
        id,
        new KnownText(row.Text(0), row.Text(1), row.Text(2), row.TimeOrNull(3), row.TimeOrNull(4), row.Text(5), row.Text(6), row.Text(7)),
        row.Text(8), row.Text(9), row.Text(10), row.TimeOrNull(11), row.Text(12), row.Text(13), row.Text(14), row.Time(15), row.Long(16),
        (int)row.Long(17), row.TimeOrNull(18), row.Text(19), row.Text(20), row.Long(21)))
        ?? throw new ArgumentException($"the archive has no article {id}", nameof(id));
}
