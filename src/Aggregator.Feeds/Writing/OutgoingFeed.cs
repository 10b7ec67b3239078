namespace Aggregator.Feeds;

/// <summary>A feed to be published.</summary>
public sealed record OutgoingFeed
{
    /// <summary>A permanent identifier, an IRI (Atom <c>id</c>). RSS and JSON Feed have none.</summary>
    public required string Id { get; init; }

    /// <summary>The name of the feed, plain text.</summary>
    public required string Title { get; init; }

    /// <summary>What the feed is about, plain text (RSS and JSON <c>description</c>, Atom <c>subtitle</c>).</summary>
    public string? Description { get; init; }

    /// <summary>Absolute address of the page that the feed belongs to (RSS <c>link</c>, Atom alternate link, JSON <c>home_page_url</c>).</summary>
    public string? Link { get; init; }

    /// <summary>Absolute address of the feed itself (<c>atom:link rel="self"</c>, JSON <c>feed_url</c>).</summary>
    public string? SelfUrl { get; init; }

    /// <summary>BCP 47 tag (RSS and JSON <c>language</c>, Atom <c>xml:lang</c>).</summary>
    public string? Language { get; init; }

    /// <summary>When it last changed (Atom <c>updated</c>, RSS <c>lastBuildDate</c>). JSON Feed has no such key.</summary>
    public required DateTimeOffset Updated { get; init; }

    /// <summary>The program that wrote it (<c>generator</c>). JSON Feed has no such key.</summary>
    public string? Generator { get; init; }

    /// <summary>The items in the order in which they are written; walked once.</summary>
    public required IEnumerable<OutgoingItem> Items { get; init; }
}
