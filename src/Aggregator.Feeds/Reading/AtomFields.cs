using Aggregator.Feeds.Xml;

namespace Aggregator.Feeds.Reading;

/// <summary>The elements of Atom 1.0 (RFC 4287) and 0.3, of a feed, an entry and a source; also inside RSS, where they rank lower.</summary>
internal static class AtomFields
{
    public static bool Read(ElementCursor e, Draft d)
    {
        var rank = e.RankOf(Ns.Atom, Rank.Atom);
        switch (e.Name)
        {
            case Name.Title:
                d.Title.Offer(AtomText.Read(e, LeafRule.Short), rank);
                return true;
            case Name.Link:
                Link(e, d, rank);
                return true;
            case Name.Id:
                d.Id.Offer(e.Text(), rank);
                return true;
            case Name.Updated:
                if (e.Date(DateFrom.Updated(d)) is { } updated) d.Claim(updated, ref d.Updated, rank);
                return true;
            case Name.Modified:
                if (e.Date(DateFrom.Updated(d)) is { } modified) d.Claim(modified, ref d.Updated, rank);
                return true;
            case Name.Published or Name.Issued:
                if (e.Date(DateFrom.Published(d)) is { } published) d.Claim(published, ref d.Published, rank);
                return true;
            case Name.Created:
                if (e.Date(DateFrom.Created(d)) is { At: not null } created) d.Created.OfferLast(created, rank);
                return true;
            case Name.Author:
                d.AddAuthor(Person(e));
                return true;
            case Name.Contributor:
                d.AddContributor(Person(e));
                return true;
            case Name.Category:
                var label = e.Attribute("label"u8);
                d.AddCategory(e.Attribute("term"u8) ?? "", RssFields.Known(e.Attribute("scheme"u8)), RssFields.Known(label));
                return true;
            case Name.Rights or Name.Copyright:
                d.Rights.Offer(AtomText.Read(e, LeafRule.Short), rank);
                return true;
            case Name.Summary when !d.IsFeed:
                d.Summary.Offer(AtomText.Read(e, LeafRule.Long), rank);
                return true;
            case Name.Content when !d.IsFeed:
                Content(e, d);
                return true;
            case Name.Source when !d.IsFeed:
                Source(e, d, rank);
                return true;
            default:
                return d.IsFeed && Feed(e, d, rank);
        }
    }

    private static bool Feed(ElementCursor e, Draft d, Rank rank)
    {
        switch (e.Name)
        {
            case Name.Subtitle or Name.Tagline:
                d.Summary.Offer(AtomText.Read(e, LeafRule.Long), rank);
                return true;
            case Name.Info:
                d.Info.Offer(AtomText.Read(e, LeafRule.Long), rank);
                return true;
            case Name.Generator:
                var (uri, version) = (e.UrlAttribute("uri"u8) ?? e.UrlAttribute("url"u8), RssFields.Known(e.Attribute("version"u8)));
                var name = e.Text();
                if ((name ?? uri ?? version) is not null) d.Generator.Offer(new Generator(name, uri, version), rank);
                return true;
            case Name.Icon:
                d.Icon.Offer(e.Url(), rank);
                return true;
            case Name.Logo:
                d.Logo.Offer(e.Url(), rank);
                return true;
            default:
                return false;
        }
    }

    private static void Link(ElementCursor e, Draft d, Rank rank)
    {
        var relation = e.Attribute("rel"u8) is { Length: > 0 } given ? given : "alternate";
        var (type, title) = (RssFields.Known(e.Attribute("type"u8)), RssFields.Known(e.Attribute("title"u8)));
        var (language, length) = (RssFields.Known(e.Attribute("hreflang"u8)), RssFields.Known(e.Attribute("length"u8)));
        var stated = e.Attribute("href"u8);
        var href = stated is "" && e.Tokens.HasOwnBase ? e.Base : e.UrlAttribute("href"u8) ?? e.Url();   // An empty reference is the base itself.
        if (href is null) return;
        d.AddLink(new FeedLink(href, relation) { Type = type, Title = title, HrefLang = language, Length = length });
        switch (relation.ToLowerInvariant())
        {
            case "alternate" or "http://www.iana.org/assignments/relation/alternate":
                d.Link.Offer(href, rank);
                break;
            case "enclosure" or "http://www.iana.org/assignments/relation/enclosure" when !d.IsFeed:
                d.AddEnclosure(new FeedEnclosure(href, type, RssFields.Length(length)));
                break;
            case "license":
                d.License.Offer(href, Rank.Other);
                break;
            case "replies" when !d.IsFeed:
                if (type is null || !type.Contains("html", StringComparison.OrdinalIgnoreCase)) d.CommentsFeedUrl.Offer(href, Rank.Atom);
                else d.CommentsUrl.Offer(href, Rank.Atom);
                break;
        }
    }

    private static void Content(ElementCursor e, Draft d)
    {
        var src = e.UrlAttribute("src"u8);
        var type = RssFields.Known(e.Attribute("type"u8));
        if (src is not null) d.AddContent(new FeedText("", TextKind.Text) { MediaType = type, ContentUrl = src });
        else if (AtomText.Read(e, LeafRule.Long) is { } content) d.AddContent(content);
    }

    private static void Source(ElementCursor e, Draft d, Rank rank)
    {
        var source = new Draft(isFeed: true);
        var depth = e.Tokens.Depth;
        var rssUrl = e.UrlAttribute("url"u8);
        while (e.NextChild(depth))
        {
            var child = e.Tokens.Depth;
            if (e.Ns is Ns.Atom) Read(e, source);
            e.Tokens.SkipTo(child);
        }

        // RSS's attribute on Atom's element: some feeds mix the two.
        if (rssUrl is not null && source.Link.Value is null && !source.Links.Exists(link => link.Rel == "self")) source.AddLink(new FeedLink(rssUrl, "self"));
        d.Source.Offer(source.ToFeed("atom", true, []), rank);
    }

    /// <summary>An Atom person construct; one that is only a text is taken as RSS's.</summary>
    internal static FeedPerson? Person(ElementCursor e)
    {
        var depth = e.Tokens.Depth;
        string? name = null, email = null, uri = null, text = null;
        while (e.Tokens.Read() != Token.Eof && !(e.Tokens.Token == Token.End && e.Tokens.Depth <= depth))
        {
            if (e.Tokens.Token == Token.Text) text ??= e.Tokens.TextValue().Trim() is { Length: > 0 } t ? t : null;
            if (e.Tokens.Token != Token.Start) continue;
            var child = e.Tokens.Depth;
            switch (e.Name)
            {
                case Name.Name: name ??= e.Text(); break;
                case Name.Email: email ??= e.Text(); break;
                case Name.Uri or Name.Url or Name.Homepage: uri ??= e.Url(); break;
            }

            e.Tokens.SkipTo(child);
        }

        return (name ?? email ?? uri) is null ? PersonText.Parse(text) : new FeedPerson(name, email, uri);
    }
}
