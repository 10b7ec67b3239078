using Aggregator.Pipeline.Normalizing;

namespace Aggregator.Pipeline.Deduplicating;

/// <summary>
/// The items of one answer that are one item listed twice: groups that do not depend on the order of the items.
/// Takes the articles; gives for each the group it belongs to.
/// </summary>
internal sealed class LikeItems
{
    // A key that very many items share is nobody's; comparing each with each would cost a hostile feed nothing and us much.
    private const int MostCompared = 16;

    private readonly int[] _parent;

    private LikeItems(int count) => _parent = [.. Enumerable.Range(0, count)];

    public static LikeItems Of(IReadOnlyList<Article> articles)
    {
        var groups = new LikeItems(articles.Count);
        Dictionary<long, List<int>>? shared = null;
        var first = new Dictionary<IdentityKey, int>(articles.Count * 3);
        foreach (var strict in new[] { true, false })
        {
            first.Clear();
            shared?.Clear();
            for (var i = 0; i < articles.Count; i++)
                foreach (var key in KeysOf(articles[i], strict))
                {
                    if (first.TryAdd(key, i) || first[key] == i) continue;
                    shared ??= [];
                    if (!shared.TryGetValue(key.Key, out var items)) shared[key.Key] = items = [first[key]];
                    items.Add(i);
                }

            if (shared is null) continue;
            foreach (var items in shared.Values) groups.Join(articles, items, needsProof: !strict);
        }

        return groups;
    }

    /// <summary>The group of an item: the index of one of its members.</summary>
    public int Of(int item)
    {
        while (_parent[item] != item) item = _parent[item] = _parent[_parent[item]];
        return item;
    }

    private static IEnumerable<IdentityKey> KeysOf(Article article, bool strict)
    {
        foreach (var key in article.Keys)
        {
            if (strict && key.Kind == IdentityKind.LooseUrl) yield break;
            if (strict || key.Kind == IdentityKind.LooseUrl) yield return key;
            if (!strict && key.Kind == IdentityKind.LooseUrl) yield break;
        }
    }

    private void Join(IReadOnlyList<Article> articles, List<int> items, bool needsProof)
    {
        foreach (var alike in items.GroupBy(i => FoldedText.Of(articles[i].Title)).Select(g => g.ToList()).Where(g => g.Count > 1))
        {
            if (alike.Count <= MostCompared)
            {
                for (var i = 1; i < alike.Count; i++)
                    for (var j = 0; j < i; j++)
                        if (Of(alike[i]) != Of(alike[j]) && Sameness.IsListedTwice(articles[alike[i]], articles[alike[j]], needsProof)) Unite(alike[i], alike[j]);
                continue;
            }

            foreach (var equal in alike.GroupBy(i => articles[i].TextKey))
                if (!needsProof || equal.Key is not null || articles[equal.First()].Title is not null)
                    foreach (var item in equal.Skip(1)) Unite(item, equal.First());
        }
    }

    private void Unite(int one, int other)
    {
        var (a, b) = (Of(one), Of(other));
        _parent[Math.Max(a, b)] = Math.Min(a, b);
    }
}
