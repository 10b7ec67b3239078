using Aggregator.Pipeline.Deduplicating;

namespace Aggregator.Archive.Sqlite.Archiving;

/// <summary>An article as it stands in the archive, for the statements that change it.</summary>
/// <param name="Id">Its id.</param>
/// <param name="Text">Its texts: what its owner feed last gave.</param>
/// <param name="Guid">The guid of its first sighting.</param>
/// <param name="Url">The address of its first sighting.</param>
/// <param name="PublishedRaw">The text of the claim in its own columns.</param>
/// <param name="PublishedAt">Its date of publication.</param>
/// <param name="PublishedFrom">Who claims it.</param>
/// <param name="PublishedPrecision">How exactly.</param>
/// <param name="DateFlags">What is doubtful about it, as JSON.</param>
/// <param name="FirstSeenAt">When it was first seen.</param>
/// <param name="SourceId">Its publisher.</param>
/// <param name="Revisions">The number of the current revision.</param>
/// <param name="RevisedAt">When that was stored; null for number 1.</param>
/// <param name="RevisionKind">What made it; null for number 1.</param>
/// <param name="RevisionChanged">The columns that it changed, as JSON.</param>
/// <param name="OwnerFeedId">The feed that its text belongs to.</param>
internal sealed record StoredArticle(
    long Id, KnownText Text, string? Guid, string? Url, string? PublishedRaw, DateTimeOffset? PublishedAt, string? PublishedFrom,
    string? PublishedPrecision, string? DateFlags, DateTimeOffset FirstSeenAt, long SourceId, int Revisions, DateTimeOffset? RevisedAt,
    string? RevisionKind, string? RevisionChanged, long OwnerFeedId);
