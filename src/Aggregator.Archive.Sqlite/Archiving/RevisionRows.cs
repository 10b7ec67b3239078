using System.Text.Json;
using Aggregator.Pipeline.Normalizing;

namespace Aggregator.Archive.Sqlite.Archiving;

/// <summary>
/// Replaces an article's texts by what its owner feed gives now, and keeps the replaced ones as a revision. An article that changes on every
/// poll keeps 24 revisions, then one a day: in between the current one is overwritten.
/// </summary>
internal sealed class RevisionRows(Statements statements)
{
    /// <summary>Revisions before there is at most one a day.</summary>
    public const int Most = 24;

    private const int SameSummary = 1, SameText = 2, SameHtml = 4;

    private readonly Statement _keep = statements.Prepare("""
        INSERT INTO revision(article_id, number, kind, seen_at, changed, title, subtitle, author, published_at, same, summary, text, html)
        VALUES (?1, ?2, ?3, ?4, ?5, ?6, ?7, ?8, ?9, ?10, ?11, ?12, ?13)
        """);

    private readonly Statement _keepSummary = statements.Prepare(
        "UPDATE revision SET summary = ?3, same = same & ~1 WHERE article_id = ?1 AND number = ?2 AND same & 1");

    private readonly Statement _keepText = statements.Prepare(
        "UPDATE revision SET text = ?3, same = same & ~2 WHERE article_id = ?1 AND number = ?2 AND same & 2");

    private readonly Statement _keepHtml = statements.Prepare(
        "UPDATE revision SET html = ?3, same = same & ~4 WHERE article_id = ?1 AND number = ?2 AND same & 4");

    private readonly Statement _titles = statements.Prepare("UPDATE article SET title = ?2, subtitle = ?3, author = ?4 WHERE id = ?1");
    private readonly Statement _summary = statements.Prepare("UPDATE article_body SET summary = ?2 WHERE article_id = ?1");
    private readonly Statement _text = statements.Prepare("UPDATE article_body SET text = ?2 WHERE article_id = ?1");
    private readonly Statement _html = statements.Prepare(
        "INSERT INTO article_html(article_id, html) VALUES (?1, ?2) ON CONFLICT DO UPDATE SET html = excluded.html");

    private readonly Statement _noHtml = statements.Prepare("DELETE FROM article_html WHERE article_id = ?1");

    private readonly Statement _rest = statements.Prepare("""
        UPDATE article SET text_key = ?2, text_length = ?3, word_count = ?4, language = ?5, updated_at = ?6, image_url = ?7, image_credit = ?8, flags = ?9,
          owner_feed_id = nullif(?10, feed_id), owner_differs = ?11 IS NOT published_at, owner_published_at = CASE WHEN ?11 IS NOT published_at THEN ?11 END
        WHERE id = ?1
        """);

    private readonly Statement _number = statements.Prepare(
        "UPDATE article SET revisions = ?2, revised_at = ?3, revision_kind = ?4, revision_changed = ?5 WHERE id = ?1");

    /// <param name="stored">The article as it stood.</param>
    /// <param name="article">What its owner feed gives now.</param>
    /// <param name="owner">The owner from now on.</param>
    /// <param name="changed">Columns of the view <c>revisions</c> that differ; empty: no revision is made.</param>
    /// <param name="kind">What made it: <c>feed</c>, <c>page</c>, <c>rules</c>.</param>
    /// <param name="at">When.</param>
    public void Write(StoredArticle stored, Article article, long owner, IReadOnlyList<string> changed, string kind, DateTimeOffset at)
    {
        if (changed.Count > 0)
        {
            var replace = stored.Revisions >= Most && stored.RevisedAt is { } last && at < last.AddDays(1);
            if (replace) KeepShared(stored, article);
            else Keep(stored, article);
            _number.With(stored.Id).With(replace ? stored.Revisions : stored.Revisions + 1)
                .With(Stamp.Text(replace ? stored.RevisedAt : at)).With(kind)
                .With(ArchiveJson.List(replace ? Union(stored.RevisionChanged, changed) : changed)).Run();
        }

        var old = stored.Text;
        if (article.Title != old.Title || article.Subtitle != old.Subtitle || article.Author != old.Author)
            _titles.With(stored.Id).With(article.Title).With(article.Subtitle).With(article.Author).Run();
        if (article.Summary != old.Summary) _summary.With(stored.Id).With(article.Summary).Run();
        if (article.Text != old.Text) _text.With(stored.Id).With(article.Text).Run();
        if (article.Html != old.Html)
        {
            if (article.Html is null) _noHtml.With(stored.Id).Run();
            else _html.With(stored.Id).With(article.Html).Run();
        }

        _rest.With(stored.Id).With(article.TextKey).With(article.Text?.Length ?? 0).With(article.WordCount).With(article.Language)
            .With(Stamp.Text(article.UpdatedAt)).With(article.ImageUrl).With(article.ImageCredit).With(ArchiveJson.List(article.Flags))
            .With(owner).With(Stamp.Text(article.Published?.At)).Run();
    }

    /// <summary>The columns of the view <c>revisions</c> in which two texts differ, in its order.</summary>
    public static IReadOnlyList<string> Differences(StoredArticle stored, Article article)
    {
        var (old, changed) = (stored.Text, new List<string>());
        if (article.Title != old.Title) changed.Add("title");
        if (article.Subtitle != old.Subtitle) changed.Add("subtitle");
        if (article.Author != old.Author) changed.Add("author");
        if (Stamp.Text(article.Published?.At) != Stamp.Text(old.PublishedAt)) changed.Add("published_at");
        if (article.Summary != old.Summary) changed.Add("summary");
        if (article.Text != old.Text) changed.Add("text");
        if (article.Html != old.Html) changed.Add("html");
        return changed;
    }

    // What the next number has too is stored once, with that.
    private void Keep(StoredArticle stored, Article next)
    {
        var old = stored.Text;
        var same = (old.Summary == next.Summary ? SameSummary : 0) | (old.Text == next.Text ? SameText : 0) | (old.Html == next.Html ? SameHtml : 0);
        _keep.With(stored.Id).With(stored.Revisions).With(stored.RevisionKind ?? "feed").With(Stamp.Text(stored.RevisedAt ?? stored.FirstSeenAt))
            .With(stored.RevisionChanged).With(old.Title).With(old.Subtitle).With(old.Author).With(Stamp.Text(old.PublishedAt)).With(same)
            .With((same & SameSummary) != 0 ? null : old.Summary).With((same & SameText) != 0 ? null : old.Text).With((same & SameHtml) != 0 ? null : old.Html)
            .Run();
    }

    // The current revision is overwritten: what the one before it shares with it must stay.
    private void KeepShared(StoredArticle stored, Article next)
    {
        var (old, before) = (stored.Text, stored.Revisions - 1);
        if (old.Summary != next.Summary) _keepSummary.With(stored.Id).With(before).With(old.Summary).Run();
        if (old.Text != next.Text) _keepText.With(stored.Id).With(before).With(old.Text).Run();
        if (old.Html != next.Html) _keepHtml.With(stored.Id).With(before).With(old.Html).Run();
    }

    private static List<string> Union(string? json, IReadOnlyList<string> changed)
    {
        var all = json is null ? [] : JsonDocument.Parse(json).RootElement.EnumerateArray().Select(e => e.GetString()!).ToList();
        all.AddRange(changed.Except(all).ToList());
        return all;
    }
}
