using Aggregator.Feeds;

namespace Aggregator.Pipeline.Normalizing;

/// <summary>An item made into an article record, with where everything came from. Text is NFC with <c>\n</c> line ends,
/// but guid, addresses and raw strings are as the feed gave them.</summary>
public sealed record Article
{
    public string? Guid { get; init; }

    /// <summary>Absolute address as the feed gave it.</summary>
    public string? Url { get; init; }

    /// <summary>RFC 3986 normal form without tracking parameters (QUALITY 3.2, first tier); null when there is no address.</summary>
    public string? CanonicalUrl { get; init; }

    /// <summary>What this item is looked up by, strongest first: guid in feed, URL match key, loose URL match key, and where that differs from
    /// the match key, the URL key of the address without second-tier parameters. Empty when it has neither guid nor a URL that is a key.</summary>
    public IReadOnlyList<IdentityKey> Keys { get; init; } = [];

    /// <summary>64-bit key of (guid, url) as the feed gave them, or of title and text when it gave neither: unique within a feed.</summary>
    public required long ItemKey { get; init; }

    /// <summary>64-bit hash of everything the feed says of the item that a revision would record (title, subtitle, author, dates as instants,
    /// summary, text, html ...): equal means that the feed gave the same again.</summary>
    public required long ContentHash { get; init; }

    /// <summary>64-bit hash of the folded words of <see cref="Text"/>; null when there is no text.</summary>
    public long? TextKey { get; init; }

    public string? Title { get; init; }

    public string? Subtitle { get; init; }

    /// <summary>The authors' names, joined with <c>, </c>.</summary>
    public string? Author { get; init; }

    public IReadOnlyList<FeedPerson> Authors { get; init; } = [];

    /// <summary>The publisher's name.</summary>
    public required string Source { get; init; }

    /// <summary>The publisher's registrable domain; null when no address is known.</summary>
    public string? SourceDomain { get; init; }

    /// <summary>The publisher's page, for the view <c>sources</c>; null when unknown.</summary>
    public string? SourceUrl { get; init; }

    /// <summary>The best claim of a date of publication; null when there is none. Its <c>At</c> and <c>From</c> are never null here.</summary>
    public FeedDate? Published { get; init; }

    /// <summary>When the feed says that the item was last changed.</summary>
    public DateTimeOffset? UpdatedAt { get; init; }

    /// <summary>Every claim of a date, best first, also unreadable ones.</summary>
    public IReadOnlyList<FeedDate> Claims { get; init; } = [];

    public string? Language { get; init; }

    /// <summary>Words of <see cref="Text"/>.</summary>
    public int WordCount { get; init; }

    public string? ImageUrl { get; init; }

    public string? ImageCredit { get; init; }

    /// <summary>What is doubtful, for the column <c>flags</c>: <c>incomplete</c> and others.</summary>
    public IReadOnlyList<string> Flags { get; init; } = [];

    public IReadOnlyList<FeedCategory> Categories { get; init; } = [];

    public IReadOnlyList<FeedEnclosure> Enclosures { get; init; } = [];

    public IReadOnlyList<Cleanup> Cleanups { get; init; } = [];

    /// <summary>The item's own summary as plain text; null when it says the same as <see cref="Text"/>.</summary>
    public string? Summary { get; init; }

    /// <summary>Plain text of the fullest body.</summary>
    public string? Text { get; init; }

    /// <summary>That body's markup, links absolute; null when it has none.</summary>
    public string? Html { get; init; }
}

/// <summary>A key under which an article can be found again.</summary>
/// <param name="Kind">What the key is made of.</param>
/// <param name="Key">64-bit hash; for <see cref="IdentityKind.Guid"/> of feed id and guid together.</param>
public readonly record struct IdentityKey(IdentityKind Kind, long Key);

/// <summary>What an identity key is made of. The numbers are stored.</summary>
public enum IdentityKind
{
    /// <summary>The guid inside one feed.</summary>
    Guid = 1,

    /// <summary>The match key of the URL without first-tier tracking parameters.</summary>
    Url = 2,

    /// <summary>The match key without second-tier parameters too: counts only with proof (same host and equal title or text).</summary>
    LooseUrl = 3,
}

/// <summary>Something that normalizing changed in a text, so that the raw text can be rebuilt.</summary>
/// <param name="Field">The column: <c>text</c>, <c>title</c>.</param>
/// <param name="Position">Offset in the clean text, in UTF-16 units.</param>
/// <param name="Rule">The rule's id.</param>
/// <param name="Removed">What stood there; null when nothing was removed.</param>
/// <param name="Inserted">What stands there now; null when nothing was inserted.</param>
public sealed record Cleanup(string Field, int Position, string Rule, string? Removed, string? Inserted);
