using Aggregator.Pipeline.Ports;

namespace Aggregator.Pipeline.Subscribing;

/// <summary>The options that flow from settings over <c>defaults</c> and group to a feed; null where nothing is said.</summary>
internal sealed record ListOptions
{
    public static readonly ListOptions None = new();

    /// <summary>Takes back the login of <c>defaults</c> or a group.</summary>
    public static readonly FeedAuth NoAuth = new(AuthKind.Basic, "");

    public IReadOnlyList<string> Tags { get; init; } = [];

    public bool? Enabled { get; init; }

    public PollEvery? Every { get; init; }

    public string? Source { get; init; }

    public string? Language { get; init; }

    public TimeSpan? Timeout { get; init; }

    public long? MaxBytes { get; init; }

    public IReadOnlyList<RequestHeader> Headers { get; init; } = [];

    public string? UserAgent { get; init; }

    /// <summary><see cref="NoAuth"/> for none.</summary>
    public FeedAuth? Auth { get; init; }

    /// <summary><see cref="ProxyUrl.None"/> for none.</summary>
    public string? Proxy { get; init; }

    public bool? AllowPrivateNetwork { get; init; }

    public bool? IgnoreTls { get; init; }

    /// <summary>These options where they say something, else the outer ones; tags add up, and headers of different names.</summary>
    public ListOptions Over(ListOptions outer) => new()
    {
        Tags = [.. outer.Tags.Union(Tags, StringComparer.Ordinal)],
        Enabled = Enabled ?? outer.Enabled,
        Every = Every ?? outer.Every,
        Source = Source ?? outer.Source,
        Language = Language ?? outer.Language,
        Timeout = Timeout ?? outer.Timeout,
        MaxBytes = MaxBytes ?? outer.MaxBytes,
        Headers = [.. outer.Headers.Where(o => !Headers.Any(h => h.Name.Equals(o.Name, StringComparison.OrdinalIgnoreCase))), .. Headers],
        UserAgent = UserAgent ?? outer.UserAgent,
        Auth = Auth ?? outer.Auth,
        Proxy = Proxy ?? outer.Proxy,
        AllowPrivateNetwork = AllowPrivateNetwork ?? outer.AllowPrivateNetwork,
        IgnoreTls = IgnoreTls ?? outer.IgnoreTls,
    };
}

/// <summary>A stated interval.</summary>
/// <param name="Interval">Null means <c>auto</c>, which overrides a group's duration.</param>
internal readonly record struct PollEvery(TimeSpan? Interval);
