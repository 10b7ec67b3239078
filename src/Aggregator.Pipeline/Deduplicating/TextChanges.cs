using Aggregator.Pipeline.Normalizing;

namespace Aggregator.Pipeline.Deduplicating;

/// <summary>What an owner feed changed: columns of the view <c>revisions</c>, in its order.</summary>
internal static class TextChanges
{
    public static IReadOnlyList<string> Between(KnownText before, Article now)
    {
        var changed = new List<string>();
        Compare("title", before.Title, now.Title);
        Compare("subtitle", before.Subtitle, now.Subtitle);
        Compare("author", before.Author, now.Author);
        // Instants are stored to the second.
        if (before.PublishedAt?.ToUnixTimeSeconds() != now.Published?.At?.ToUnixTimeSeconds()) changed.Add("published_at");
        Compare("summary", before.Summary, now.Summary);
        Compare("text", before.Text, now.Text);
        Compare("html", before.Html, now.Html);
        return changed;

        void Compare(string column, string? was, string? is_)
        {
            if ((was ?? "") != (is_ ?? "")) changed.Add(column);
        }
    }
}
