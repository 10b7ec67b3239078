using System.Diagnostics;
using Aggregator.Feeds;
using Aggregator.Pipeline.Deduplicating;
using Aggregator.Pipeline.Normalizing;
using Aggregator.Pipeline.Ports;

namespace Aggregator.Archive.Sqlite.Archiving;

/// <summary>
/// Stores one answer: its verdicts, the feed's next state and the row of <c>fetches</c>, all in the transaction that is open.
/// Takes an answer with a verdict for each article; gives the receipt; decides nothing that a verdict can decide.
/// </summary>
internal sealed class AnswerRows(
    FeedRows feeds, SourceRows sources, ArticleRows articles, IdentityRows identities, SightingRows sightings, ClaimRows claims,
    RevisionRows revisions, DetailRows details, TombstoneRows tombstones, FetchRows fetches, FeedUrlRows urls,
    HostPauseRows pauses)
{
    private const long Deleted = -1;

    public Receipt Write(Answer answer, IReadOnlyList<Verdict> verdicts, FeedState next)
    {
        if (verdicts.Count != answer.Articles.Count) throw new ArgumentException("an answer needs one verdict for each article", nameof(verdicts));
        if (next.Id != answer.FeedId) throw new ArgumentException("the state is of another feed", nameof(next));

        var tally = new AnswerTally();
        var made = new long[verdicts.Count];

        // What is new comes first: a verdict may name an item that stands behind it.
        for (var i = 0; i < verdicts.Count; i++)
            if (verdicts[i] is Verdict.New fresh) made[i] = tombstones.Covers(answer.FeedId, fresh.Article) ? Deleted : Add(answer, fresh, tally);
        for (var i = 0; i < verdicts.Count; i++) Write(answer, i, verdicts[i], made, tally);

        if (answer.Read is ReadOutcome.Parsed parsed) feeds.Describe(answer.FeedId, parsed.Feed);
        urls.Moved(answer.FeedId, next.MovedTo, answer.StartedAt);
        feeds.Write(next, answer.Duration, tally.FirstTimeHere);
        if (answer.HostPause is { } pause) pauses.Write(pause);
        var receipt = tally.Receipt(answer, next);
        fetches.Write(answer, receipt, tally.DroppedBy);
        return receipt;
    }

    private void Write(Answer answer, int item, Verdict verdict, long[] made, AnswerTally tally)
    {
        if (IsDeleted(item, verdict, made))
        {
            tally.Drop(TombstoneRows.Rule);
            return;
        }

        switch (verdict)
        {
            case Verdict.New:
                break;
            case Verdict.Unchanged same:
                if (same.NotedAt is not { } noted || noted <= answer.StartedAt.AddDays(-1)) Seen(answer, IdOf(same.Target, made), same.ItemKey);
                tally.Unchanged++;
                break;
            case Verdict.Revised revised:
                Revise(answer, IdOf(revised.Target, made), revised, tally);
                break;
            case Verdict.SeenAgain again:
                SeeAgain(answer, IdOf(again.Target, made), again, tally);
                break;
            case Verdict.Dropped dropped:
                tally.Drop(dropped.Rule);
                break;
            default:
                throw new UnreachableException();
        }
    }

    private long Add(Answer answer, Verdict.New verdict, AnswerTally tally)
    {
        var (article, at) = (verdict.Article, answer.StartedAt);
        var seenAt = Stamp.Text(at);
        var sourceId = sources.IdOf(article);
        var id = articles.Insert(answer.FeedId, sourceId, article, seenAt, Stamp.Text(ArticleRows.DatedAt(article.Published?.At, at)));
        identities.Add(id, verdict.Keys);
        if (sightings.AddFirst(answer.FeedId, id, article, seenAt)) tally.FirstTimeHere++;
        claims.AddFirst(id, article);
        details.Add(id, article);
        sources.Added(sourceId, seenAt);
        tally.New++;
        return id;
    }

    private void Revise(Answer answer, long id, Verdict.Revised verdict, AnswerTally tally)
    {
        var (stored, made) = TakeOver(answer, id, verdict.Article, verdict.Changed);
        sightings.Write(answer.FeedId, stored, verdict.Article, Stamp.Text(answer.StartedAt));
        identities.Add(id, verdict.Keys);
        Seen(answer, id, verdict.Article.ItemKey);
        if (made) tally.Revised++;
        else tally.Unchanged++;
    }

    private void SeeAgain(Answer answer, long id, Verdict.SeenAgain verdict, AnswerTally tally)
    {
        var article = verdict.Article;
        var stored = articles.WithoutBody(id);
        if (verdict.TakesOver)
        {
            // A longer text must not cost the article its title or author.
            var whole = article with { Title = article.Title ?? stored.Text.Title, Subtitle = article.Subtitle ?? stored.Text.Subtitle, Author = article.Author ?? stored.Text.Author };
            (stored, _) = TakeOver(answer, id, whole, []);
        }
        else
        {
            stored = Claim(stored, article);
        }

        var sighted = sightings.Write(answer.FeedId, stored, article, Stamp.Text(answer.StartedAt));
        identities.Add(id, verdict.Keys);
        Seen(answer, id, article.ItemKey);
        if (sighted == Sighted.FirstTimeHere) tally.FirstTimeHere++;
        if (verdict.TakesOver) tally.Revised++;
        else if (sighted == Sighted.Before) tally.Unchanged++;
        else tally.Copies++;
    }

    // The article becomes what this feed gives, and the feed its owner.
    private (StoredArticle Now, bool Revised) TakeOver(Answer answer, long id, Article article, IReadOnlyList<string> changed)
    {
        var stored = Claim(articles.Current(id), article);
        if (article.Title != stored.Text.Title) sightings.KeepTitle(id, stored.Text.Title);
        if (changed.Count == 0) changed = RevisionRows.Differences(stored, article);
        revisions.Write(stored, article, answer.FeedId, changed, "feed", answer.StartedAt);
        details.Replace(id, article);
        return (articles.Current(id), changed.Count > 0);
    }

    // Dates that this item claims: the first one ever becomes the date of publication, others are kept beside it.
    private StoredArticle Claim(StoredArticle stored, Article article)
    {
        if (stored.PublishedAt is null && article.Published is not null)
        {
            sightings.KeepRaw(stored.Id, stored.PublishedRaw);
            claims.Publish(stored, article);
            stored = articles.Current(stored.Id);
        }

        claims.AddMore(stored, article);
        return stored;
    }

    private void Seen(Answer answer, long id, long itemKey)
    {
        sightings.Seen(answer.FeedId, itemKey, answer.StartedAt);
        if (articles.Seen(id, answer.StartedAt) is { } sourceId) sources.Seen(sourceId, Stamp.Text(answer.StartedAt));
    }

    // What was deleted, and what would be seen again of it.
    private static bool IsDeleted(int item, Verdict verdict, long[] made) => (verdict switch
    {
        Verdict.New => made[item],
        Verdict.SeenAgain { Target.Item: { } maker } => made[maker],
        Verdict.Unchanged { Target.Item: { } maker } => made[maker],
        _ => 0,
    }) == Deleted;

    private static long IdOf(ArticleRef target, long[] made) =>
        target.Id ?? (made[target.Item!.Value] is > 0 and var id ? id : throw new ArgumentException("a verdict names an item that made no article"));
}
