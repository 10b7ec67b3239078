namespace Aggregator.Feeds;

/// <summary>A link of a feed or item.</summary>
/// <param name="Href">Absolute where a base is known.</param>
/// <param name="Rel">What it leads to: Atom <c>rel</c> as written, <c>alternate</c> when there is none; RSS <c>link</c> is an alternate.</param>
public sealed record FeedLink(string Href, string Rel)
{
    /// <summary>Media type as written.</summary>
    public string? Type { get; init; }

    /// <summary>Title of what it leads to.</summary>
    public string? Title { get; init; }

    /// <summary>Language of what it leads to, as written.</summary>
    public string? HrefLang { get; init; }

    /// <summary>Size in bytes, as written.</summary>
    public string? Length { get; init; }
}
