namespace Aggregator.Pipeline.Subscribing;

/// <summary>What the settings give to every feed, before the list's own <c>defaults</c>.</summary>
public sealed record ListSettings
{
    /// <summary>Setting <c>Polling:Every</c>; null means <c>auto</c>.</summary>
    public TimeSpan? Every { get; init; }
}
