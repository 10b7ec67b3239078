using Aggregator.Feeds;

namespace Aggregator.Pipeline.Normalizing;

/// <summary>The categories of an item: one line of text each, empty ones and repetitions left out.</summary>
internal static class ItemCategories
{
    public static IReadOnlyList<FeedCategory> Of(IReadOnlyList<FeedCategory> categories)
    {
        if (categories.Count == 0) return [];
        var clean = new List<FeedCategory>(categories.Count);
        var seen = new HashSet<(string Term, string? Scheme)>(categories.Count);
        foreach (var category in categories)
        {
            var term = PlainText.OfLine(new FeedText(category.Term, TextKind.Html)) ?? PlainText.OfLine(category.Label);
            if (term is not null && seen.Add((term, category.Scheme))) clean.Add(category with { Term = term });
        }

        return clean;
    }
}
