namespace Aggregator.Feeds;

/// <summary>One item (entry) of a feed as the document states it.</summary>
public sealed record FeedItem
{
    /// <summary>False when the document ended inside the item or its end was lost.</summary>
    public bool Complete { get; init; } = true;

    /// <summary>
    /// RSS <c>guid</c> (else <c>id</c>), Atom <c>id</c>, JSON <c>id</c>, <c>rdf:about</c>; as written, not resolved, not invented. CDF and
    /// sitemaps have none.
    /// </summary>
    public string? Id { get; init; }

    /// <summary>
    /// RSS <c>link</c>, Atom alternate link, JSON <c>url</c>, CDF <c>HREF</c>, sitemap <c>loc</c>; a permalink <c>guid</c> when there is no link. Absolute where a
    /// base is known. Not JSON <c>external_url</c>, which is a link of relation <c>related</c>.
    /// </summary>
    public string? Url { get; init; }

    /// <summary>RSS, Atom, JSON, CDF and news <c>title</c>, else Atom's inside RSS, <c>dc:title</c>, <c>itunes:title</c>, <c>media:title</c>.</summary>
    public FeedText? Title { get; init; }

    /// <summary>
    /// RSS <c>description</c>, Atom and JSON <c>summary</c>, CDF <c>ABSTRACT</c>, else <c>dc:description</c>, <c>itunes:summary</c>, <c>googleplay:description</c>,
    /// <c>media:description</c>, <c>dcterms:abstract</c>.
    /// </summary>
    public FeedText? Summary { get; init; }

    /// <summary>
    /// The fullest body, markup before characters: <c>content:encoded</c>, Atom <c>content</c>, <c>xhtml:body</c>, JSON <c>content_html</c> and
    /// <c>content_text</c>, RSS <c>content</c>, <c>body</c>, or a second description. Null when there is none: the summary is not repeated.
    /// </summary>
    public FeedText? Content { get; init; }

    /// <summary>
    /// Authors in document order, each name once: RSS, Atom and JSON <c>author</c> (<c>authors</c>), <c>dc:creator</c>, <c>itunes:author</c>,
    /// <c>googleplay:author</c>, <c>media:credit</c> of an author or writer.
    /// </summary>
    public IReadOnlyList<FeedPerson> Authors { get; init; } = [];

    /// <summary>
    /// RSS <c>pubDate</c>, Atom <c>published</c> (0.3: <c>issued</c>), JSON <c>date_published</c>, <c>news:publication_date</c>, else <c>dcterms:issued</c> or
    /// <c>available</c>, <c>dc:date</c>; null when none of them can be read.
    /// </summary>
    public FeedDate? Published { get; init; }

    /// <summary>
    /// Atom <c>updated</c> (0.3: <c>modified</c>), JSON <c>date_modified</c>, sitemap <c>lastmod</c>, CDF <c>LASTMOD</c>, else <c>dcterms:modified</c>, <c>dc:date</c>;
    /// null when none of them can be read.
    /// </summary>
    public FeedDate? Updated { get; init; }

    /// <summary>
    /// Every date of publication or change that the item states, with who states it (<see cref="FeedDate.From"/>), the best first, at most 64;
    /// unreadable ones included.
    /// </summary>
    public IReadOnlyList<FeedDate> Dates { get; init; } = [];

    /// <summary>
    /// In order, each once: RSS and Atom <c>category</c>, JSON <c>tags</c>, <c>dc:subject</c>, <c>media:category</c> and <c>keywords</c>, <c>itunes:category</c> and
    /// <c>keywords</c>, <c>googleplay:category</c>, <c>news:keywords</c> and <c>genres</c>.
    /// </summary>
    public IReadOnlyList<FeedCategory> Categories { get; init; } = [];

    /// <summary>
    /// RSS <c>enclosure</c>, Atom <c>link rel="enclosure"</c>, JSON <c>attachments</c>. Not mapped: the files of <c>media:content</c>, but
    /// pictures.
    /// </summary>
    public IReadOnlyList<FeedEnclosure> Enclosures { get; init; } = [];

    /// <summary>
    /// The feed that an aggregator took the item from, without items: all that Atom <c>source</c> says of it (RFC 4287, 4.2.11); of RSS
    /// <c>source</c> the text as title and <c>@url</c> as <see cref="ParsedFeed.SelfUrl"/>; of <c>dc:source</c> an address; of a news sitemap the
    /// publication's name. Items of one source may share it. JSON Feed has none.
    /// </summary>
    public ParsedFeed? Source { get; init; }

    /// <summary>
    /// The language in effect: JSON <c>language</c>, <c>news:language</c>, <c>dc:language</c>, else <c>xml:lang</c>, also of the feed; as
    /// written.
    /// </summary>
    public string? Language { get; init; }

    /// <summary>
    /// Absolute address of the item's picture: JSON <c>image</c> (else <c>banner_image</c>), RSS <c>image</c>, <c>image:loc</c> of a sitemap, CDF <c>LOGO</c>, else
    /// <c>itunes:image</c>, <c>googleplay:image</c>, <c>media:thumbnail</c>, <c>media:content</c> that is a picture. Not mapped: pictures inside the HTML.
    /// </summary>
    public string? ImageUrl { get; init; }

    /// <summary>The same picture with what else is said of it.</summary>
    public FeedImage? Image { get; init; }

    /// <summary><c>feedburner:origLink</c>: the publisher's own address behind a counting redirect.</summary>
    public string? OriginalUrl { get; init; }

    /// <summary>RSS <c>guid/@isPermaLink</c>: false when it says so, else true; null when there is no <c>guid</c>.</summary>
    public bool? IdIsPermalink { get; init; }

    /// <summary>
    /// All links in document order: Atom <c>link</c>, RSS <c>link</c> and <c>enclosure</c>, CDF <c>HREF</c>, JSON <c>url</c> and <c>external_url</c> (relation <c>related</c>),
    /// <c>podcast:transcript</c> (relation <c>transcript</c>).
    /// </summary>
    public IReadOnlyList<FeedLink> Links { get; init; } = [];

    /// <summary>Every content in document order, when there is more than one or one that lies elsewhere (<c>content/@src</c>).</summary>
    public IReadOnlyList<FeedText> Contents { get; init; } = [];

    /// <summary>RSS <c>copyright</c>, Atom <c>rights</c> (0.3: <c>copyright</c>), else <c>dc:rights</c>, <c>media:copyright</c>.</summary>
    public FeedText? Rights { get; init; }

    /// <summary>Atom <c>contributor</c>, <c>dc:contributor</c>, <c>podcast:person</c>.</summary>
    public IReadOnlyList<FeedPerson> Contributors { get; init; } = [];

    /// <summary><c>dc:publisher</c>, the publication of a news sitemap, else <c>itunes:owner</c>, <c>googleplay:owner</c>.</summary>
    public FeedPerson? Publisher { get; init; }

    /// <summary>RSS <c>comments</c>, Atom <c>link rel="replies"</c> to HTML: the page with comments. Absolute where a base is known.</summary>
    public string? CommentsUrl { get; init; }

    /// <summary><c>wfw:commentRss</c>, Atom <c>link rel="replies"</c> to anything else: the feed of comments. Absolute where a base is known.</summary>
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

    /// <summary>
    /// Address of the licence: <c>creativeCommons:license</c>, <c>cc:license</c>, else <c>podcast:license</c>, Atom <c>link rel="license"</c>.
    /// </summary>
    public string? License { get; init; }
}
