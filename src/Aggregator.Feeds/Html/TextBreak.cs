namespace Aggregator.Feeds;

/// <summary>What is owed between two characters of plain text, weakest first.</summary>
internal enum TextBreak
{
    None,
    Space,
    Cell,
    Line,
    Paragraph,
}
