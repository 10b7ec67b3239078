namespace Aggregator.Pages.Showing;

/// <summary>An element that may be shown, and how the parser of HTML treats it (HTML Standard, 13.2.4 and 13.2.6).</summary>
/// <param name="Name">In lower case.</param>
/// <param name="Traits">What it does to the elements around it.</param>
/// <param name="Attributes">Its own attributes, besides those that every element may have.</param>
internal sealed record ShownTag(string Name, TagTraits Traits, string[] Attributes)
{
    internal bool Is(TagTraits traits) => (Traits & traits) != 0;
}

/// <summary>Traits of an element.</summary>
[Flags]
internal enum TagTraits
{
    None = 0,

    /// <summary>Has no end tag.</summary>
    Void = 1,

    /// <summary>Its start ends an open paragraph.</summary>
    EndsParagraph = 2,

    /// <summary>Of the parser's special category: end tags of formatting do not reach through it.</summary>
    Special = 4,

    /// <summary>Of the formatting category.</summary>
    Formatting = 8,

    /// <summary>End tags inside do not reach outside: cells, captions, tables.</summary>
    Scope = 16,

    /// <summary>Part of a table; means nothing outside one.</summary>
    TablePart = 32,

    /// <summary>A heading.</summary>
    Heading = 64,
}
