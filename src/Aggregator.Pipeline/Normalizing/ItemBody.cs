using Aggregator.Feeds;

namespace Aggregator.Pipeline.Normalizing;

/// <summary>The words of an item: the fullest body it gives, that body's markup, and its own summary.</summary>
/// <param name="Summary">Null when it says the same as <paramref name="Text"/>.</param>
internal readonly record struct ItemBody(string? Text, string? Html, string? Summary)
{
    public static ItemBody Of(FeedItem item)
    {
        var (text, html) = PlainText.OfBody(item.Content);
        if (item.Summary is null) return new ItemBody(text, html, null);

        var (summary, summaryHtml) = PlainText.OfBody(item.Summary);
        // A content without a word counts as none; its markup (a picture, say) stays unless the summary has some.
        if (text is null) return new ItemBody(summary, summaryHtml ?? html, null);
        return new ItemBody(text, html, summary == text || FoldedText.KeyOf(summary).Key == FoldedText.KeyOf(text).Key ? null : summary);
    }
}
