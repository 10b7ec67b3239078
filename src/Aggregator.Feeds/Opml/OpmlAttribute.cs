namespace Aggregator.Feeds;

/// <summary>An attribute of an outline.</summary>
/// <param name="Namespace">The namespace's URI; empty for OPML's own attributes.</param>
/// <param name="Name">The name without prefix, as written.</param>
/// <param name="Value">The decoded value.</param>
public sealed record OpmlAttribute(string Namespace, string Name, string Value);
