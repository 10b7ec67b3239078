namespace Aggregator.Feeds;

/// <summary>The program that made a feed: RSS and Atom <c>generator</c>, <c>admin:generatorAgent</c>.</summary>
/// <param name="Name">Its name.</param>
/// <param name="Uri">Its page: Atom <c>uri</c> (0.3: <c>url</c>), <c>rdf:resource</c>.</param>
/// <param name="Version">Atom <c>version</c>.</param>
public sealed record FeedGenerator(string? Name, string? Uri, string? Version);
