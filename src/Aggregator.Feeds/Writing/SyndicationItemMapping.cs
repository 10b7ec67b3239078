using System.Globalization;
using System.ServiceModel.Syndication;
using System.Xml;
using System.Xml.Linq;

namespace Aggregator.Feeds;

/// <summary>Maps items to the model of System.ServiceModel.Syndication, one at a time.</summary>
/// <param name="elements">The format's elements.</param>
/// <param name="source">Maps the feed that an item was taken from.</param>
/// <param name="feedLanguage">The language in effect around the items.</param>
/// <param name="feedUpdated">What Atom, which demands a date, says for an item that has none.</param>
internal sealed class SyndicationItemMapping(SyndicationElements elements, Func<ParsedFeed, SyndicationFeed> source, string? feedLanguage, DateTimeOffset feedUpdated)
{
    internal SyndicationItem Of(FeedItem item)
    {
        var language = item.Language ?? feedLanguage;
        var mapped = new SyndicationItem
        {
            Id = elements.IsAtom ? WritableText.Clean(ItemIds.Of(item)) : item.Id is null ? null : WritableText.Clean(item.Id),
            Title = item.Title is null && !elements.IsAtom ? null : elements.Text(item.Title, language),
            Copyright = item.Rights is null ? null : elements.Text(item.Rights, language),
        };
        Dates(item, mapped);
        foreach (var link in FeedLinks.Of(item, elements.IsAtom)) elements.Add(link, mapped.Links, mapped.ElementExtensions);
        Permalink(item, mapped);
        Texts(item, mapped, language);
        foreach (var author in item.Authors) elements.Add(author, "author", mapped.Authors, mapped.ElementExtensions);
        foreach (var contributor in item.Contributors)
            if (SyndicationElements.Person(contributor) is { } person) mapped.Contributors.Add(person);
        foreach (var category in item.Categories) mapped.Categories.Add(SyndicationElements.Category(category));
        if (item.Source is { } feed) mapped.SourceFeed = source(feed);
        if (!string.IsNullOrEmpty(item.Language))
            mapped.AttributeExtensions[new XmlQualifiedName("lang", XNamespace.Xml.NamespaceName)] = WritableText.Clean(item.Language);
        Picture(item, mapped);
        Modules(item, mapped);
        return mapped;
    }

    private void Dates(FeedItem item, SyndicationItem mapped)
    {
        if (item.Published?.At is { } published) mapped.PublishDate = published.ToUniversalTime();
        if (item.Updated?.At is { } updated) mapped.LastUpdatedTime = updated.ToUniversalTime();
        else if (elements.IsAtom) mapped.LastUpdatedTime = (item.Published?.At ?? feedUpdated).ToUniversalTime();
    }

    // The formatter calls a guid a permalink exactly when it is the link; where the item says otherwise, the element is ours.
    private void Permalink(FeedItem item, SyndicationItem mapped)
    {
        if (elements.IsAtom || string.IsNullOrEmpty(item.Id) || item.IdIsPermalink is not { } isPermalink) return;
        if (isPermalink == (item.Id == item.Url && mapped.Links.Any(l => l.RelationshipType == "alternate"))) return;
        mapped.Id = null;
        SyndicationElements.Add(mapped.ElementExtensions, new XElement("guid", new XAttribute("isPermaLink", isPermalink), WritableText.Clean(item.Id)));
    }

    private void Texts(FeedItem item, SyndicationItem mapped, string? language)
    {
        if (elements.IsAtom)
        {
            if (item.Summary is not null) mapped.Summary = elements.Text(item.Summary, language);
            if (item.Content is not null) mapped.Content = elements.Text(item.Content, language);
        }
        else
        {
            // An RSS description is HTML, so plain text is escaped; with Content set the formatter would write an Atom element.
            if (item.Summary is not null) mapped.Summary = new TextSyndicationContent(Markup(item.Summary));
            if (item.Content is not null) SyndicationElements.Add(mapped.ElementExtensions, new XElement(SyndicationElements.Content + "encoded", Markup(item.Content)));
        }

        if (item.Content is null && item.Contents.FirstOrDefault(c => c.ContentUrl is not null) is { } elsewhere)
            SyndicationElements.Add(mapped.ElementExtensions, new XElement(
                SyndicationElements.Atom + "content",
                new XAttribute("src", WritableText.Clean(elsewhere.ContentUrl)), SyndicationElements.Attribute("type", elsewhere.MediaType)));
    }

    private static string Markup(FeedText text) => text.Kind == TextKind.Text ? WritableText.AsHtml(text.Value) : WritableText.Clean(text.Value);

    private static void Picture(FeedItem item, SyndicationItem mapped)
    {
        if ((item.ImageUrl ?? item.Image?.Url) is not { Length: > 0 } url) return;
        SyndicationElements.Add(mapped.ElementExtensions, new XElement(
            SyndicationElements.Media + "thumbnail",
            new XAttribute("url", WritableText.Clean(url)), SyndicationElements.Attribute("width", item.Image?.Width), SyndicationElements.Attribute("height", item.Image?.Height)));
    }

    private void Modules(FeedItem item, SyndicationItem mapped)
    {
        var extensions = mapped.ElementExtensions;
        elements.Add(extensions, SyndicationElements.DublinCore, "dc", "publisher", SyndicationElements.WithMail(item.Publisher));
        elements.Add(extensions, SyndicationElements.Terms, "dcterms", "created", Instants.Rfc3339(item.Created?.At));
        elements.Add(extensions, SyndicationElements.Terms, "dcterms", "valid", item.Expires?.At is { } end ? $"end={Instants.Rfc3339(end)}" : null);
        elements.Add(extensions, SyndicationElements.FeedBurner, "feedburner", "origLink", item.OriginalUrl);
        if (!FeedLinks.HasLicense(item.Links, item.License)) elements.Add(extensions, SyndicationElements.Licences, "creativeCommons", "license", item.License);
        if (!elements.IsAtom)
        {
            if (!FeedLinks.HasReplies(item.Links, item.CommentsFeedUrl)) elements.Add(extensions, SyndicationElements.CommentApi, "wfw", "commentRss", item.CommentsFeedUrl);
            if (!FeedLinks.HasReplies(item.Links, item.CommentsUrl) && SyndicationElements.Optional(item.CommentsUrl) is { } comments)
                SyndicationElements.Add(extensions, new XElement("comments", comments));
        }

        var seconds = item.Enclosures.FirstOrDefault(e => e.DurationSeconds is not null)?.DurationSeconds;
        elements.AddPodcast(
            extensions, item.PodcastExplicit, item.PodcastBlock, item.PodcastSubtitle, item.PodcastDuration ?? seconds?.ToString(CultureInfo.InvariantCulture));
    }
}
