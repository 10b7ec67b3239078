using Aggregator.Pipeline.Scheduling;

namespace Aggregator.Pipeline.Ports;

/// <summary>How a fetch ended.</summary>
public abstract record FetchOutcome
{
    private FetchOutcome() { }

    /// <summary>HTTP status; null when there was no answer, or no HTTP.</summary>
    public int? Status { get; init; }

    /// <summary>Bytes on the wire (body only).</summary>
    public long WireBytes { get; init; }

    /// <summary>The addresses asked, first to last, when there were redirects.</summary>
    public IReadOnlyList<RedirectHop> Hops { get; init; } = [];

    /// <summary>Where a redirect led from https to http, so that anybody on the way may read and change what came; null: nowhere.</summary>
    public RedirectHop? Insecure
    {
        get
        {
            for (var i = 1; i < Hops.Count; i++)
                if (IsSecure(Hops[i - 1]) && !IsSecure(Hops[i])) return Hops[i];
            return null;

            static bool IsSecure(RedirectHop hop) => hop.Url.StartsWith("https:", StringComparison.OrdinalIgnoreCase);
        }
    }

    /// <summary>When the server wishes to be asked again (Retry-After, as an instant), clamped to 7 days.</summary>
    public DateTimeOffset? RetryAfter { get; init; }

    /// <summary>A body to read.</summary>
    public sealed record Fetched : FetchOutcome, IDisposable
    {
        /// <summary>The address that answered.</summary>
        public required string Url { get; init; }

        /// <summary>The unpacked body; invalid after <see cref="Dispose"/>.</summary>
        public required ReadOnlyMemory<byte> Body { get; init; }

        public string? ContentType { get; init; }

        public string? ContentLocation { get; init; }

        public string? ContentLanguage { get; init; }

        /// <summary>What the answer gave to make the next request conditional; stored only when the answer proves complete.</summary>
        public Validators? Validators { get; init; }

        /// <summary>What broke the transfer, in one sentence: the body is what came before, and it has no validators. Null: nothing did.</summary>
        public string? Damage { get; init; }

        /// <summary>Gives the pooled buffer back.</summary>
        public IDisposable? Owner { get; init; }

        public void Dispose() => Owner?.Dispose();
    }

    /// <summary>304 to a conditional request.</summary>
    public sealed record NotModified : FetchOutcome
    {
        /// <summary>Validators that the 304 repeats or changes; null: the stored ones stand.</summary>
        public Validators? Validators { get; init; }
    }

    /// <summary>A redirect leads to a host that asked to be left alone: it was not asked, and the poll is put off.</summary>
    /// <param name="Pause">The host's wish.</param>
    public sealed record Held(HostPause Pause) : FetchOutcome;

    /// <summary>No feed came.</summary>
    /// <param name="Kind">What a person would do something different about.</param>
    /// <param name="Reason">One sentence: what was seen, and what to try.</param>
    public sealed record Failed(FailureKind Kind, string Reason) : FetchOutcome;
}

/// <summary>One step of a redirect chain.</summary>
/// <param name="Url">The address asked.</param>
/// <param name="Status">Its answer.</param>
public sealed record RedirectHop(string Url, int Status);
