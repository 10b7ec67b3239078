namespace Aggregator.Feeds.Reading;

/// <summary>The program that made a feed, as one element names it.</summary>
internal sealed record Generator(string? Name, string? Uri, string? Version);
