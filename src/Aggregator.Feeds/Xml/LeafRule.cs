namespace Aggregator.Feeds.Xml;

/// <summary>Which start tags show that the end tag of a text field was lost.</summary>
internal enum LeafRule : byte
{
    /// <summary>None: what is inside is markup.</summary>
    Markup,

    /// <summary>A long text, which may hold HTML by mistake: only names that HTML does not have.</summary>
    Long,

    /// <summary>A short text such as a title, link or guid.</summary>
    Short,
}

/// <summary>The rule itself.</summary>
internal static class LostEndTag
{
    /// <summary>True when a field of an item cannot be inside the open one: the open one has ended.</summary>
    public static bool Shows(LeafRule rule, Ns leaf, Ns ns, Name name)
    {
        if (rule == LeafRule.Markup) return false;
        if (ns is Ns.DublinCore or Ns.Content or Ns.Itunes) return leaf != ns || rule == LeafRule.Short;
        if (ns != leaf && ns is not (Ns.None or Ns.Atom)) return false;
        if (name is Name.Item or Name.Entry or Name.PubDate or Name.Guid or Name.Published or Name.Updated or Name.Enclosure or Name.LastBuildDate) return true;
        return rule == LeafRule.Short && name is Name.Title or Name.Link or Name.Description or Name.Id or Name.Author or Name.Category or Name.Comments
            or Name.Content or Name.Summary or Name.Issued or Name.Modified or Name.Source or Name.Language or Name.Copyright or Name.Generator
            or Name.ManagingEditor or Name.WebMaster or Name.Ttl or Name.Image or Name.Contributor;
    }
}
