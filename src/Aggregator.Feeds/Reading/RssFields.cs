using Aggregator.Feeds.Xml;

namespace Aggregator.Feeds.Reading;

/// <summary>The elements of RSS 0.90 to 2.0 and RDF, of a channel and of an item.</summary>
internal static class RssFields
{
    public static bool Read(ElementCursor e, Draft d)
    {
        switch (e.Name)
        {
            case Name.Title:
                d.Title.Offer(e.Html(LeafRule.Short), Rank.Own);
                return true;
            case Name.Link:
                Link(e, d);
                return true;
            case Name.Description or Name.Summary:
                Text(e, d);
                return true;
            case Name.PubDate:
                if (e.Date(DateFrom.Published(d)) is { } published) d.Claim(published, ref d.Published, Rank.Own);
                return true;
            case Name.Category:
                var scheme = e.Attribute("domain"u8);
                if (e.Text() is { } term) d.AddCategory(term, scheme, null);
                return true;
            case Name.Author:
                d.AddAuthor(Person(e));
                return true;
            case Name.Language:
                d.Language.Offer(e.Text(), Rank.Own);
                return true;
            case Name.Copyright or Name.Rights:
                d.Rights.Offer(e.Html(LeafRule.Short), Rank.Own);
                return true;
            case Name.Image:
                if (Image(e) is { } image) d.Image.Offer(image, Rank.Own);
                return true;
            default:
                return d.IsFeed ? Channel(e, d) : Item(e, d);
        }
    }

    private static bool Item(ElementCursor e, Draft d)
    {
        switch (e.Name)
        {
            case Name.Guid:
                var permalink = e.Attribute("isPermaLink"u8);
                if (e.Text() is { } guid && d.Id.Value is null)
                {
                    d.Id.Offer(guid, Rank.Own);
                    d.IdIsPermalink = !string.Equals(permalink, "false", StringComparison.OrdinalIgnoreCase);
                }

                return true;
            case Name.Id:
                d.Id.Offer(e.Text(), Rank.Last);
                return true;
            case Name.Enclosure:
                if (e.UrlAttribute("url"u8) is { } url) Enclosure(e, d, url);
                return true;
            case Name.Comments:
                d.CommentsUrl.Offer(e.Url(), Rank.Own);
                return true;
            case Name.Source:
                var sourceUrl = e.UrlAttribute("url"u8);
                var title = e.Text();
                if (title is not null || sourceUrl is not null) d.Source.Offer(e.Source(title, sourceUrl), Rank.Own);
                return true;
            case Name.ExpirationDate:
                if (e.Date(DateFrom.Expires) is { At: not null } expires) d.Expires.OfferLast(expires, Rank.Own);
                return true;
            case Name.Content or Name.Body or Name.Fullitem:
                if (e.Html(LeafRule.Long) is { } content) d.AddContent(content);
                return true;
            case Name.Tags or Name.Tag:
                foreach (var tag in (e.Text() ?? "").Split(',', StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries)) d.AddCategory(tag, null, null);
                return true;
            default:
                return false;
        }
    }

    private static bool Channel(ElementCursor e, Draft d)
    {
        switch (e.Name)
        {
            case Name.LastBuildDate:
                if (e.Date(DateFrom.Updated(d)) is { At: not null } built) d.Updated.OfferLast(built, Rank.Own);
                return true;
            case Name.ManagingEditor:
                d.AddAuthor(Person(e));
                return true;
            case Name.WebMaster:
                d.Publisher.Offer(Person(e), Rank.Own);
                return true;
            case Name.Generator:
                if (e.Text() is { } generator) d.Generator.Offer(new Generator(generator, null, null), Rank.Own);
                return true;
            case Name.Ttl:
                d.Ttl.Offer(e.Text(), Rank.Own);
                return true;
            case Name.Docs:
                d.Docs.Offer(e.Url(), Rank.Own);
                return true;
            case Name.Cloud:
                d.Cloud ??= Named(
                    ("domain", e.Attribute("domain"u8)), ("port", e.Attribute("port"u8)), ("path", e.Attribute("path"u8)),
                    ("registerProcedure", e.Attribute("registerProcedure"u8)), ("protocol", e.Attribute("protocol"u8)));
                return true;
            case Name.TextInput:
                TextInput(e, d);
                return true;
            default:
                return false;
        }
    }

    // A second text is the item's content: some feeds have both a description and a summary.
    private static void Text(ElementCursor e, Draft d)
    {
        if (e.Html(LeafRule.Long) is not { } text) return;
        if (d.IsFeed || d.Summary.Value is null || d.Summary.Rank != Rank.Own) d.Summary.Offer(text, Rank.Own);
        else if (text.Value != d.Summary.Value.Value) d.AddContent(text.Value.AsSpan().IndexOfAny('<', '&') < 0 ? text with { Kind = TextKind.Text } : text);
    }

    private static void Enclosure(ElementCursor e, Draft d, string url)
    {
        var (type, length) = (Known(e.Attribute("type"u8)), Known(e.Attribute("length"u8)));
        d.AddEnclosure(new FeedEnclosure(url, type, Length(length)));
        d.AddLink(new FeedLink(url, "enclosure") { Type = type, Length = length });
    }

    private static void Link(ElementCursor e, Draft d)
    {
        // Some RSS feeds write Atom's link without its namespace.
        var href = e.UrlAttribute("href"u8);
        var rel = e.Attribute("rel"u8);
        var text = e.Url();
        if ((text ?? href) is not { } url) return;
        d.AddLink(new FeedLink(url, text is null && rel is { Length: > 0 } ? rel : "alternate"));
        if (text is not null) d.Link.Offer(url, Rank.Own);
        else if (rel is null or "" or "alternate") d.Link.Offer(url, Rank.OwnSecond);
    }

    // Usually one text; some feeds write Atom's children.
    private static FeedPerson? Person(ElementCursor e)
    {
        var text = e.Tokens.ReadText(LeafRule.Short);
        if (!text.Contains("</", StringComparison.Ordinal)) return PersonText.Parse(text);
        var plain = Feeds.HtmlText.Of(text);
        return PersonText.Parse(plain.Length > 0 ? plain.Replace('\n', ' ') : text);
    }

    private static FeedImage? Image(ElementCursor e)
    {
        var depth = e.Tokens.Depth;
        var attribute = e.UrlAttribute("url"u8) ?? e.UrlAttribute("href"u8) ?? (e.Attribute(Ns.Rdf, "resource"u8) is { Length: > 0 } resource ? e.Absolute(resource) : null);
        string? url = null, title = null, link = null, width = null, height = null, description = null, text = null;
        var any = false;
        while (e.Tokens.Read() != Token.Eof && !(e.Tokens.Token == Token.End && e.Tokens.Depth <= depth))
        {
            if (e.Tokens.Token == Token.Text && !any) text ??= e.Tokens.TextValue().Trim() is { Length: > 0 } t ? t : null;
            if (e.Tokens.Token != Token.Start) continue;
            any = true;
            var child = e.Tokens.Depth;
            switch (e.Name)
            {
                case Name.Url: url ??= e.Url(); break;
                case Name.Title: title ??= e.Text(); break;
                case Name.Link: link ??= e.Url(); break;
                case Name.Width: width ??= e.Text(); break;
                case Name.Height: height ??= e.Text(); break;
                case Name.Description: description ??= e.Text(); break;
            }

            e.Tokens.SkipTo(child);
        }

        url ??= attribute ?? (text is null ? null : e.Absolute(text));
        return url is null && title is null && link is null && description is null
            ? null
            : new FeedImage(url) { Title = title, Link = link, Width = width, Height = height, Description = description };
    }

    private static void TextInput(ElementCursor e, Draft d)
    {
        var depth = e.Tokens.Depth;
        string? title = null, description = null, name = null, link = null;
        while (e.NextChild(depth))
        {
            var child = e.Tokens.Depth;
            switch (e.Name)
            {
                case Name.Title: title ??= e.Text(); break;
                case Name.Description: description ??= e.Text(); break;
                case Name.Name: name ??= e.Text(); break;
                case Name.Link: link ??= e.Url(); break;
            }

            e.Tokens.SkipTo(child);
        }

        if ((title ?? description ?? name ?? link) is not null) d.TextInput ??= Named(("title", title), ("description", description), ("name", name), ("link", link));
    }

    private static Dictionary<string, string> Named(params ReadOnlySpan<(string Name, string? Value)> values)
    {
        var named = new Dictionary<string, string>(values.Length, StringComparer.Ordinal);
        foreach (var (name, value) in values)
            if (value is not null) named.Add(name, value);
        return named;
    }

    internal static string? Known(string? value) => string.IsNullOrEmpty(value) ? null : value;

    /// <summary>A length in bytes; thousands may be parted by commas or dots.</summary>
    internal static long? Length(string? value)
    {
        if (string.IsNullOrEmpty(value)) return null;
        long length = 0;
        var digits = 0;
        foreach (var c in value.AsSpan().Trim())
        {
            if (c is ',' or '.' or ' ') continue;
            if (!char.IsAsciiDigit(c) || ++digits > 18) return null;
            length = (length * 10) + (c - '0');
        }

        return digits == 0 ? null : length;
    }
}
