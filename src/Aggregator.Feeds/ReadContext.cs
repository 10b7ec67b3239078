namespace Aggregator.Feeds;

/// <summary>What the transport knows about a document: where it came from and how it was labelled.</summary>
public sealed record ReadContext
{
    /// <summary>A document about which nothing is known.</summary>
    public static ReadContext None { get; } = new();

    /// <summary>The absolute address that answered (after redirects); base of relative references. Null when unknown.</summary>
    public string? Url { get; init; }

    /// <summary>The HTTP <c>Content-Type</c> as sent, with its parameters. Null when the transport gave none.</summary>
    public string? ContentType { get; init; }

    /// <summary>The HTTP <c>Content-Location</c> as sent; wins over <see cref="Url"/> as a base (RFC 9110, 8.7).</summary>
    public string? ContentLocation { get; init; }

    /// <summary>The HTTP <c>Content-Language</c> as sent; the language in effect when the document names none.</summary>
    public string? ContentLanguage { get; init; }

    /// <summary>When the document was fetched; dates beyond it are flagged <see cref="DateFlags.Future"/>. Null: no such flag.</summary>
    public DateTimeOffset? FetchedAt { get; init; }
}
