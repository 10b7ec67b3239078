namespace Aggregator.Feeds;

/// <summary>An item of a feed to be published.</summary>
public sealed record OutgoingItem
{
    /// <summary>A permanent identifier (RSS <c>guid</c>, not a permalink; Atom <c>id</c>, where it must be an IRI; JSON <c>id</c>).</summary>
    public required string Id { get; init; }

    /// <summary>Absolute address of the article (RSS <c>link</c>, Atom alternate link, JSON <c>url</c>).</summary>
    public string? Url { get; init; }

    /// <summary>Plain text.</summary>
    public string? Title { get; init; }

    /// <summary>Plain text (Atom and JSON <c>summary</c>; RSS <c>description</c>, escaped as HTML).</summary>
    public string? Summary { get; init; }

    /// <summary>HTML body, written as it is given: sanitise it first (Atom <c>content</c>, RSS <c>content:encoded</c>, JSON <c>content_html</c>).</summary>
    public string? ContentHtml { get; init; }

    /// <summary>Plain text body, used when <see cref="ContentHtml"/> is null; in RSS as paragraphs of HTML.</summary>
    public string? ContentText { get; init; }

    /// <summary>Authors (Atom and JSON <c>author</c>; RSS <c>dc:creator</c>, which holds a name: the address when there is none).</summary>
    public IReadOnlyList<FeedPerson> Authors { get; init; } = [];

    /// <summary>When it was published (RSS <c>pubDate</c>, Atom <c>published</c>, JSON <c>date_published</c>).</summary>
    public DateTimeOffset? Published { get; init; }

    /// <summary>When it last changed (Atom <c>updated</c>, in RSS as <c>atom:updated</c>; JSON <c>date_modified</c>). Atom requires one:
    /// without it <see cref="Published"/>, else the feed's is written.</summary>
    public DateTimeOffset? Updated { get; init; }

    /// <summary>Categories (<c>category</c>, JSON <c>tags</c>).</summary>
    public IReadOnlyList<FeedCategory> Categories { get; init; } = [];

    /// <summary>Media files (<c>enclosure</c>, JSON <c>attachments</c>). RSS and JSON require type and size: unknown ones are written as
    /// <c>application/octet-stream</c> and, in RSS, 0.</summary>
    public IReadOnlyList<FeedEnclosure> Enclosures { get; init; } = [];

    /// <summary>The publisher that the item was taken from (RSS and Atom <c>source</c>). JSON Feed has no such key.</summary>
    public ParsedFeed? Source { get; init; }

    /// <summary>BCP 47 tag (JSON <c>language</c>, Atom and RSS <c>xml:lang</c> on the item).</summary>
    public string? Language { get; init; }

    /// <summary>Absolute address of the item's picture (JSON <c>image</c>, else <c>media:thumbnail</c>).</summary>
    public string? ImageUrl { get; init; }
}
