using System.ServiceModel.Syndication;
using System.Xml;
using System.Xml.Linq;

namespace Aggregator.Feeds;

/// <summary>Maps a feed to the model of System.ServiceModel.Syndication, with what its formatters leave to extensions.</summary>
internal sealed class SyndicationMapping(FeedFormat format)
{
    private static readonly XNamespace Atom = "http://www.w3.org/2005/Atom";
    private static readonly XNamespace Content = "http://purl.org/rss/1.0/modules/content/";
    private static readonly XNamespace DublinCore = "http://purl.org/dc/elements/1.1/";
    private static readonly XNamespace Media = "http://search.yahoo.com/mrss/";

    private readonly bool _isAtom = format == FeedFormat.Atom;

    internal SyndicationFeed Of(OutgoingFeed feed)
    {
        var mapped = new SyndicationFeed
        {
            Id = WritableText.Clean(feed.Id),
            Title = Plain(feed.Title),
            Description = feed.Description is null && _isAtom ? null : Plain(feed.Description),
            LastUpdatedTime = feed.Updated.ToUniversalTime(),
            Generator = feed.Generator is null ? null : WritableText.Clean(feed.Generator),
            Language = string.IsNullOrEmpty(feed.Language) ? null : WritableText.Clean(feed.Language),
        };
        Declare(mapped.AttributeExtensions, "media", Media);
        if (!_isAtom)
        {
            Declare(mapped.AttributeExtensions, "content", Content);
            Declare(mapped.AttributeExtensions, "dc", DublinCore);
        }
        AddLink(mapped.Links, mapped.ElementExtensions, feed.Link, "alternate");
        AddLink(mapped.Links, mapped.ElementExtensions, feed.SelfUrl, "self");
        // RFC 4287, 4.1.1: a feed has an author unless all its entries have.
        if (_isAtom)
            mapped.Authors.Add(new SyndicationPerson { Name = WritableText.Clean(feed.Title) });
        mapped.Items = feed.Items.Select(item => Of(item, feed));
        return mapped;
    }

    private SyndicationItem Of(OutgoingItem item, OutgoingFeed feed)
    {
        var mapped = new SyndicationItem
        {
            Id = WritableText.Clean(item.Id),
            Title = item.Title is null && !_isAtom ? null : Plain(item.Title),
        };
        if (item.Published is { } published)
            mapped.PublishDate = published.ToUniversalTime();
        if (item.Updated is { } updated)
            mapped.LastUpdatedTime = updated.ToUniversalTime();
        else if (_isAtom)
            mapped.LastUpdatedTime = (item.Published ?? feed.Updated).ToUniversalTime();
        AddLink(mapped.Links, mapped.ElementExtensions, item.Url, "alternate");
        Texts(item, mapped);
        People(item.Authors, mapped);
        foreach (var category in item.Categories)
            mapped.Categories.Add(new SyndicationCategory(WritableText.Clean(category.Term), Optional(category.Scheme), Optional(category.Label)));
        foreach (var enclosure in item.Enclosures)
            Enclosure(enclosure, mapped);
        if (item.Source is { } source)
            mapped.SourceFeed = Source(source);
        if (!string.IsNullOrEmpty(item.Language))
            mapped.AttributeExtensions[new XmlQualifiedName("lang", XNamespace.Xml.NamespaceName)] = WritableText.Clean(item.Language);
        if (!string.IsNullOrEmpty(item.ImageUrl))
            Extend(mapped.ElementExtensions, new XElement(Media + "thumbnail", new XAttribute("url", WritableText.Clean(item.ImageUrl))));
        return mapped;
    }

    private void Texts(OutgoingItem item, SyndicationItem mapped)
    {
        if (_isAtom)
        {
            if (item.Summary is not null)
                mapped.Summary = Plain(item.Summary);
            if (item.ContentHtml is not null)
                mapped.Content = new TextSyndicationContent(WritableText.Clean(item.ContentHtml), TextSyndicationContentKind.Html);
            else if (item.ContentText is not null)
                mapped.Content = Plain(item.ContentText);
            return;
        }
        // An RSS description is HTML, so plain text is escaped; with Content set the formatter would write an Atom element.
        if (item.Summary is not null)
            mapped.Summary = new TextSyndicationContent(WritableText.AsHtml(item.Summary));
        var body = item.ContentHtml ?? (item.ContentText is { } text ? WritableText.AsHtml(text) : null);
        if (body is not null)
            Extend(mapped.ElementExtensions, new XElement(Content + "encoded", WritableText.Clean(body)));
    }

    private void People(IReadOnlyList<FeedPerson> authors, SyndicationItem mapped)
    {
        foreach (var author in authors)
        {
            var name = Optional(author.Name) ?? Optional(author.Email) ?? Optional(author.Uri);
            if (name is null)
                continue;
            if (_isAtom)
                mapped.Authors.Add(new SyndicationPerson { Name = name, Email = Optional(author.Email), Uri = Optional(author.Uri) });
            else
                Extend(mapped.ElementExtensions, new XElement(DublinCore + "creator", name));
        }
    }

    private void Enclosure(FeedEnclosure enclosure, SyndicationItem mapped)
    {
        var type = Optional(enclosure.Type) ?? (_isAtom ? null : "application/octet-stream");
        if (TryUri(enclosure.Url, out var uri))
        {
            mapped.Links.Add(new SyndicationLink(uri) { RelationshipType = "enclosure", MediaType = type, Length = Math.Max(0, enclosure.Length ?? 0) });
            return;
        }
        var url = WritableText.Clean(enclosure.Url);
        Extend(mapped.ElementExtensions, _isAtom
            ? new XElement(Atom + "link", new XAttribute("rel", "enclosure"), new XAttribute("href", url))
            : new XElement("enclosure", new XAttribute("url", url), new XAttribute("type", type!), new XAttribute("length", Math.Max(0, enclosure.Length ?? 0))));
    }

    private static SyndicationFeed Source(ParsedFeed source)
    {
        var feed = new SyndicationFeed { Title = Plain(source.Title?.Value) };
        if (TryUri(source.SelfUrl, out var uri))
            feed.Links.Add(SyndicationLink.CreateSelfLink(uri));
        return feed;
    }

    /// <summary>An address that <see cref="Uri"/> refuses is still written, as it is.</summary>
    private void AddLink(System.Collections.ObjectModel.Collection<SyndicationLink> links, SyndicationElementExtensionCollection extensions, string? url, string relation)
    {
        if (string.IsNullOrEmpty(url))
            return;
        if (TryUri(url, out var uri))
            links.Add(new SyndicationLink(uri) { RelationshipType = relation });
        else if (_isAtom || relation != "alternate")
            Extend(extensions, new XElement(Atom + "link", new XAttribute("rel", relation), new XAttribute("href", WritableText.Clean(url))));
        else
            Extend(extensions, new XElement("link", WritableText.Clean(url)));
    }

    private static bool TryUri(string? url, out Uri uri)
    {
        uri = null!;
        return !string.IsNullOrEmpty(url) && Uri.TryCreate(WritableText.Clean(url), UriKind.RelativeOrAbsolute, out uri!);
    }

    private static TextSyndicationContent Plain(string? text) => new(WritableText.Clean(text));

    private static string? Optional(string? text) => string.IsNullOrWhiteSpace(text) ? null : WritableText.Clean(text);

    private static void Extend(SyndicationElementExtensionCollection extensions, XElement element)
    {
        using var reader = element.CreateReader();
        extensions.Add(reader);
    }

    private static void Declare(Dictionary<XmlQualifiedName, string> attributes, string prefix, XNamespace name) =>
        attributes[new XmlQualifiedName(prefix, XNamespace.Xmlns.NamespaceName)] = name.NamespaceName;
}
