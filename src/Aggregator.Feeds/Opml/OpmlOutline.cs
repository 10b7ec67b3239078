using System.Xml;

namespace Aggregator.Feeds;

/// <summary>An outline of OPML that names a feed.</summary>
/// <param name="XmlUrl">The feed's address as written (<c>xmlUrl</c>), trimmed.</param>
public sealed record OpmlOutline(string XmlUrl)
{
    /// <summary>The page that the feed belongs to (<c>htmlUrl</c>), as written.</summary>
    public string? HtmlUrl { get; init; }

    /// <summary>The name: <c>title</c>, else <c>text</c>.</summary>
    public string? Title { get; init; }

    /// <summary>The names (<c>text</c>, else <c>title</c>) of the outlines around it that are no feeds, outermost first.</summary>
    public IReadOnlyList<string> Folder { get; init; } = [];

    /// <summary>Every other attribute: <c>type</c>, <c>category</c>, and those of other namespaces. The name is the local one with its namespace (empty for
    /// OPML's own), the value decoded.</summary>
    public IReadOnlyList<KeyValuePair<XmlQualifiedName, string>> Attributes { get; init; } = [];

    /// <summary>Line of the outline in the document, from 1; 0 in a document that was not read.</summary>
    public int Line { get; init; }
}
