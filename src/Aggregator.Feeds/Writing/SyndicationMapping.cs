using System.Globalization;
using System.ServiceModel.Syndication;
using System.Xml.Linq;

namespace Aggregator.Feeds;

/// <summary>
/// Maps a feed to the model of System.ServiceModel.Syndication, with what its formatters leave to extensions. Its formatters put the clock's
/// time and chance where Atom demands a date or an id, so both are always given.
/// </summary>
internal sealed class SyndicationMapping(bool isAtom)
{
    // Where Atom demands a date and none is known. Year 1 is everywhere the zero of some clock, and so no date; its first second is replaced by
    // the formatter with the time of day.
    private static readonly DateTimeOffset Unknown = DateTimeOffset.MinValue.AddSeconds(1);

    private static readonly string[] CloudKeys = ["domain", "port", "path", "registerProcedure", "protocol"];
    private static readonly string[] TextInputKeys = ["title", "description", "name", "link"];

    private readonly SyndicationElements _elements = new(isAtom);

    internal SyndicationFeed Of(ParsedFeed feed, IEnumerable<FeedItem> items)
    {
        var mapped = Described(feed);
        _elements.Declare(mapped);
        var updated = feed.Updated?.At;
        if (isAtom)
        {
            updated ??= feed.Published?.At ?? (ReferenceEquals(items, feed.Items) ? feed.Items.Max(i => i.Updated?.At ?? i.Published?.At) : null) ?? Unknown;
            mapped.LastUpdatedTime = updated.Value.ToUniversalTime();
            mapped.Id ??= WritableText.Clean(feed.SelfUrl ?? feed.Link);
            // RFC 4287, 4.1.1: a feed has an author unless all its entries have.
            if (mapped.Authors.Count == 0) mapped.Authors.Add(new SyndicationPerson { Name = WritableText.Clean(feed.Title?.ToPlainText()) });
        }

        var itemMapping = new SyndicationItemMapping(_elements, Source, feed.Language, updated ?? Unknown);
        mapped.Items = items.Select(itemMapping.Of);
        return mapped;
    }

    // RSS names a source by title and address; Atom by all that its feed says of itself.
    private SyndicationFeed Source(ParsedFeed source)
    {
        if (isAtom) return Described(source);
        var feed = new SyndicationFeed { Title = _elements.Text(source.Title) };
        if (Uri.TryCreate(WritableText.Clean(source.SelfUrl ?? source.Link), UriKind.RelativeOrAbsolute, out var uri) && uri.OriginalString.Length > 0)
            feed.Links.Add(SyndicationLink.CreateSelfLink(uri));
        return feed;
    }

    private SyndicationFeed Described(ParsedFeed feed)
    {
        var mapped = new SyndicationFeed
        {
            Id = feed.Id is null ? null : WritableText.Clean(feed.Id),
            Title = _elements.Text(feed.Title, feed.Language),
            // RSS demands a description.
            Description = feed.Description is null && isAtom ? null : _elements.Text(feed.Description, feed.Language),
            Copyright = feed.Rights is null ? null : _elements.Text(feed.Rights, feed.Language),
            Language = SyndicationElements.Optional(feed.Language),
        };
        if (feed.Updated?.At is { } updated) mapped.LastUpdatedTime = updated.ToUniversalTime();
        foreach (var link in FeedLinks.Of(feed)) _elements.Add(link, mapped.Links, mapped.ElementExtensions);
        foreach (var category in feed.Categories) mapped.Categories.Add(SyndicationElements.Category(category));
        People(feed, mapped);
        Generator(feed, mapped);
        if (isAtom) Pictures(feed, mapped);
        else Channel(feed, mapped);
        Modules(feed, mapped);
        return mapped;
    }

    private void People(ParsedFeed feed, SyndicationFeed mapped)
    {
        // RSS has one managing editor.
        var element = "managingEditor";
        foreach (var author in feed.Authors)
        {
            _elements.Add(author, element, mapped.Authors, mapped.ElementExtensions);
            if (author.Email is not null) element = null;
        }

        foreach (var contributor in feed.Contributors)
            if (SyndicationElements.Person(contributor) is { } person) mapped.Contributors.Add(person);
    }

    private static void Generator(ParsedFeed feed, SyndicationFeed mapped)
    {
        var (uri, version) = (SyndicationElements.Optional(feed.GeneratorUri), SyndicationElements.Optional(feed.GeneratorVersion));
        if ((uri ?? version) is null) mapped.Generator = SyndicationElements.Optional(feed.Generator);
        else
            SyndicationElements.Add(mapped.ElementExtensions, new XElement(
                SyndicationElements.Atom + "generator",
                SyndicationElements.Attribute("uri", uri), SyndicationElements.Attribute("version", version), WritableText.Clean(feed.Generator)));
    }

    private void Pictures(ParsedFeed feed, SyndicationFeed mapped)
    {
        _elements.Add(mapped.ElementExtensions, SyndicationElements.Atom, "a", "icon", feed.Icon);
        _elements.Add(mapped.ElementExtensions, SyndicationElements.Atom, "a", "logo", feed.Logo ?? feed.Image?.Url);
        _elements.Add(mapped.ElementExtensions, SyndicationElements.Terms, "dcterms", "issued", Instants.Rfc3339(feed.Published?.At));
    }

    private void Channel(ParsedFeed feed, SyndicationFeed mapped)
    {
        var extensions = mapped.ElementExtensions;
        Plain("pubDate", feed.Published?.At?.ToString("R", CultureInfo.InvariantCulture));
        Plain("ttl", feed.Ttl);
        Plain("docs", feed.Docs);
        if (feed.Cloud is { } cloud)
            SyndicationElements.Add(extensions, new XElement("cloud", CloudKeys.Where(cloud.ContainsKey).Select(key => new XAttribute(key, WritableText.Clean(cloud[key])))));
        if (feed.TextInput is { } input)
            SyndicationElements.Add(extensions, new XElement("textInput", TextInputKeys.Where(input.ContainsKey).Select(key => new XElement(key, WritableText.Clean(input[key])))));
        if (feed.Image is { } image)
            SyndicationElements.Add(extensions, new XElement("image", Children(
                ("url", image.Url), ("title", image.Title), ("link", image.Link), ("width", image.Width), ("height", image.Height), ("description", image.Description))));
        _elements.Add(extensions, SyndicationElements.Atom, "a10", "icon", feed.Icon);
        _elements.Add(extensions, SyndicationElements.Atom, "a10", "logo", feed.Logo);

        void Plain(string name, string? value)
        {
            if (SyndicationElements.Optional(value) is { } text) SyndicationElements.Add(extensions, new XElement(name, text));
        }
    }

    private static IEnumerable<XElement> Children(params (string Name, string? Value)[] children) =>
        children.Where(c => c.Value is not null).Select(c => new XElement(c.Name, WritableText.Clean(c.Value)));

    private void Modules(ParsedFeed feed, SyndicationFeed mapped)
    {
        var extensions = mapped.ElementExtensions;
        _elements.Add(extensions, SyndicationElements.DublinCore, "dc", "publisher", SyndicationElements.WithMail(feed.Publisher));
        _elements.Add(extensions, SyndicationElements.Terms, "dcterms", "created", Instants.Rfc3339(feed.Created?.At));
        if (!FeedLinks.HasLicense(feed.Links, feed.License)) _elements.Add(extensions, SyndicationElements.Licences, "creativeCommons", "license", feed.License);
        _elements.AddPodcast(extensions, feed.PodcastExplicit, feed.PodcastBlock, feed.PodcastSubtitle, feed.PodcastDuration);
    }
}
