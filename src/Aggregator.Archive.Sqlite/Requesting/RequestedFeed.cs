using Aggregator.Pipeline.Ports;

namespace Aggregator.Archive.Sqlite.Requesting;

/// <summary>A feed whose poll somebody asked for beside the polling process.</summary>
/// <param name="State">What the archive remembers of it.</param>
/// <param name="ForcedAt">When it was asked for despite what servers wish; null: not so.</param>
public sealed record RequestedFeed(FeedState State, DateTimeOffset? ForcedAt);
