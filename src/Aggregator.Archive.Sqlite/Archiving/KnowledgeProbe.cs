using System.Globalization;
using System.Text;
using Aggregator.Pipeline.Deduplicating;
using Aggregator.Pipeline.Normalizing;

namespace Aggregator.Archive.Sqlite.Archiving;

/// <summary>
/// Looks up what the archive knows about the items of one answer. Takes the feed and the articles; gives the knowledge, from two statements
/// whatever the number of items; never writes.
/// </summary>
internal sealed class KnowledgeProbe(Statements statements, ArticleRows articles)
{
    private const string ArticleColumns =
        "a.id, coalesce(a.owner_feed_id, a.feed_id), a.title, a.url, a.text_key, a.text_length, a.revisions, coalesce(a.revised_at, a.first_seen_at)";

    // CROSS JOIN keeps the order: the list drives, the tables are probed by key.
    private readonly Statement _sightings = statements.Prepare($"""
        SELECT {ArticleColumns}, s.item_key, s.content_hash, min(s.last_seen_at, a.last_seen_at)
          FROM json_each(?1) k CROSS JOIN sighting s ON s.feed_id = ?2 AND s.item_key = k.value CROSS JOIN article a ON a.id = s.article_id
        UNION ALL
        SELECT {ArticleColumns}, v.item_key, v.content_hash, a.last_seen_at
          FROM json_each(?1) k CROSS JOIN sighting_variant v ON v.feed_id = ?2 AND v.item_key = k.value CROSS JOIN article a ON a.id = v.article_id
        """);

    private readonly Statement _holders = statements.Prepare($"""
        SELECT {ArticleColumns}, i.kind, i.key, i.ordinal, EXISTS (SELECT 1 FROM sighting s WHERE s.article_id = a.id AND s.feed_id = ?4)
          FROM json_each(?1) k CROSS JOIN identity i ON i.kind = 1 AND i.key = k.value CROSS JOIN article a ON a.id = i.article_id
        UNION ALL
        SELECT {ArticleColumns}, i.kind, i.key, i.ordinal, EXISTS (SELECT 1 FROM sighting s WHERE s.article_id = a.id AND s.feed_id = ?4)
          FROM json_each(?2) k CROSS JOIN identity i ON i.kind = 2 AND i.key = k.value CROSS JOIN article a ON a.id = i.article_id
        UNION ALL
        SELECT {ArticleColumns}, i.kind, i.key, i.ordinal, EXISTS (SELECT 1 FROM sighting s WHERE s.article_id = a.id AND s.feed_id = ?4)
          FROM json_each(?3) k CROSS JOIN identity i ON i.kind = 3 AND i.key = k.value CROSS JOIN article a ON a.id = i.article_id
        """);

    public Knowledge LookUp(long feedId, IReadOnlyList<Article> items)
    {
        var found = new Dictionary<long, KnownArticle>();
        var here = new HashSet<long>();
        return new Knowledge
        {
            Sightings = Sightings(feedId, items, found, here),
            Holders = Holders(feedId, items, found, here),
            Articles = found,
            SightedHere = here,
            TextOf = articles.TextOf,
        };
    }

    private Dictionary<long, KnownSighting> Sightings(
        long feedId, IReadOnlyList<Article> items, Dictionary<long, KnownArticle> found, HashSet<long> here)
    {
        var sightings = new Dictionary<long, KnownSighting>();
        if (items.Count == 0) return sightings;
        _sightings.With(Json(items.Select(i => i.ItemKey))).With(feedId).Each(row =>
        {
            var article = ArticleOf(row, found);
            here.Add(article.Id);
            sightings[row.Long(8)] = new KnownSighting(article.Id, row.Long(9), row.Time(10));
        });
        return sightings;
    }

    private Dictionary<IdentityKey, IReadOnlyList<KnownArticle>> Holders(
        long feedId, IReadOnlyList<Article> items, Dictionary<long, KnownArticle> found, HashSet<long> here)
    {
        var holders = new Dictionary<IdentityKey, SortedList<long, KnownArticle>>();
        if (items.Any(i => i.Keys.Count > 0))
            _holders.With(Keys(items, IdentityKind.Guid)).With(Keys(items, IdentityKind.Url)).With(Keys(items, IdentityKind.LooseUrl)).With(feedId).Each(row =>
            {
                var article = ArticleOf(row, found);
                var key = new IdentityKey((IdentityKind)row.Long(8), row.Long(9));
                if (!holders.TryGetValue(key, out var of)) holders[key] = of = [];
                of[row.Long(10)] = article;
                if (row.Bool(11)) here.Add(article.Id);
            });
        return holders.ToDictionary(h => h.Key, IReadOnlyList<KnownArticle> (h) => [.. h.Value.Values]);
    }

    private static KnownArticle ArticleOf(Statement row, Dictionary<long, KnownArticle> found)
    {
        var id = row.Long(0);
        if (found.TryGetValue(id, out var known)) return known;
        return found[id] = new KnownArticle(
            id, row.Long(1), row.Text(2), row.Text(3), row.LongOrNull(4), (int)row.Long(5), (int)row.Long(6), row.Time(7));
    }

    private static string Keys(IReadOnlyList<Article> items, IdentityKind kind) =>
        Json(items.SelectMany(i => i.Keys).Where(k => k.Kind == kind).Select(k => k.Key).Distinct());

    private static string Json(IEnumerable<long> keys)
    {
        var json = new StringBuilder("[");
        foreach (var key in keys) json.Append(json.Length > 1 ? "," : "").Append(CultureInfo.InvariantCulture, $"{key}");
        return json.Append(']').ToString();
    }
}
