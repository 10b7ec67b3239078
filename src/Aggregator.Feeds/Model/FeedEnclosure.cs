namespace Aggregator.Feeds;

/// <summary>A media file that an item carries.</summary>
/// <param name="Url">Absolute where a base is known.</param>
/// <param name="Type">Media type as written.</param>
/// <param name="Length">Size in bytes; null when missing or no number.</param>
public sealed record FeedEnclosure(string Url, string? Type, long? Length)
{
    /// <summary>Playing time in seconds (<c>itunes:duration</c>, <c>media:content/@duration</c>, JSON <c>duration_in_seconds</c>).</summary>
    public double? DurationSeconds { get; init; }
}
