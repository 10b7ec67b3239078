namespace Aggregator.Feeds;

/// <summary>A feed as its document states it, in one shape for all vocabularies; also what is known of the feed that an item was taken from
/// (<see cref="FeedItem.Source"/>). Nothing in it is invented.</summary>
public sealed record ParsedFeed
{
    /// <summary>The vocabulary: <c>rss090</c> to <c>rss094</c>, <c>rss10</c>, <c>rss20</c>, <c>rss</c> (an unknown number), <c>atom03</c>,
    /// <c>atom10</c>, <c>atom</c> (also an item's Atom <c>source</c>), <c>cdf</c>, <c>json10</c>, <c>json11</c>, <c>sitemap</c>; empty for a feed that
    /// was not read from a document.</summary>
    public string Version { get; init; } = "";

    /// <summary>True when the end of the document was reached and no item was lost: only then may a validator be stored.</summary>
    public bool Complete { get; init; } = true;

    /// <summary>Atom <c>id</c>, else <c>podcast:guid</c>. RSS 1.0 <c>rdf:about</c> is not one.</summary>
    public string? Id { get; init; }

    /// <summary>RSS, Atom, JSON and CDF <c>title</c>, else <c>dc:title</c>, <c>itunes:title</c>; of a news sitemap the publication.</summary>
    public FeedText? Title { get; init; }

    /// <summary>
    /// The page that the feed is about: RSS <c>link</c>, Atom alternate link, JSON <c>home_page_url</c>, CDF <c>HREF</c>. Absolute where a base
    /// is known.
    /// </summary>
    public string? Link { get; init; }

    /// <summary>
    /// RSS and JSON <c>description</c>, Atom <c>subtitle</c> (0.3: <c>tagline</c>), CDF <c>ABSTRACT</c>, else <c>dc:description</c>, <c>itunes:summary</c>,
    /// <c>googleplay:description</c>, <c>itunes:subtitle</c>.
    /// </summary>
    public FeedText? Description { get; init; }

    /// <summary>
    /// RSS and JSON <c>language</c>, else <c>dc:language</c>, <c>news:language</c>, <c>xml:lang</c> on the root, the HTTP label; as written.
    /// </summary>
    public string? Language { get; init; }

    /// <summary>
    /// Atom <c>updated</c> (0.3: <c>modified</c>), RSS <c>lastBuildDate</c>, CDF <c>LASTMOD</c>, else <c>dcterms:modified</c>, <c>dc:date</c>.
    /// JSON Feed has none.
    /// </summary>
    public FeedDate? Updated { get; init; }

    /// <summary>RSS <c>pubDate</c>, Atom 0.3 <c>issued</c>, else <c>dcterms:issued</c>. JSON Feed has none.</summary>
    public FeedDate? Published { get; init; }

    /// <summary>RSS <c>ttl</c> in minutes, as written.</summary>
    public string? Ttl { get; init; }

    /// <summary>RSS <c>copyright</c>, Atom <c>rights</c>/<c>copyright</c>, <c>dc:rights</c>.</summary>
    public FeedText? Rights { get; init; }

    /// <summary>
    /// RSS <c>managingEditor</c>, Atom and JSON <c>author</c> (<c>authors</c>), <c>dc:creator</c>, <c>itunes:author</c>,
    /// <c>googleplay:author</c>; each name once.
    /// </summary>
    public IReadOnlyList<FeedPerson> Authors { get; init; } = [];

    /// <summary>Atom <c>contributor</c>, <c>dc:contributor</c>, <c>podcast:person</c>.</summary>
    public IReadOnlyList<FeedPerson> Contributors { get; init; } = [];

    /// <summary>RSS <c>webMaster</c>, else <c>dc:publisher</c>, <c>itunes:owner</c>, <c>googleplay:owner</c>.</summary>
    public FeedPerson? Publisher { get; init; }

    /// <summary>
    /// RSS and Atom <c>category</c>, <c>dc:subject</c>, <c>itunes:category</c> (a nested one after the outer, not as a tree) and <c>keywords</c>,
    /// <c>googleplay:category</c>; in order, each once.
    /// </summary>
    public IReadOnlyList<FeedCategory> Categories { get; init; } = [];

    /// <summary>
    /// All links in document order: Atom <c>link</c>, RSS <c>link</c>, CDF <c>HREF</c>, JSON <c>feed_url</c> (relation <c>self</c>). Not JSON
    /// <c>hubs</c>.
    /// </summary>
    public IReadOnlyList<FeedLink> Links { get; init; } = [];

    /// <summary>
    /// Absolute address of the feed itself, where a link says it: Atom <c>link rel="self"</c>, JSON <c>feed_url</c>. Taken from
    /// <see cref="Links"/>.
    /// </summary>
    public string? SelfUrl
    {
        get
        {
            foreach (var link in Links)
                if (link.Rel == "self") return link.Href;
            return null;
        }
    }

    /// <summary>The program that made the feed, by name: RSS and Atom <c>generator</c>, <c>admin:generatorAgent</c> (an address).</summary>
    public string? Generator { get; init; }

    /// <summary>
    /// The page of that program: Atom <c>generator/@uri</c> (0.3: <c>@url</c>), <c>admin:generatorAgent/@rdf:resource</c>. Absolute where a base
    /// is known.
    /// </summary>
    public string? GeneratorUri { get; init; }

    /// <summary>The version of that program: Atom <c>generator/@version</c>.</summary>
    public string? GeneratorVersion { get; init; }

    /// <summary>RSS <c>image</c>, CDF <c>LOGO</c>, else <c>itunes:image</c>, <c>googleplay:image</c>, <c>media:thumbnail</c>.</summary>
    public FeedImage? Image { get; init; }

    /// <summary>Atom <c>icon</c>, JSON <c>favicon</c>; absolute where a base is known.</summary>
    public string? Icon { get; init; }

    /// <summary>Atom <c>logo</c>, JSON <c>icon</c>; absolute where a base is known.</summary>
    public string? Logo { get; init; }

    /// <summary>RSS <c>docs</c>: where the format is documented. Absolute where a base is known.</summary>
    public string? Docs { get; init; }

    /// <summary>RSS 2.0 <c>cloud</c>: where a reader may register to be told of changes. Its attributes as written: <c>domain</c>, <c>port</c>,
    /// <c>path</c>, <c>registerProcedure</c>, <c>protocol</c>; one that is missing has no key.</summary>
    public IReadOnlyDictionary<string, string>? Cloud { get; init; }

    /// <summary>RSS 2.0 <c>textInput</c> (0.9: <c>textinput</c>): a form that belongs to the feed. Its elements: <c>title</c> (the label of its
    /// button), <c>description</c>, <c>name</c> (of its field), <c>link</c> (absolute); one that is missing has no key.</summary>
    public IReadOnlyDictionary<string, string>? TextInput { get; init; }

    /// <summary><c>dcterms:created</c>, Atom 0.3 <c>created</c>.</summary>
    public FeedDate? Created { get; init; }

    /// <summary>Atom 0.3 <c>info</c>, <c>feedburner:browserFriendly</c>: a word to people who open the feed itself.</summary>
    public FeedText? Info { get; init; }

    /// <summary><c>itunes:explicit</c>, else <c>googleplay:explicit</c>: true for yes, true and explicit; false for no, false and clean; null for
    /// anything else.</summary>
    public bool? PodcastExplicit { get; init; }

    /// <summary><c>itunes:block</c>, else <c>googleplay:block</c>: true when directories shall not show the podcast; null when nothing is said.</summary>
    public bool? PodcastBlock { get; init; }

    /// <summary><c>itunes:subtitle</c>: one line about the podcast.</summary>
    public string? PodcastSubtitle { get; init; }

    /// <summary><c>itunes:duration</c> as written: seconds or <c>h:mm:ss</c>. Only episodes should have one.</summary>
    public string? PodcastDuration { get; init; }

    /// <summary>
    /// Address of the licence: <c>creativeCommons:license</c>, <c>cc:license</c>, else <c>podcast:license</c>, Atom <c>link rel="license"</c>.
    /// </summary>
    public string? License { get; init; }

    /// <summary>Items in document order; none is left out because a field is missing.</summary>
    public IReadOnlyList<FeedItem> Items { get; init; } = [];
}
