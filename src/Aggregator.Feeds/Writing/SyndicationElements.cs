using System.Collections.ObjectModel;
using System.Globalization;
using System.ServiceModel.Syndication;
using System.Xml;
using System.Xml.Linq;

namespace Aggregator.Feeds;

/// <summary>What feeds and items have in common in the model of System.ServiceModel.Syndication: texts, links, people, elements of modules.</summary>
internal sealed class SyndicationElements(bool isAtom)
{
    internal static readonly XNamespace Atom = "http://www.w3.org/2005/Atom";
    internal static readonly XNamespace Content = "http://purl.org/rss/1.0/modules/content/";
    internal static readonly XNamespace DublinCore = "http://purl.org/dc/elements/1.1/";
    internal static readonly XNamespace Media = "http://search.yahoo.com/mrss/";
    internal static readonly XNamespace Terms = "http://purl.org/dc/terms/";
    internal static readonly XNamespace Itunes = "http://www.itunes.com/dtds/podcast-1.0.dtd";
    internal static readonly XNamespace Licences = "http://backend.userland.com/creativeCommonsRssModule";
    internal static readonly XNamespace FeedBurner = "http://rssnamespace.org/feedburner/ext/1.0";
    internal static readonly XNamespace CommentApi = "http://wellformedweb.org/CommentAPI/";

    internal bool IsAtom { get; } = isAtom;

    /// <summary>Declares at the root what most items need; other prefixes stand where they are used.</summary>
    internal void Declare(SyndicationFeed feed)
    {
        Declare("media", Media);
        if (IsAtom) return;
        Declare("content", Content);
        Declare("dc", DublinCore);

        void Declare(string prefix, XNamespace name) => feed.AttributeExtensions[new XmlQualifiedName(prefix, XNamespace.Xmlns.NamespaceName)] = name.NamespaceName;
    }

    /// <summary>A text construct. RSS does not say what its texts are: they are written as they stand.</summary>
    /// <param name="text">The text; null is an empty one.</param>
    /// <param name="language">The language in effect around it.</param>
    internal TextSyndicationContent Text(FeedText? text, string? language = null)
    {
        var isMarkup = IsAtom && text is { Kind: not TextKind.Text };
        var content = new TextSyndicationContent(WritableText.Clean(text?.Value), isMarkup ? TextSyndicationContentKind.Html : TextSyndicationContentKind.Plaintext);
        if (IsAtom && !string.IsNullOrEmpty(text?.Language) && text.Language != language)
            content.AttributeExtensions[new XmlQualifiedName("lang", XNamespace.Xml.NamespaceName)] = WritableText.Clean(text.Language);
        return content;
    }

    /// <summary>Adds a link. An address that <see cref="Uri"/> refuses, or that it would spell otherwise, is written in an element of our own.</summary>
    internal void Add(FeedLink link, Collection<SyndicationLink> links, SyndicationElementExtensionCollection extensions)
    {
        if (string.IsNullOrEmpty(link.Href)) return;
        var url = WritableText.Clean(link.Href);
        var type = Optional(link.Type) ?? (!IsAtom && link.Rel == "enclosure" ? "application/octet-stream" : null);
        if (!Uri.TryCreate(url, UriKind.RelativeOrAbsolute, out var uri) || (uri.IsAbsoluteUri && !IsSpelled(uri, url)))
        {
            Add(extensions, Element(link, url, type));
            return;
        }

        var size = Optional(link.Length);
        var isLength = long.TryParse(size, NumberStyles.None, CultureInfo.InvariantCulture, out var length);
        var mapped = new SyndicationLink(uri) { RelationshipType = WritableText.Clean(link.Rel), MediaType = type, Title = Optional(link.Title), Length = length };
        if (Optional(link.HrefLang) is { } language) mapped.AttributeExtensions[new XmlQualifiedName("hreflang")] = language;
        if (size is not null && (!isLength || length == 0)) mapped.AttributeExtensions[new XmlQualifiedName("length")] = size;
        links.Add(mapped);
    }

    private XElement Element(FeedLink link, string url, string? type)
    {
        if (!IsAtom && link.Rel == "alternate") return new XElement("link", url);
        if (!IsAtom && link.Rel == "enclosure")
            return new XElement("enclosure", new XAttribute("url", url), new XAttribute("type", type!), new XAttribute("length", Optional(link.Length) ?? "0"));
        return new XElement(
            Atom + "link", new XAttribute("rel", WritableText.Clean(link.Rel)), new XAttribute("href", url),
            Attribute("type", type), Attribute("title", link.Title), Attribute("hreflang", link.HrefLang), Attribute("length", link.Length));
    }

    /// <summary>An attribute; null, which XElement leaves out, when it has no value.</summary>
    internal static XAttribute? Attribute(string name, string? value) => Optional(value) is { } text ? new XAttribute(name, text) : null;

    // The formatters write an address with its path normalised and escaped; one without a path gets one (RFC 3986, 6.2.3).
    private static bool IsSpelled(Uri uri, string url)
    {
        var written = uri.GetComponents(UriComponents.SerializationInfoString, UriFormat.UriEscaped);
        return written == url || (written.Length == url.Length + 1 && written[^1] == '/' && written.StartsWith(url, StringComparison.Ordinal));
    }

    /// <summary>Adds an author. RSS has mail addresses and, in Dublin Core, names; a page stands only in Atom's element.</summary>
    /// <param name="person">The author.</param>
    /// <param name="mailElement">RSS's element for a person with a mail address; null when there is none, or it is taken.</param>
    /// <param name="people">Where Atom's authors are.</param>
    /// <param name="extensions">Where RSS's authors are.</param>
    internal void Add(FeedPerson person, string? mailElement, Collection<SyndicationPerson> people, SyndicationElementExtensionCollection extensions)
    {
        if (NameOf(person) is not { } name) return;
        if (IsAtom)
        {
            people.Add(Person(person, name));
            return;
        }

        var (mail, page) = (Optional(person.Email), Optional(person.Uri));
        if (mail is not null && mailElement is not null) Add(extensions, new XElement(mailElement, WithMail(mail, person)));
        else Add(extensions, new XElement(DublinCore + "creator", name));
        // The two are read as one person by the name.
        if (name != mail && name != page && (page is not null || (mail is not null && mailElement is null)))
            Add(extensions, new XElement(
                Atom + "author", new XElement(Atom + "name", name), page is null ? null : new XElement(Atom + "uri", page), mail is null ? null : new XElement(Atom + "email", mail)));
    }

    /// <summary>A person as Atom names one; null when nothing is known of it.</summary>
    internal static SyndicationPerson? Person(FeedPerson person) => NameOf(person) is { } name ? Person(person, name) : null;

    /// <summary><c>ann@news.example (Ann)</c>, or what there is of the two.</summary>
    internal static string? WithMail(FeedPerson? person) => person is null ? null : Optional(person.Email) is { } mail ? WithMail(mail, person) : NameOf(person);

    /// <summary>Adds an element of a module, unless it has no value.</summary>
    internal void Add(SyndicationElementExtensionCollection extensions, XNamespace space, string prefix, string name, string? value)
    {
        if (Optional(value) is not { } text) return;
        var isDeclared = space == Media || (!IsAtom && (space == DublinCore || space == Content));
        Add(extensions, new XElement(space + name, isDeclared ? null : new XAttribute(XNamespace.Xmlns + prefix, space.NamespaceName), text));
    }

    internal static void Add(SyndicationElementExtensionCollection extensions, XElement element)
    {
        using var reader = element.CreateReader();
        extensions.Add(reader);
    }

    /// <summary>Adds what podcast directories ask for.</summary>
    internal void AddPodcast(SyndicationElementExtensionCollection extensions, bool? isExplicit, bool? block, string? subtitle, string? duration)
    {
        Add(extensions, Itunes, "itunes", "explicit", isExplicit switch { true => "true", false => "false", null => null });
        Add(extensions, Itunes, "itunes", "block", block switch { true => "Yes", false => "No", null => null });
        Add(extensions, Itunes, "itunes", "subtitle", subtitle);
        Add(extensions, Itunes, "itunes", "duration", duration);
    }

    internal static SyndicationCategory Category(FeedCategory category) => new(WritableText.Clean(category.Term), Optional(category.Scheme), Optional(category.Label));

    internal static string? Optional(string? text) => string.IsNullOrWhiteSpace(text) ? null : WritableText.Clean(text);

    private static SyndicationPerson Person(FeedPerson person, string name) => new() { Name = name, Email = Optional(person.Email), Uri = Optional(person.Uri) };

    private static string? NameOf(FeedPerson person) => Optional(person.Name) ?? Optional(person.Email) ?? Optional(person.Uri);

    private static string WithMail(string mail, FeedPerson person) => Optional(person.Name) is { } name ? $"{mail} ({name})" : mail;
}
