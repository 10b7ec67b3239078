namespace Aggregator.Feeds;

/// <summary>The feed that an aggregator took an item from.</summary>
/// <param name="Title">RSS <c>source</c> text, Atom <c>source/title</c>.</param>
/// <param name="Url">RSS <c>source/@url</c>, Atom <c>source</c>'s alternate or self link.</param>
public sealed record ItemSource(string? Title, string? Url)
{
    /// <summary>Everything that Atom <c>source</c> says of that feed, in a feed without items; null for RSS.</summary>
    public ParsedFeed? Feed { get; init; }
}
