namespace Aggregator.Feeds;

/// <summary>What an element means for the plain text around and inside it.</summary>
internal enum HtmlElementKind
{
    /// <summary>No element of HTML.</summary>
    Unknown,

    /// <summary>Nothing: its text runs on.</summary>
    Inline,

    /// <summary>Begins and ends a line.</summary>
    Line,

    /// <summary>Begins and ends a paragraph.</summary>
    Paragraph,

    /// <summary><c>br</c>: one line end, two are a blank line.</summary>
    LineEnd,

    /// <summary>A table cell, apart from the one before it.</summary>
    Cell,

    /// <summary>A list: a paragraph, inside another list a line.</summary>
    List,

    /// <summary>White space counts inside.</summary>
    Preformatted,

    /// <summary>Program text or style sheet: not markup inside, dropped up to its end tag or the end.</summary>
    Raw,

    /// <summary>Dropped up to its end tag; without one only the tag is dropped, so that no text is lost.</summary>
    Dropped,
}
