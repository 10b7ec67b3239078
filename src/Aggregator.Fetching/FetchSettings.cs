using Aggregator.Fetching.Addresses;

namespace Aggregator.Fetching;

/// <summary>Budgets and manners of fetching (settings <c>Fetching:*</c>).</summary>
public sealed record FetchSettings
{
    /// <summary>Private networks that may be reached all the same; empty by default.</summary>
    public IReadOnlyList<AllowedNetwork> AllowNetworks { get; init; } = [];

    /// <summary>Looking up the name, connecting and the TLS handshake together.</summary>
    public TimeSpan ConnectTimeout { get; init; } = TimeSpan.FromSeconds(5);

    /// <summary>From the start of a request (connecting included) to the end of the answer's headers, per hop.</summary>
    public TimeSpan HeadersTimeout { get; init; } = TimeSpan.FromSeconds(10);

    /// <summary>Silence inside a body.</summary>
    public TimeSpan IdleTimeout { get; init; } = TimeSpan.FromSeconds(10);

    /// <summary>The whole fetch: redirects, the retry and the body.</summary>
    public TimeSpan TotalTimeout { get; init; } = TimeSpan.FromSeconds(30);

    /// <summary>Unpacked bytes of a body; at most 1 GiB.</summary>
    public long MaxBytes { get; init; } = 16 << 20;

    /// <summary>Bytes on the wire of a packed body; null: half of the limit of unpacked bytes.</summary>
    public long? MaxPackedBytes { get; init; }

    /// <summary>Bytes of an answer's header section.</summary>
    public int MaxHeaderBytes { get; init; } = 64 << 10;

    /// <summary>Redirects that are followed.</summary>
    public int MaxRedirects { get; init; } = 5;

    /// <summary>What all bodies in flight may hold; the first 256 KiB of each do not count.</summary>
    public long MemoryBudget { get; init; } = 64 << 20;

    /// <summary>Pause before the one retry within a fetch; the program's pause between two requests to one host.</summary>
    public TimeSpan RetryPause { get; init; } = TimeSpan.FromSeconds(1);

    /// <summary>The version in the user agent.</summary>
    public string Version { get; init; } = "0.1";

    /// <summary>Where a server's operator finds the people behind the requests; null: none is named.</summary>
    public string? Contact { get; init; }

    /// <summary><c>Aggregator/0.1 (+https://example.org/contact)</c>.</summary>
    public string UserAgent => string.IsNullOrWhiteSpace(Contact) ? $"Aggregator/{Version}" : $"Aggregator/{Version} (+{Contact})";
}
