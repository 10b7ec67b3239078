namespace Aggregator.Archive.Sqlite.Querying;

/// <summary>What to look for among the articles.</summary>
public sealed record SearchRequest
{
    /// <summary>Words as a person types them.</summary>
    public required string Words { get; init; }

    /// <summary>Dated at or after this instant.</summary>
    public DateTimeOffset? Since { get; init; }

    /// <summary>Dated before this instant.</summary>
    public DateTimeOffset? Until { get; init; }

    /// <summary>The publisher's name or domain.</summary>
    public string? Source { get; init; }

    /// <summary>Seen in this feed.</summary>
    public long? FeedId { get; init; }

    /// <summary>Seen in a feed of this group.</summary>
    public string? Group { get; init; }

    /// <summary>Seen in a feed with this tag.</summary>
    public string? Tag { get; init; }

    /// <summary>The language; <c>en</c> includes <c>en-GB</c>.</summary>
    public string? Language { get; init; }

    public int Limit { get; init; } = 20;

    /// <summary>Best match first (bm25) instead of newest first.</summary>
    public bool Best { get; init; }
}
