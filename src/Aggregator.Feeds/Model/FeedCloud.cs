namespace Aggregator.Feeds;

/// <summary>RSS <c>cloud</c>: where a reader may register to be told of changes. Attributes as written.</summary>
/// <param name="Domain">Host.</param>
/// <param name="Port">Port.</param>
/// <param name="Path">Path.</param>
/// <param name="RegisterProcedure">Procedure to call.</param>
/// <param name="Protocol">Protocol to speak.</param>
public sealed record FeedCloud(string? Domain, string? Port, string? Path, string? RegisterProcedure, string? Protocol);
