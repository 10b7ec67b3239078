using System.Text;
using Aggregator.Archive.Sqlite.Indexing;

namespace Aggregator.Archive.Sqlite.Querying;

/// <summary>Turns the terms of a search into an expression of FTS5. Every text goes in as a quoted string, so that nothing in it is syntax;
/// FTS5's own tokenizer then parts it into words, exactly as it parted the articles.</summary>
internal static class SearchExpression
{
    /// <returns>The expression; null when there is nothing to look for.</returns>
    public static string? Of(IReadOnlyList<SearchTerm> terms)
    {
        var wanted = new StringBuilder();
        var unwanted = new StringBuilder();
        foreach (var term in terms)
        {
            if (term.IsExcluded && FieldGrams.Needs(term))
                continue; // In one field only: the index does not know the field of a pair of letters, so the filter takes them away.
            if (term.IsExcluded)
                unwanted.Append(unwanted.Length == 0 ? "" : " OR ").Append(One(term));
            else if (!term.IsAlternative || wanted.Length == 0)
                wanted.Append(wanted.Length == 0 ? "(" : ") AND (").Append(One(term));
            else
                wanted.Append(" OR ").Append(One(term));
        }
        if (wanted.Length == 0)
            return null;
        wanted.Append(')');
        return unwanted.Length == 0 ? wanted.ToString() : $"({wanted}) NOT ({unwanted})";
    }

    /// <summary>The expression of one term. In a field, of a script without spaces, it finds too much: see <see cref="FieldGrams"/>.</summary>
    public static string One(SearchTerm term)
    {
        var text = Quoted(term.Text, term.IsPrefix);
        if (term.Column is not null) text = $"{term.Column} : {text}";

        // A word of a script without spaces stands inside what the tokenizer takes for a word: its pairs of letters are found instead.
        var grams = Grams.ForSearch(term.Text);
        return grams.Count == 0 ? text : $"({text} OR ({string.Join(" AND ", grams.Select(g => $"grams : {Quoted(g.Text, g.IsPrefix)}"))}))";
    }

    private static string Quoted(string text, bool isPrefix) => $"\"{text.Replace("\"", "\"\"", StringComparison.Ordinal)}\"{(isPrefix ? " *" : "")}";
}
