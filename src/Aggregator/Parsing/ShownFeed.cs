using Aggregator.Feeds;
using Aggregator.Pages.Showing;

namespace Aggregator.Parsing;

/// <summary>A feed whose HTML is safe to show: what <c>parse feed --sanitize</c> prints.</summary>
internal static class ShownFeed
{
    public static ReadOutcome Of(ReadOutcome outcome) => outcome is ReadOutcome.Parsed parsed ? parsed with { Feed = Of(parsed.Feed) } : outcome;

    private static ParsedFeed Of(ParsedFeed feed) => feed with
    {
        Title = Of(feed.Title),
        Description = Of(feed.Description),
        Rights = Of(feed.Rights),
        Info = Of(feed.Info),
        Items = [.. feed.Items.Select(Of)],
    };

    private static FeedItem Of(FeedItem item) => item with
    {
        Title = Of(item.Title),
        Summary = Of(item.Summary),
        Content = Of(item.Content),
        Contents = [.. item.Contents.Select(c => Of(c)!)],
        Rights = Of(item.Rights),
        Source = item.Source is { } source ? Of(source) : null,
    };

    // The reader has made addresses absolute already. A value without a tag is characters, and stays as it is.
    private static FeedText? Of(FeedText? text) =>
        text is null || text.Kind == TextKind.Text || !text.Value.Contains('<', StringComparison.Ordinal) ? text : text with { Value = ShownHtml.Sanitize(text.Value) };
}
