using Aggregator.Pipeline.Normalizing;

namespace Aggregator.Pipeline.Deduplicating;

/// <summary>
/// Decides what each item of an answer is: a new article, a known one seen again, a revision.
/// Takes the articles of one answer and what the archive knows; gives one verdict each, in order; never touches the archive.
/// </summary>
/// <remarks>
/// Which articles there are does not depend on the order of the items, and the same answer again changes nothing. How many revisions of an
/// article that changes on every poll are kept is the archive's business.
/// </remarks>
public static class DuplicateDecider
{
    /// <summary>The rule under which a cut item that names neither guid nor address is left out: the next whole answer brings it.</summary>
    public const string CutRule = "incomplete";

    public static IReadOnlyList<Verdict> Decide(long feedId, IReadOnlyList<Article> articles, Knowledge known) =>
        AsBefore(articles, known) ?? new AnswerDecision(feedId, articles, known).Verdicts();

    // Most answers bring nothing new: then nothing has to be compared.
    private static Verdict[]? AsBefore(IReadOnlyList<Article> articles, Knowledge known)
    {
        if (known.Sightings.Count == 0 && articles.Count > 0) return null;
        var verdicts = new Verdict[articles.Count];
        for (var i = 0; i < verdicts.Length; i++)
        {
            var article = articles[i];
            if (!known.Sightings.TryGetValue(article.ItemKey, out var sighting) || sighting.ContentHash != article.ContentHash) return null;
            verdicts[i] = new Verdict.Unchanged(ArticleRef.Of(sighting.ArticleId), article.ItemKey, sighting.LastSeenAt);
        }

        return verdicts;
    }
}
