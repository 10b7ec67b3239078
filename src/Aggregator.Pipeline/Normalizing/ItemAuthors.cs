using Aggregator.Feeds;

namespace Aggregator.Pipeline.Normalizing;

/// <summary>The authors of an item: names as one line of text, each person once.</summary>
internal static class ItemAuthors
{
    public static IReadOnlyList<FeedPerson> Of(IReadOnlyList<FeedPerson> authors)
    {
        if (authors.Count == 0) return [];
        var persons = new List<FeedPerson>(authors.Count);
        var seen = new HashSet<string>(authors.Count, StringComparer.OrdinalIgnoreCase);
        foreach (var author in authors)
        {
            // RSS items often name a person twice, in author and dc:creator.
            var person = author with { Name = NameOf(author) };
            if (PlainText.OfLine(person.Name ?? person.Email ?? person.Uri) is { } shown && seen.Add(shown)) persons.Add(person);
        }

        return persons;
    }

    /// <summary>Of authors once cleaned: the names, else the addresses, joined with <c>, </c>; null when there is none.</summary>
    public static string? Joined(IReadOnlyList<FeedPerson> authors) =>
        authors.Count == 0 ? null : string.Join(", ", authors.Select(p => PlainText.OfLine(p.Name ?? p.Email ?? p.Uri))) is { Length: > 0 } names ? names : null;

    private static string? NameOf(FeedPerson person) => person.Name is null ? null : PlainText.OfLine(new FeedText(person.Name, TextKind.Html));
}
