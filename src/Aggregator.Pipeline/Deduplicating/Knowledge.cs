using Aggregator.Pipeline.Normalizing;

namespace Aggregator.Pipeline.Deduplicating;

/// <summary>What the archive knows about the items of one answer: looked up by the writing thread in one go, inside its transaction.</summary>
public sealed record Knowledge
{
    /// <summary>Sightings in this feed that have one of the answer's item keys.</summary>
    public required IReadOnlyDictionary<long, KnownSighting> Sightings { get; init; }

    /// <summary>Articles that hold one of the answer's identity keys, in the order of their ordinals.</summary>
    public required IReadOnlyDictionary<IdentityKey, IReadOnlyList<KnownArticle>> Holders { get; init; }

    /// <summary>Articles named by <see cref="Sightings"/> or <see cref="Holders"/>, by id.</summary>
    public required IReadOnlyDictionary<long, KnownArticle> Articles { get; init; }

    /// <summary>The article as it stands now, with its texts; asked for only when short knowledge cannot decide.</summary>
    public required Func<long, KnownText> TextOf { get; init; }

    /// <summary>Ids of articles that this feed has already sighted, of those in <see cref="Articles"/>.</summary>
    public required IReadOnlySet<long> SightedHere { get; init; }
}

/// <summary>A sighting that is stored.</summary>
/// <param name="ArticleId">Its article.</param>
/// <param name="ContentHash">Hash of what this feed last gave (<see cref="Article.ContentHash"/>).</param>
/// <param name="LastSeenAt">When it, and its article, were last written as seen: the earlier of both.</param>
public sealed record KnownSighting(long ArticleId, long ContentHash, DateTimeOffset LastSeenAt);

/// <summary>What the look-up gives of an article: enough for most decisions.</summary>
/// <param name="Id">Its id.</param>
/// <param name="OwnerFeedId">The feed that its text belongs to.</param>
/// <param name="Title">Its title now.</param>
/// <param name="Url">Its address as first given.</param>
/// <param name="TextKey">Hash of the folded words of its text; null when it has none.</param>
/// <param name="TextLength">Length of its text in UTF-16 units; 0 when it has none.</param>
/// <param name="Revision">The number of its current revision, 1 when never changed.</param>
/// <param name="RevisedAt">When the current revision was stored.</param>
public sealed record KnownArticle(
    long Id, long OwnerFeedId, string? Title, string? Url, long? TextKey, int TextLength, int Revision, DateTimeOffset RevisedAt);

/// <summary>The current texts of an article: what its owner feed last gave.</summary>
public sealed record KnownText(
    string? Title, string? Subtitle, string? Author, DateTimeOffset? PublishedAt, DateTimeOffset? UpdatedAt, string? Summary, string? Text, string? Html);
