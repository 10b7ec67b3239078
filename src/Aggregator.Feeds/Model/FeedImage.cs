namespace Aggregator.Feeds;

/// <summary>A picture that stands for a feed or item: RSS <c>image</c>, <c>itunes:image</c>, <c>googleplay:image</c>, JSON <c>image</c>.</summary>
/// <param name="Url">Absolute where a base is known; null when the element gives none.</param>
public sealed record FeedImage(string? Url)
{
    /// <summary>RSS <c>image/title</c>.</summary>
    public string? Title { get; init; }

    /// <summary>RSS <c>image/link</c>: the page that the picture leads to.</summary>
    public string? Link { get; init; }

    /// <summary>RSS <c>image/width</c> in pixels, as written.</summary>
    public string? Width { get; init; }

    /// <summary>RSS <c>image/height</c> in pixels, as written.</summary>
    public string? Height { get; init; }

    /// <summary>RSS <c>image/description</c>.</summary>
    public string? Description { get; init; }
}
