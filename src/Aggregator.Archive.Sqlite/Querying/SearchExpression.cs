using System.Text;

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

    private static string One(SearchTerm term)
    {
        var text = $"\"{term.Text.Replace("\"", "\"\"", StringComparison.Ordinal)}\"{(term.IsPrefix ? " *" : "")}";
        return term.Column is null ? text : $"{term.Column} : {text}";
    }
}
