using Aggregator.Pipeline.Normalizing;

namespace Aggregator.Pipeline.Deduplicating;

/// <summary>The decision about one answer that brings something new: which article each item is, then what that means for it.</summary>
internal sealed class AnswerDecision
{
    private readonly long _feedId;
    private readonly IReadOnlyList<Article> _articles;
    private readonly Knowledge _known;
    private readonly Sameness _sameness;
    private readonly LikeItems _groups;
    private readonly KeyClaims _claims;

    private readonly KnownSighting?[] _sightings;
    private readonly int[] _listed;                                 // the item that speaks for all with the same key of a sighting
    private readonly Dictionary<int, long> _articleOfGroup = [];    // groups that are a known article
    private readonly HashSet<long> _taken = [];                     // known articles that items of this answer are
    private readonly Dictionary<long, int> _voice = [];             // the item that speaks for a known article
    private readonly Dictionary<int, int> _maker = [];              // the item that makes the article of a new group

    public AnswerDecision(long feedId, IReadOnlyList<Article> articles, Knowledge known)
    {
        (_feedId, _articles, _known) = (feedId, articles, known);
        _sameness = new Sameness(known);
        _groups = LikeItems.Of(articles);
        _claims = new KeyClaims(articles, _groups, known, _sameness);
        _sightings = [.. articles.Select(a => known.Sightings.GetValueOrDefault(a.ItemKey))];
        _listed = Listed();
    }

    public Verdict[] Verdicts()
    {
        FindSighted();
        FindByKeys();
        ChooseVoices();

        var verdicts = new Verdict[_articles.Count];
        for (var i = 0; i < verdicts.Length; i++) verdicts[i] = VerdictOf(i);
        return verdicts;
    }

    private Verdict VerdictOf(int item)
    {
        var article = _articles[item];
        var target = TargetOf(item);
        if (IsCutBare(article) && target.Id is null) return new Verdict.Dropped(DuplicateDecider.CutRule);
        if (_listed[item] != item) return new Verdict.Unchanged(target, article.ItemKey);
        if (target.Item == item) return new Verdict.New(article, Keys());
        if (target.Id is not { } id) return new Verdict.SeenAgain(target, article, false, Keys());

        // A cut item says less than the feed does.
        var (sighting, isWhole) = (_sightings[item], !article.Flags.Contains(ArticleFlags.Incomplete));
        if (sighting is not null && (sighting.ContentHash == article.ContentHash || !isWhole)) return new Verdict.Unchanged(target, article.ItemKey, sighting.LastSeenAt);

        var known = _known.Articles[id];
        var speaks = isWhole && _voice[id] == item;
        if (known.OwnerFeedId != _feedId)
            return new Verdict.SeenAgain(target, article, speaks && !_known.SightedHere.Contains(id) && IsMuchLonger(article, known), Keys());
        if (!speaks) return new Verdict.SeenAgain(target, article, false, Keys());
        var changed = TextChanges.Between(_sameness.TextOf(id), article);
        return sighting is null && changed.Count == 0
            ? new Verdict.SeenAgain(target, article, false, Keys())
            : new Verdict.Revised(target, article, changed, Keys());

        IReadOnlyList<ClaimedKey> Keys() => _claims.For(item, target, _taken.Contains);
    }

    private ArticleRef TargetOf(int item)
    {
        item = _listed[item];
        if (_sightings[item] is { } sighting) return ArticleRef.Of(sighting.ArticleId);
        var group = _groups.Of(item);
        return _articleOfGroup.TryGetValue(group, out var id) ? ArticleRef.Of(id) : ArticleRef.OfItem(_maker[group]);
    }

    // The same guid, address and words twice is one sighting; whichever says most speaks, wherever it stands.
    private int[] Listed()
    {
        var listed = new int[_articles.Count];
        var first = new Dictionary<long, int>(listed.Length);
        for (var i = 0; i < listed.Length; i++)
        {
            var key = _articles[i].ItemKey;
            if (!first.TryGetValue(key, out var best) || _articles[i].ContentHash > _articles[best].ContentHash) first[key] = i;
        }

        for (var i = 0; i < listed.Length; i++) listed[i] = first[_articles[i].ItemKey];
        return listed;
    }

    private void FindSighted()
    {
        for (var i = 0; i < _articles.Count; i++)
        {
            if (_sightings[i] is not { } sighting) continue;
            _taken.Add(sighting.ArticleId);
            var group = _groups.Of(i);
            if (!_articleOfGroup.TryGetValue(group, out var id) || sighting.ArticleId < id) _articleOfGroup[group] = sighting.ArticleId;
        }
    }

    // Two groups of one answer are two articles, so the likelier one gets it.
    private void FindByKeys()
    {
        var found = new List<(Candidate Candidate, int Group, long Key)>();
        for (var i = 0; i < _articles.Count; i++)
        {
            var group = _groups.Of(i);
            if (_articleOfGroup.ContainsKey(group)) continue;
            foreach (var candidate in new Candidates(_known, _sameness).Of(_articles[i])) found.Add((candidate, group, _articles[i].ItemKey));
        }

        foreach (var (candidate, group, _) in found
            .OrderBy(f => f.Candidate.Strength).ThenByDescending(f => f.Candidate.Score).ThenBy(f => f.Candidate.ArticleId).ThenBy(f => f.Key))
        {
            if (_articleOfGroup.ContainsKey(group) || !_taken.Add(candidate.ArticleId)) continue;
            _articleOfGroup[group] = candidate.ArticleId;
        }
    }

    // One item of the answer speaks for an article: one that is known before one that is not, else the longest.
    private void ChooseVoices()
    {
        for (var i = 0; i < _articles.Count; i++)
        {
            if (_listed[i] != i) continue;
            var group = _groups.Of(i);
            if (_sightings[i] is null && !_articleOfGroup.ContainsKey(group))
            {
                if (!_maker.TryGetValue(group, out var maker) || Says(i, maker)) _maker[group] = i;
                continue;
            }

            var id = TargetOf(i).Id!.Value;
            if (!_voice.TryGetValue(id, out var voice) || Says(i, voice)) _voice[id] = i;
        }
    }

    private bool Says(int item, int more)
    {
        var (a, b) = (_articles[item], _articles[more]);
        var known = (_sightings[item] is not null).CompareTo(_sightings[more] is not null);
        if (known != 0) return known > 0;
        var length = (a.Text?.Length ?? 0).CompareTo(b.Text?.Length ?? 0);
        return length != 0 ? length > 0 : a.ItemKey < b.ItemKey;
    }

    private static bool IsCutBare(Article article) => article.Guid is null && article.Url is null && article.Flags.Contains(ArticleFlags.Incomplete);

    private static bool IsMuchLonger(Article article, KnownArticle known) => article.Text is { } text && text.Length * 2L >= known.TextLength * 3L;
}
