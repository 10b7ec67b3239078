using Aggregator.Pipeline.Normalizing;

namespace Aggregator.Pipeline.Deduplicating;

/// <summary>
/// Which identity keys an article takes. A key of two articles needs evidence that they are two; a key of more is nobody's
/// (the address of a page that shows a new text every day, a guid that never changes).
/// </summary>
internal sealed class KeyClaims(IReadOnlyList<Article> articles, LikeItems groups, Knowledge known, Sameness sameness)
{
    private const int MostHolders = 2;

    // Groups of this answer that have a key; null until there is a key with two items.
    private readonly Dictionary<IdentityKey, HashSet<int>> _sharers = Sharers(articles, groups);
    private readonly Dictionary<IdentityKey, int> _claimed = [];
    private readonly HashSet<(IdentityKey, ArticleRef)> _own = [];

    /// <summary>The keys that an item brings to its article.</summary>
    /// <param name="item">The item.</param>
    /// <param name="target">Its article: known, or the item that makes it.</param>
    /// <param name="isTaken">True for known articles that other items of this answer are.</param>
    public IReadOnlyList<ClaimedKey> For(int item, ArticleRef target, Func<long, bool> isTaken)
    {
        var claims = new List<ClaimedKey>(3);
        foreach (var key in Claimable(articles[item]))
            if (!IsShared(key) && _own.Add((key, target)) && TryClaim(key, item, target, isTaken) is { } claim) claims.Add(claim);
        return claims;
    }

    private bool IsShared(IdentityKey key) => _sharers.TryGetValue(key, out var sharers) && sharers.Count > MostHolders;

    private ClaimedKey? TryClaim(IdentityKey key, int item, ArticleRef target, Func<long, bool> isTaken)
    {
        var holders = known.Holders.GetValueOrDefault(key) ?? [];
        if (target.Id is { } id && holders.Any(h => h.Id == id)) return null;
        var claimed = _claimed.GetValueOrDefault(key);
        var ordinal = holders.Count + claimed;
        if (ordinal >= MostHolders) return null;
        string? evidence = null;
        if (claimed > 0) evidence = "one answer held both, with other titles or texts";
        else if (holders.Count > 0)
        {
            var holder = holders[0];
            if (isTaken(holder.Id)) evidence = "one answer held both, with other titles or texts";
            else if (sameness.Judge(articles[item], holder, StrengthOf(key.Kind)).IsSame) return null;
            evidence ??= sameness.Evidence(articles[item], holder);
        }

        _claimed[key] = claimed + 1;
        return new ClaimedKey(key, ordinal, evidence);
    }

    // The loose key is taken only where it differs from the strict one; the strict key behind it is for looking up.
    private static IEnumerable<IdentityKey> Claimable(Article article)
    {
        var loose = article.Keys.Count > 2 && article.Keys[^1].Kind == IdentityKind.Url && article.Keys[^2].Kind == IdentityKind.LooseUrl;
        foreach (var key in article.Keys)
        {
            if (key.Kind != IdentityKind.LooseUrl) yield return key;
            else
            {
                if (loose) yield return key;
                yield break;
            }
        }
    }

    private static KeyStrength StrengthOf(IdentityKind kind) => kind switch
    {
        IdentityKind.Guid => KeyStrength.Guid,
        IdentityKind.Url => KeyStrength.Url,
        _ => KeyStrength.LooseUrl,
    };

    private static Dictionary<IdentityKey, HashSet<int>> Sharers(IReadOnlyList<Article> articles, LikeItems groups)
    {
        var first = new Dictionary<IdentityKey, int>(articles.Count * 3);
        var sharers = new Dictionary<IdentityKey, HashSet<int>>();
        for (var i = 0; i < articles.Count; i++)
        {
            var group = groups.Of(i);
            foreach (var key in Claimable(articles[i]))
            {
                if (first.TryAdd(key, group) || first[key] == group) continue;
                if (!sharers.TryGetValue(key, out var of)) sharers[key] = of = [first[key]];
                of.Add(group);
            }
        }

        return sharers;
    }
}
