using System.Globalization;

namespace Aggregator.Feeds;

/// <summary>Instants as RFC 3339 writes them.</summary>
internal static class Instants
{
    /// <summary>In UTC, with a fraction only where there is one.</summary>
    internal static string? Rfc3339(DateTimeOffset? at) => at?.UtcDateTime.ToString("yyyy-MM-dd'T'HH:mm:ss.FFFFFFF'Z'", CultureInfo.InvariantCulture);
}
