namespace Aggregator.Feeds;

/// <summary>A format that feeds are published in.</summary>
public enum FeedFormat
{
    /// <summary>Atom 1.0 (RFC 4287), <c>application/atom+xml</c>.</summary>
    Atom,

    /// <summary>RSS 2.0, <c>application/rss+xml</c>.</summary>
    Rss,

    /// <summary>JSON Feed 1.1, <c>application/feed+json</c>.</summary>
    Json,
}
