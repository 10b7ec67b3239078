namespace Aggregator.Feeds;

/// <summary>One item (entry) of a feed as the document states it.</summary>
public sealed record FeedItem
{
    /// <summary>False when the document ended inside the item or its end was lost.</summary>
    public bool Complete { get; init; } = true;

    /// <summary><c>guid</c>, Atom <c>id</c>, JSON <c>id</c>, <c>rdf:about</c>; as written, not resolved, not invented.</summary>
    public string? Id { get; init; }

    /// <summary>RSS <c>link</c>; Atom alternate link; JSON <c>url</c>; a permalink <c>guid</c> when there is no link. Absolute where a base is known.</summary>
    public string? Url { get; init; }

    /// <summary><c>title</c>, else <c>dc:title</c>, <c>media:title</c>.</summary>
    public FeedText? Title { get; init; }

    /// <summary>RSS <c>description</c>, Atom <c>summary</c>, JSON <c>summary</c>, else <c>itunes:summary</c>.</summary>
    public FeedText? Summary { get; init; }

    /// <summary>The fullest body: <c>content:encoded</c>, Atom <c>content</c>, <c>xhtml:body</c>, JSON <c>content_html</c>, else <c>content_text</c>.</summary>
    public FeedText? Content { get; init; }

    /// <summary>Authors in document order: <c>author</c>, <c>dc:creator</c>, <c>itunes:author</c>.</summary>
    public IReadOnlyList<FeedPerson> Authors { get; init; } = [];

    /// <summary><c>pubDate</c>, Atom <c>published</c>/<c>issued</c>, <c>date_published</c>; <c>dc:date</c> when there is no other.</summary>
    public FeedDate? Published { get; init; }

    /// <summary>Atom <c>updated</c>/<c>modified</c>, <c>dc:date</c>, <c>dcterms:modified</c>, <c>date_modified</c>.</summary>
    public FeedDate? Updated { get; init; }

    /// <summary>Every date of publication or change that the item states, with who states it (<see cref="FeedDate.From"/>), the best first; unreadable ones included.</summary>
    public IReadOnlyList<FeedDate> Dates { get; init; } = [];

    /// <summary><c>category</c>, <c>dc:subject</c>, <c>media:category</c>, <c>itunes:category</c>, tags; in order.</summary>
    public IReadOnlyList<FeedCategory> Categories { get; init; } = [];

    /// <summary><c>enclosure</c>, Atom <c>link rel=enclosure</c>, JSON attachments.</summary>
    public IReadOnlyList<FeedEnclosure> Enclosures { get; init; } = [];

    /// <summary>
    /// The feed that an aggregator took the item from, without items: all that Atom <c>source</c> says of it (RFC 4287, 4.2.11); of RSS
    /// <c>source</c> the text as title and <c>@url</c> as <see cref="ParsedFeed.SelfUrl"/>; of <c>dc:source</c> an address; of a news sitemap the
    /// publication's name. Items of one source may share it. JSON Feed has none.
    /// </summary>
    public ParsedFeed? Source { get; init; }

    /// <summary>The language in effect: <c>xml:lang</c>, <c>dc:language</c>, JSON <c>language</c>; as written.</summary>
    public string? Language { get; init; }

    /// <summary>Absolute address of the item's picture (JSON <c>image</c>, <c>itunes:image</c>, <c>media:thumbnail</c>).</summary>
    public string? ImageUrl { get; init; }

    /// <summary>The same picture with what else is said of it.</summary>
    public FeedImage? Image { get; init; }

    /// <summary><c>feedburner:origLink</c>: the publisher's own address behind a counting redirect.</summary>
    public string? OriginalUrl { get; init; }

    /// <summary>False when RSS <c>guid/@isPermaLink</c> says so; null when there is no <c>guid</c>.</summary>
    public bool? IdIsPermalink { get; init; }

    /// <summary>All links in document order: Atom <c>link</c>, RSS <c>link</c>, <c>podcast:transcript</c>.</summary>
    public IReadOnlyList<FeedLink> Links { get; init; } = [];

    /// <summary>Every content in document order, when there is more than one or one that lies elsewhere (<c>content/@src</c>).</summary>
    public IReadOnlyList<FeedText> Contents { get; init; } = [];

    /// <summary>Atom <c>rights</c>/<c>copyright</c>, <c>dc:rights</c>, <c>media:copyright</c>.</summary>
    public FeedText? Rights { get; init; }

    /// <summary>Atom <c>contributor</c>, <c>dc:contributor</c>, <c>podcast:person</c>.</summary>
    public IReadOnlyList<FeedPerson> Contributors { get; init; } = [];

    /// <summary><c>dc:publisher</c>.</summary>
    public FeedPerson? Publisher { get; init; }

    /// <summary>RSS <c>comments</c>: the page with comments. Absolute where a base is known.</summary>
    public string? CommentsUrl { get; init; }

    /// <summary><c>wfw:commentRss</c>, Atom <c>link rel=replies</c> to a feed: the feed of comments.</summary>
    public string? CommentsFeedUrl { get; init; }

    /// <summary>Atom 0.3 <c>created</c>, <c>dcterms:created</c>.</summary>
    public FeedDate? Created { get; init; }

    /// <summary>RSS 0.93 <c>expirationDate</c>, the <c>end</c> of <c>dcterms:valid</c>.</summary>
    public FeedDate? Expires { get; init; }

    /// <summary><c>itunes:explicit</c>, else <c>googleplay:explicit</c>: true for yes, true and explicit; false for no, false and clean; null for
    /// anything else.</summary>
    public bool? PodcastExplicit { get; init; }

    /// <summary><c>itunes:block</c>, else <c>googleplay:block</c>: true when directories shall not show the episode; null when nothing is said.</summary>
    public bool? PodcastBlock { get; init; }

    /// <summary><c>itunes:subtitle</c>: one line about the episode.</summary>
    public string? PodcastSubtitle { get; init; }

    /// <summary><c>itunes:duration</c> as written: seconds or <c>h:mm:ss</c>. In seconds it is with the enclosure.</summary>
    public string? PodcastDuration { get; init; }

    /// <summary>Address of the licence: <c>creativeCommons:license</c>, <c>cc:license</c>, Atom <c>link rel=license</c>.</summary>
    public string? License { get; init; }
}
