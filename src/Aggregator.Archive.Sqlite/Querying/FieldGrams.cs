using Aggregator.Archive.Sqlite.Indexing;

namespace Aggregator.Archive.Sqlite.Querying;

/// <summary>
/// <c>title:</c> and the like before a word of a script without spaces. Its pairs of letters are indexed for all fields together, so the index
/// finds the articles that have them anywhere, and these conditions look into the field.
/// </summary>
internal static class FieldGrams
{
    public static bool Needs(SearchTerm term) => term.Column is not null && Grams.ForSearch(term.Text).Count > 0;

    /// <summary>Adds a condition for each group of alternatives that has such a term, and for each excluded one.</summary>
    public static void AddTo(SearchFilter filter, IReadOnlyList<SearchTerm> terms)
    {
        foreach (var term in terms.Where(t => t.IsExcluded && Needs(t))) filter.AddLate($"NOT ({InField(filter, term)})");

        var group = new List<SearchTerm>();
        foreach (var term in terms.Where(t => !t.IsExcluded))
        {
            if (!term.IsAlternative) Add(filter, group);
            if (!term.IsAlternative) group.Clear();
            group.Add(term);
        }

        Add(filter, group);
    }

    private static void Add(SearchFilter filter, List<SearchTerm> alternatives)
    {
        if (!alternatives.Any(Needs)) return;
        filter.AddLate($"({string.Join(" OR ", alternatives.Select(t => Needs(t) ? InField(filter, t) : InIndex(filter, t)))})");
    }

    private static string InIndex(SearchFilter filter, SearchTerm term) =>
        $"a.id IN (SELECT i.rowid FROM article_search i WHERE i.article_search MATCH :{filter.Value(SearchExpression.One(term))})";

    // Each word by itself: what stands between two is no matter to the tokenizer either.
    private static string InField(SearchFilter filter, SearchTerm term)
    {
        var field = term.Column == "text" ? "(SELECT b.text FROM article_body b WHERE b.article_id = a.id)" : $"a.{term.Column}";
        return string.Join(" AND ", Words(term.Text).Select(word => $"coalesce({field} LIKE '%' || :{filter.Value(word)} || '%', 0)"));
    }

    private static IEnumerable<string> Words(string text)
    {
        var word = new System.Text.StringBuilder();
        foreach (var rune in text.EnumerateRunes())
        {
            if (SearchWords.HasWord(rune.ToString()))
            {
                word.Append(rune);
                continue;
            }

            if (word.Length > 0) yield return word.ToString();
            word.Clear();
        }

        if (word.Length > 0) yield return word.ToString();
    }
}
