using Aggregator.Pipeline.Normalizing;

namespace Aggregator.Pipeline.Deduplicating;

/// <summary>What is to be done with one item of an answer. Item <c>i</c> of the answer has verdict <c>i</c>.</summary>
public abstract record Verdict
{
    private Verdict() { }

    /// <summary>An article that the archive does not have.</summary>
    /// <param name="Article">The record to store, with its first sighting, first revision and claims.</param>
    /// <param name="Keys">The identity keys it takes, with their ordinals.</param>
    public sealed record New(Article Article, IReadOnlyList<ClaimedKey> Keys) : Verdict;

    /// <summary>The feed gave the same again: nothing is written but, at most once a day, when it was last seen.</summary>
    /// <param name="Target">The article.</param>
    /// <param name="ItemKey">The sighting.</param>
    /// <param name="NotedAt">When it and the article were last noted as seen; null when that is not known.</param>
    public sealed record Unchanged(ArticleRef Target, long ItemKey, DateTimeOffset? NotedAt = null) : Verdict;

    /// <summary>The owner feed changed what it gives: the article takes it over as a new revision.</summary>
    /// <param name="Target">The article.</param>
    /// <param name="Article">What the feed gives now.</param>
    /// <param name="Changed">The columns that differ, in the order of the view <c>revisions</c>; empty when only things that no revision records
    /// differ (a guid, a category): then the sighting's hash is stored and no revision made.</param>
    /// <param name="Keys">Identity keys that the article does not have yet.</param>
    public sealed record Revised(ArticleRef Target, Article Article, IReadOnlyList<string> Changed, IReadOnlyList<ClaimedKey> Keys) : Verdict;

    /// <summary>A known article seen at another place, or said otherwise by a feed that is not its owner: a sighting and its date claims are stored.</summary>
    /// <param name="Target">The article; it may be another item of the same answer, before or behind this one.</param>
    /// <param name="Article">What this feed gives.</param>
    /// <param name="TakesOver">True when this is a further feed's first sighting and its text is at least 1.5 times as long: the text becomes the
    /// article's (one revision) and the feed its owner.</param>
    /// <param name="Keys">Identity keys that the article does not have yet.</param>
    public sealed record SeenAgain(ArticleRef Target, Article Article, bool TakesOver, IReadOnlyList<ClaimedKey> Keys) : Verdict;

    /// <summary>It is left out: the operator's rules say so, or a cut document ended inside it before it named guid or address.</summary>
    /// <param name="Rule">The rule that did.</param>
    public sealed record Dropped(string Rule) : Verdict;
}

/// <summary>An article of the archive, or one that another item of the same answer makes.</summary>
/// <param name="Id">The archive's id; null when <paramref name="Item"/> is set.</param>
/// <param name="Item">Index of the item of this answer whose verdict is New; null when <paramref name="Id"/> is set.</param>
public readonly record struct ArticleRef(long? Id, int? Item)
{
    public static ArticleRef Of(long id) => new(id, null);

    public static ArticleRef OfItem(int item) => new(null, item);
}

/// <summary>An identity key that an article takes.</summary>
/// <param name="Identity">The key.</param>
/// <param name="Ordinal">0, or the next free number when other articles hold the key.</param>
/// <param name="Evidence">Why two articles share the key (ordinal above 0); null for ordinal 0.</param>
public sealed record ClaimedKey(IdentityKey Identity, int Ordinal, string? Evidence);
