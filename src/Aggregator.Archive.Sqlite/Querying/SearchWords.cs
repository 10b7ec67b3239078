using System.Globalization;
using System.Text;

namespace Aggregator.Archive.Sqlite.Querying;

/// <summary>
/// Reads what a person types into a search. Ours are: <c>"a phrase"</c>, <c>prefix*</c>, <c>-word</c>, <c>title:</c> <c>subtitle:</c>
/// <c>author:</c> <c>text:</c> <c>source:</c> <c>lang:</c> before a word or phrase, and <c>OR</c> in capitals between two.
/// Everything else is text: no other punctuation means anything.
/// </summary>
internal sealed class SearchWords
{
    private static readonly string[] Fields = ["title", "subtitle", "author", "text", "source", "lang"];

    private readonly List<SearchTerm> _terms = [];

    /// <summary>The terms, in the order typed; none is without a letter or digit.</summary>
    public IReadOnlyList<SearchTerm> Terms => _terms;

    /// <summary>What stood after <c>source:</c>; null when nothing did.</summary>
    public string? Source { get; private set; }

    /// <summary>What stood after <c>lang:</c>; null when nothing did.</summary>
    public string? Language { get; private set; }

    public static SearchWords Read(string typed)
    {
        var words = new SearchWords();
        // SQLite would end the expression at U+0000.
        var rest = typed.Replace('\0', ' ').AsSpan().Trim();
        var alternative = false;
        while (rest.Length > 0)
        {
            var before = words._terms.Count;
            if (before > 0 && !alternative && IsOr(rest))
            {
                alternative = true;
                rest = rest[2..].TrimStart();
                continue;
            }
            rest = words.TakeOne(rest, alternative).TrimStart();
            alternative &= words._terms.Count == before;
        }
        return words;
    }

    /// <summary>The tokenizer's view: letters, digits and private use make words, everything else parts them.</summary>
    public static bool HasWord(ReadOnlySpan<char> text)
    {
        foreach (var rune in text.EnumerateRunes())
        {
            if (Rune.IsLetterOrDigit(rune) || Rune.GetUnicodeCategory(rune) is UnicodeCategory.OtherNumber or UnicodeCategory.LetterNumber or UnicodeCategory.PrivateUse)
                return true;
        }
        return false;
    }

    /// <summary><c>OR</c> stands alone and something follows it.</summary>
    private static bool IsOr(ReadOnlySpan<char> rest) =>
        rest.Length > 3 && rest.StartsWith("OR", StringComparison.Ordinal) && char.IsWhiteSpace(rest[2]) && HasWord(rest[3..]);

    private ReadOnlySpan<char> TakeOne(ReadOnlySpan<char> rest, bool alternative)
    {
        // A minus inside a word (T-shirt) or alone is a dash.
        var excluded = rest.Length > 1 && rest[0] == '-' && !char.IsWhiteSpace(rest[1]);
        if (excluded)
            rest = rest[1..];
        var field = FieldOf(rest);
        if (field is not null)
            rest = rest[(field.Length + 1)..];

        ReadOnlySpan<char> text;
        var prefix = false;
        if (rest[0] is '"' or '“' or '”' or '„' && rest[1..].IndexOfAny("\"“”") is var end and > 0)
        {
            text = rest[1..(end + 1)];
            rest = rest[(end + 2)..];
            prefix = rest.Length > 0 && rest[0] == '*';
            rest = prefix ? rest[1..] : rest;
        }
        else
        {
            var length = 0;
            while (length < rest.Length && !char.IsWhiteSpace(rest[length]))
                length++;
            text = rest[..length];
            rest = rest[length..];
            prefix = text.Length > 1 && text[^1] == '*';
            text = text.TrimEnd('*');
        }
        Add(text.ToString(), field, prefix, excluded, alternative);
        return rest;
    }

    private static string? FieldOf(ReadOnlySpan<char> rest)
    {
        foreach (var field in Fields)
        {
            if (rest.Length > field.Length + 1 && rest[field.Length] == ':' && rest.StartsWith(field, StringComparison.OrdinalIgnoreCase)
                && !char.IsWhiteSpace(rest[field.Length + 1]))
                return field;
        }
        return null;
    }

    private void Add(string text, string? field, bool prefix, bool excluded, bool alternative)
    {
        if (field == "source" && !excluded)
            Source = text;
        else if (field == "lang" && !excluded)
            Language = text;
        else if (HasWord(text))
            _terms.Add(new(text, field is "source" or "lang" ? null : field, prefix, excluded, alternative && !excluded));
    }
}
