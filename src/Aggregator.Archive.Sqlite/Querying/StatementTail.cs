namespace Aggregator.Archive.Sqlite.Querying;

/// <summary>What follows a statement without being one: white space, comments, semicolons.</summary>
internal static class StatementTail
{
    /// <summary>Skips it; nothing is left when the statement was the only one. SQLite's own rules: white space is tab, line feed, form feed, return and space; an unclosed block comment ends with the text.</summary>
    public static ReadOnlySpan<char> Skip(ReadOnlySpan<char> tail)
    {
        while (tail.Length > 0)
        {
            if (tail[0] is ' ' or '\t' or '\n' or '\f' or '\r' or ';')
                tail = tail[1..];
            else if (tail.StartsWith("--", StringComparison.Ordinal))
                tail = After(tail, "\n");
            else if (tail.StartsWith("/*", StringComparison.Ordinal))
                tail = After(tail[2..], "*/");
            else
                break;
        }
        return tail;
    }

    private static ReadOnlySpan<char> After(ReadOnlySpan<char> text, string end)
    {
        var at = text.IndexOf(end, StringComparison.Ordinal);
        return at < 0 ? [] : text[(at + end.Length)..];
    }
}
