using Aggregator.Feeds;
using Aggregator.Pipeline.Deduplicating;
using Aggregator.Pipeline.Normalizing;
using Aggregator.Pipeline.Tests.Normalizing;

namespace Aggregator.Pipeline.Tests.Deduplicating;

/// <summary>What an archive does with verdicts, in memory and in few words: every rule that the database enforces is asserted here.</summary>
internal sealed class ArchiveModel
{
    public sealed record Sighting(long ArticleId, long FeedId, Article Item, DateTimeOffset At);

    public sealed class Stored
    {
        public required long Id { get; init; }

        public required Article Article { get; set; }

        public required long Owner { get; set; }

        public DateTimeOffset? PublishedAt { get; set; }

        public List<IReadOnlyList<string>> Changes { get; } = [];
    }

    public List<Stored> Articles { get; } = [];

    public Dictionary<(long Feed, long Item), Sighting> Sightings { get; } = [];

    public Dictionary<(IdentityKey Key, int Ordinal), (long ArticleId, string? Evidence)> Identity { get; } = [];

    private readonly Dictionary<long, HashSet<long>> _sightedBy = [];

    public DateTimeOffset Now { get; set; } = Items.FetchedAt;

    /// <summary>How often texts were asked for.</summary>
    public int TextsAsked { get; private set; }

    public IReadOnlyList<Verdict> Poll(long feedId, params FeedItem[] items) => Poll(feedId, Items.Feed(items));

    public IReadOnlyList<Verdict> Poll(long feedId, ParsedFeed feed) => Store(feedId, Items.Normalize(feed, feedId: feedId));

    public IReadOnlyList<Verdict> Store(long feedId, IReadOnlyList<Article> articles)
    {
        var verdicts = DuplicateDecider.Decide(feedId, articles, LookUp(feedId, articles));
        Assert.Equal(articles.Count, verdicts.Count);
        Write(feedId, articles, verdicts);
        return verdicts;
    }

    public Knowledge LookUp(long feedId, IReadOnlyList<Article> articles)
    {
        var sightings = articles.Select(a => a.ItemKey).Distinct().Where(k => Sightings.ContainsKey((feedId, k)))
            .ToDictionary(k => k, k => Sightings[(feedId, k)] is var s ? new KnownSighting(s.ArticleId, s.Item.ContentHash, s.At) : null!);
        var holders = articles.SelectMany(a => a.Keys).Distinct()
            .Select(k => (Key: k, Holders: Enumerable.Range(0, 1000).TakeWhile(o => Identity.ContainsKey((k, o))).Select(o => Known(Identity[(k, o)].ArticleId)).ToList()))
            .Where(k => k.Holders.Count > 0).ToDictionary(k => k.Key, IReadOnlyList<KnownArticle> (k) => k.Holders);
        var known = sightings.Values.Select(s => Known(s.ArticleId)).Concat(holders.Values.SelectMany(h => h)).DistinctBy(a => a.Id).ToDictionary(a => a.Id);
        return new Knowledge
        {
            Sightings = sightings,
            Holders = holders,
            Articles = known,
            TextOf = TextOf,
            SightedHere = _sightedBy.GetValueOrDefault(feedId) ?? [],
        };
    }

    private void Write(long feedId, IReadOnlyList<Article> articles, IReadOnlyList<Verdict> verdicts)
    {
        var made = new long[verdicts.Count];
        for (var i = 0; i < verdicts.Count; i++)
            if (verdicts[i] is Verdict.New fresh)
            {
                Assert.Same(articles[i], fresh.Article);
                Articles.Add(new Stored { Id = made[i] = Articles.Count + 1, Article = fresh.Article, Owner = feedId, PublishedAt = fresh.Article.Published?.At });
                Assert.False(Sightings.ContainsKey((feedId, fresh.Article.ItemKey)));
                See(made[i], feedId, fresh.Article, fresh.Keys);
            }

        foreach (var verdict in verdicts)
            switch (verdict)
            {
                case Verdict.Revised revised:
                    var target = Of(IdOf(revised.Target));
                    Assert.Equal(feedId, target.Owner);
                    if (revised.Changed.Count > 0) target.Changes.Add(revised.Changed);
                    TakeOver(target, revised.Article, feedId);
                    See(target.Id, feedId, revised.Article, revised.Keys);
                    break;
                case Verdict.SeenAgain again:
                    var seen = Of(IdOf(again.Target));
                    if (again.TakesOver)
                    {
                        Assert.NotEqual(feedId, seen.Owner);
                        seen.Changes.Add(["text"]);
                        TakeOver(seen, again.Article, feedId);
                    }

                    seen.PublishedAt ??= again.Article.Published?.At;
                    See(seen.Id, feedId, again.Article, again.Keys);
                    break;
            }

        Assert.All(verdicts.OfType<Verdict.Unchanged>(), v => Assert.Equal(IdOf(v.Target), Sightings[(feedId, v.ItemKey)].ArticleId));
        Assert.All(Identity.Keys, k => Assert.True(k.Ordinal == 0 || Identity.ContainsKey((k.Key, k.Ordinal - 1))));

        long IdOf(ArticleRef target) => target.Id ?? (made[target.Item!.Value] is > 0 and var id ? id : throw new InvalidOperationException("the item made no article"));
    }

    private static void TakeOver(Stored stored, Article article, long owner)
    {
        stored.Article = article;
        stored.Owner = owner;
        stored.PublishedAt ??= article.Published?.At;
    }

    private void See(long id, long feedId, Article item, IReadOnlyList<ClaimedKey> keys)
    {
        if (Sightings.TryGetValue((feedId, item.ItemKey), out var before)) Assert.Equal(before.ArticleId, id);
        if (!_sightedBy.TryGetValue(feedId, out var here)) _sightedBy[feedId] = here = [];
        here.Add(id);
        Sightings[(feedId, item.ItemKey)] = new Sighting(id, feedId, item, Now);
        Claim(id, keys);
    }

    private void Claim(long id, IReadOnlyList<ClaimedKey> keys)
    {
        foreach (var key in keys)
        {
            Assert.Equal(key.Ordinal > 0, key.Evidence is not null);
            Assert.True(Identity.TryAdd((key.Identity, key.Ordinal), (id, key.Evidence)));
        }
    }

    private Stored Of(long id) => Articles[(int)id - 1];

    private KnownArticle Known(long id)
    {
        var stored = Of(id);
        return new KnownArticle(id, stored.Owner, stored.Article.Title, stored.Article.Url, stored.Article.TextKey, stored.Article.Text?.Length ?? 0, stored.Changes.Count + 1, Now);
    }

    private KnownText TextOf(long id)
    {
        TextsAsked++;
        var article = Of(id).Article;
        return new KnownText(article.Title, article.Subtitle, article.Author, article.Published?.At, article.UpdatedAt, article.Summary, article.Text, article.Html);
    }
}
