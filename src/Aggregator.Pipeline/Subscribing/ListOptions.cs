namespace Aggregator.Pipeline.Subscribing;

/// <summary>The options that flow from settings over <c>defaults</c> and group to a feed; null where nothing is said.</summary>
internal sealed record ListOptions
{
    public static readonly ListOptions None = new();

    public IReadOnlyList<string> Tags { get; init; } = [];

    public bool? Enabled { get; init; }

    public PollEvery? Every { get; init; }

    public string? Source { get; init; }

    public string? Language { get; init; }

    public TimeSpan? Timeout { get; init; }

    public long? MaxBytes { get; init; }

    public bool? AllowPrivateNetwork { get; init; }

    /// <summary>These options where they say something, else the outer ones; tags add up.</summary>
    public ListOptions Over(ListOptions outer) => new()
    {
        Tags = [.. outer.Tags.Union(Tags, StringComparer.Ordinal)],
        Enabled = Enabled ?? outer.Enabled,
        Every = Every ?? outer.Every,
        Source = Source ?? outer.Source,
        Language = Language ?? outer.Language,
        Timeout = Timeout ?? outer.Timeout,
        MaxBytes = MaxBytes ?? outer.MaxBytes,
        AllowPrivateNetwork = AllowPrivateNetwork ?? outer.AllowPrivateNetwork,
    };
}

/// <summary>A stated interval.</summary>
/// <param name="Interval">Null means <c>auto</c>, which overrides a group's duration.</param>
internal readonly record struct PollEvery(TimeSpan? Interval);
