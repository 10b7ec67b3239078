namespace Aggregator.Feeds;

/// <summary>A category (tag, subject) of a feed or item.</summary>
/// <param name="Term">The category as written.</param>
/// <param name="Scheme">RSS <c>domain</c>, Atom and Media RSS <c>scheme</c>.</param>
/// <param name="Label">The name for people (Atom <c>label</c>).</param>
public sealed record FeedCategory(string Term, string? Scheme, string? Label);
