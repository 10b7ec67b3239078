using System.Globalization;

namespace Aggregator.Pipeline.Subscribing;

/// <summary>
/// Finds the feed that a person means by an address, an id, or a part of address or title.
/// Takes the words and the feeds; gives one feed, or a sentence that names those that could be meant.
/// </summary>
public static class FeedNames
{
    private const int Shown = 5;

    public static FeedNaming Find(string name, IReadOnlyList<NamedFeed> feeds)
    {
        var words = name.Trim();
        if (words.Length == 0) return new FeedNaming(null, "a feed is named by its address, its id, or a part of its address or title");

        // What is exact wins over what is a part: an address may be the beginning of another, and a number a part of many.
        Func<NamedFeed, bool>[] rules =
        [
            feed => feed.Url == words,
            feed => FeedUrl.Key(feed.Url) == FeedUrl.Key(words),
            feed => feed.Id is { } id && words == id.ToString(CultureInfo.InvariantCulture),
            feed => words.Equals(feed.Title, StringComparison.OrdinalIgnoreCase),
            feed => IsPart(words, feed.Url) || IsPart(words, feed.Title),
        ];
        foreach (var rule in rules)
        {
            List<int> found = [.. Enumerable.Range(0, feeds.Count).Where(i => rule(feeds[i]))];
            if (found.Count == 1) return new FeedNaming(found[0], null);
            if (found.Count > 1) return new FeedNaming(null, Several(words, [.. found.Select(i => feeds[i])]));
        }

        return new FeedNaming(null, $"no feed of the list is {FeedUrl.Shown(words)}");
    }

    private static bool IsPart(string words, string? whole) => whole?.Contains(words, StringComparison.OrdinalIgnoreCase) == true;

    private static string Several(string words, List<NamedFeed> found) => string.Create(CultureInfo.InvariantCulture,
        $"{FeedUrl.Shown(words)} may be any of {found.Count} feeds; say more of it: {string.Join(", ", found.Take(Shown).Select(Named))}{(found.Count > Shown ? ", …" : "")}");

    private static string Named(NamedFeed feed) => feed.Title is null ? feed.Url : $"{feed.Url} ({feed.Title})";
}

/// <summary>What a feed can be named by.</summary>
/// <param name="Id">Its id in the archive; null when it has none yet.</param>
/// <param name="Url">Its address as the list gives it.</param>
/// <param name="Title">The title that is shown for it; null when it has none.</param>
public sealed record NamedFeed(long? Id, string Url, string? Title);

/// <summary>The feed that is meant.</summary>
/// <param name="Index">Its place among the feeds; null when none, or several, could be meant.</param>
/// <param name="Problem">Then a sentence that says so.</param>
public readonly record struct FeedNaming(int? Index, string? Problem);
