namespace Aggregator.Archive.Sqlite.Querying;

/// <summary>An article that a search found.</summary>
public sealed record SearchHit
{
    /// <summary>Stands before each hit in <see cref="Title"/> and <see cref="Snippet"/>; it occurs in no article.</summary>
    public const char MarkOn = '\u0002';

    /// <summary>Stands after each hit.</summary>
    public const char MarkOff = '\u0003';

    public required long Id { get; init; }

    public required string DatedAt { get; init; }

    public string? PublishedAt { get; init; }

    public required string Source { get; init; }

    public string? SourceDomain { get; init; }

    /// <summary>With the hits marked.</summary>
    public string? Title { get; init; }

    public string? Author { get; init; }

    public string? Url { get; init; }

    public string? Language { get; init; }

    public long? DuplicateOf { get; init; }

    /// <summary>The part of the text around the hits, which are marked.</summary>
    public string? Snippet { get; init; }
}
