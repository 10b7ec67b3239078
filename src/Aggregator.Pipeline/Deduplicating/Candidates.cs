using Aggregator.Pipeline.Normalizing;

namespace Aggregator.Pipeline.Deduplicating;

/// <summary>A known article that an unknown item may be.</summary>
/// <param name="ArticleId">The article.</param>
/// <param name="Strength">The key they share.</param>
/// <param name="Score">How alike they are.</param>
internal readonly record struct Candidate(long ArticleId, KeyStrength Strength, int Score);

/// <summary>Finds the known articles that an item is, by its keys and what it says.</summary>
internal sealed class Candidates(Knowledge known, Sameness sameness)
{
    public IEnumerable<Candidate> Of(Article item)
    {
        HashSet<long>? judged = null;
        var strict = true;
        foreach (var key in item.Keys)
        {
            if (key.Kind == IdentityKind.LooseUrl) strict = false;
            if (!known.Holders.TryGetValue(key, out var holders)) continue;
            foreach (var holder in holders)
            {
                if (!(judged ??= []).Add(holder.Id)) continue;
                var strength = StrengthOf(item, key, holder, strict);
                var likeness = sameness.Judge(item, holder, strength);
                // Guid and address together leave no doubt, whatever the words.
                if (likeness.IsSame || (strength == KeyStrength.Guid && HoldsAddress(item, holder))) yield return new Candidate(holder.Id, strength, likeness.Score);
            }
        }
    }

    private KeyStrength StrengthOf(Article item, IdentityKey key, KnownArticle holder, bool strict)
    {
        if (key.Kind == IdentityKind.Guid) return KeyStrength.Guid;
        if (!strict) return KeyStrength.LooseUrl;
        return item.Guid is not null && known.SightedHere.Contains(holder.Id) ? KeyStrength.UrlUnderNewGuid : KeyStrength.Url;
    }

    private bool HoldsAddress(Article item, KnownArticle article)
    {
        foreach (var key in item.Keys)
        {
            if (key.Kind == IdentityKind.LooseUrl) return false;
            if (key.Kind == IdentityKind.Url && known.Holders.TryGetValue(key, out var holders) && holders.Any(h => h.Id == article.Id)) return true;
        }

        return false;
    }
}
