using Aggregator.Feeds;

namespace Aggregator.Pipeline.Normalizing;

/// <summary>The words of an item: the fullest body it gives, that body's markup, and its own summary.</summary>
/// <param name="Summary">Null when it says the same as <paramref name="Text"/>.</param>
/// <param name="Key">Hash of the folded words of <paramref name="Text"/>; null without a word.</param>
/// <param name="Words">How many they are.</param>
internal readonly record struct ItemBody(string? Text, string? Html, string? Summary, long? Key, int Words)
{
    public static ItemBody Of(FeedItem item)
    {
        var (text, html) = PlainText.OfBody(item.Content);
        var (summary, summaryHtml) = PlainText.OfBody(item.Summary);
        // A content without a word counts as none; its markup (a picture, say) stays unless the summary has some.
        if (text is null) (text, html, summary) = (summary, summaryHtml ?? html, null);
        var (key, words) = FoldedText.KeyOf(text);
        return new ItemBody(text, html, SaysTheSame(summary, text, key) ? null : summary, key, words);
    }

    // Punctuation and spelling alone do not halve a text.
    private static bool SaysTheSame(string? summary, string? text, long? key) =>
        summary == text
        || (summary is not null && text is not null && summary.Length * 2L >= text.Length && text.Length * 2L >= summary.Length && FoldedText.KeyOf(summary).Key == key);
}
