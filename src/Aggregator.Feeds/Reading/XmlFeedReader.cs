using Aggregator.Feeds.Xml;

namespace Aggregator.Feeds.Reading;

/// <summary>
/// Walks a feed in XML: finds the root, hands every field to the reader of its namespace and every item out as it closes.
/// Takes a tokenizer; gives a feed, or null when no root is a feed's; a broken item costs only what is broken in it.
/// </summary>
internal sealed class XmlFeedReader(Tokenizer tokens, ReadContext context)
{
    private readonly ElementCursor _cursor = new(tokens, context);
    private readonly Draft _feed = new(isFeed: true);
    private readonly Draft _item = new(isFeed: false);
    private readonly List<FeedItem> _items = [];
    private bool _lost;

    /// <summary>What the document is.</summary>
    public Root Root { get; private set; }

    /// <summary>Reads the document.</summary>
    public ParsedFeed? Read()
    {
        if (!FindRoot()) return null;
        var version = FeedVersion.Of(tokens, Root);
        PrepareOwn();
        switch (Root)
        {
            case Root.AtomEntry:
                ReadItem();
                break;
            case Root.Cdf:
                CdfReader.Read(_cursor, _feed, _items);
                break;
            case Root.Sitemap:
                SitemapReader.Read(_cursor, _feed, _items);
                break;
            default:
                version = ReadFields(version);
                break;
        }

        while (tokens.Read() != Token.Eof)
        {
            // Whatever follows the root is only looked at for its validity.
        }

        return _feed.ToFeed(version, !tokens.Truncated && !_lost, _items);
    }

    // The first element, or the first feed root below or after something else: warnings of the server's scripts come first sometimes.
    private bool FindRoot()
    {
        var first = true;
        while (tokens.Read() is var token && token != Token.Eof)
        {
            if (token != Token.Start) continue;
            var root = FeedVersion.RootOf(tokens);
            if (first) Root = root;
            first = false;
            if (root is Root.Unknown or Root.Html or Root.Opml or Root.SitemapIndex)
            {
                if (Root is not Root.Unknown) return false;
                continue;
            }

            Root = root;
            return true;
        }

        return false;
    }

    private void PrepareOwn()
    {
        _cursor.RootNs = tokens.Ns;
        _cursor.Own = Root is Root.Atom or Root.AtomEntry ? Ns.Atom : Ns.None;
        if (Root is Root.Rdf) _cursor.RootNs = Ns.None;   // Its root is RDF's; the default namespace below it is RSS, whatever it is called.
        if (Root is Root.Sitemap) (_cursor.Own, _cursor.RootNs) = (Ns.Sitemap, tokens.Ns);
        if (_cursor.Language is { } language) _feed.Language.Offer(language, Rank.Last);
    }

    // A flat loop: containers are entered, fields and items are read whole.
    private string ReadFields(string version)
    {
        var depth = tokens.Depth;
        while (tokens.Read() is var token && token != Token.Eof)
        {
            if (token == Token.End && tokens.Depth <= depth) break;
            if (token != Token.Start) continue;
            if (Root == Root.Rdf && tokens.Name is Name.Channel or Name.Item)
            {
                version = FeedVersion.OfRdf(tokens.NamespaceUri, version);
                if (tokens.Ns >= Ns.Foreign) _cursor.RootNs = tokens.Ns;
            }

            if (IsItem()) ReadItem();
            else if (!IsContainer()) ReadField(_feed);
            if (_cursor.FeedLink is null && _feed.Link.Value is { } link) _cursor.FeedLink = link;
        }

        return version;
    }

    private bool IsItem() => tokens.Name is Name.Item or Name.Entry && _cursor.Ns is Ns.None or Ns.Atom;

    private bool IsContainer() => _cursor.Ns == Ns.None && tokens.Name is Name.Channel or Name.Items or Name.Rss;

    private void ReadItem()
    {
        var draft = _item;
        draft.Reset();
        if (_cursor.Own == Ns.None && tokens.AttributeOf(Ns.Rdf, "about"u8) is { } about && about.Trim() is { Length: > 0 } id) draft.Id.Offer(id, Rank.Last);
        var depth = tokens.Depth;
        if (tokens.Language is { Length: > 0 } language) draft.Language.Offer(language, Rank.Last);
        while (tokens.Read() is var token && token != Token.Eof)
        {
            if (token == Token.End && tokens.Depth <= depth) break;
            if (token != Token.Start) continue;
            if (IsItem())
            {
                // An item inside an item: the first one's end was lost.
                tokens.EndBefore(depth, "an item begins before the last one has ended");
                break;
            }

            ReadField(draft);
        }

        if (tokens.End != EndKind.Tag)
        {
            draft.Complete = false;
            _lost |= tokens.End == EndKind.Cut;
        }

        _items.Add(draft.ToItem());
    }

    private void ReadField(Draft draft)
    {
        var depth = tokens.Depth;
        Vocabularies.Of(_cursor.Ns)?.Invoke(_cursor, draft);
        tokens.SkipTo(depth);
    }
}
