namespace Aggregator.Feeds.Reading;

/// <summary>Persons as RSS writes them: <c>a@b.org (Name)</c>, <c>Name &lt;a@b.org&gt;</c>, <c>Name (a@b.org)</c>, a name or an address alone.</summary>
internal static class PersonText
{
    /// <summary>Null when the text is empty.</summary>
    public static FeedPerson? Parse(string? text)
    {
        var rest = text.AsSpan().Trim();
        if (rest.IsEmpty) return null;
        if (rest.StartsWith("mailto:", StringComparison.OrdinalIgnoreCase)) rest = rest[7..].Trim();
        if (Address(rest, out var start, out var length) is not { } email)
            return new FeedPerson(rest.Length == text!.Length ? text : rest.ToString(), null, null);

        // The usual shape of RSS: a@b.org (Name).
        if (start == 0 && rest[length..] is [' ', '(', .. var inner, ')'] && inner.IndexOfAny("()<>@") < 0 && inner.Trim() is { Length: > 0 } person)
            return new FeedPerson(person.ToString(), email, null);

        // The name is what is left when the address and the brackets round either are gone.
        var before = rest[..start];
        var after = rest[(start + length)..];
        var name = Strip(string.Concat(before, " ", after));
        return new FeedPerson(name.Length == 0 ? null : name, email, null);
    }

    private static string? Address(ReadOnlySpan<char> text, out int start, out int length)
    {
        (start, length) = (0, 0);
        var at = text.IndexOf('@');
        if (at <= 0) return null;
        start = at;
        while (start > 0 && IsAddress(text[start - 1])) start--;
        var end = at + 1;
        while (end < text.Length && IsAddress(text[end])) end++;
        while (end > at + 1 && text[end - 1] == '.') end--;
        if (start == at || end == at + 1) return null;
        length = end - start;
        return text[start..end].ToString();
    }

    private static string Strip(string text)
    {
        var kept = new System.Text.StringBuilder(text.Length);
        foreach (var part in text.Split(' ', '\t', '\n'))
        {
            if (part is "" or "()" or "<>" or "[]" or "mailto:" or "<mailto:>" or "(mailto:)") continue;
            if (kept.Length > 0) kept.Append(' ');
            kept.Append(part);
        }

        return kept.ToString().Trim(' ', '(', ')', '<', '>', '"', ',', ';', ':', '-').Trim();
    }

    private static bool IsAddress(char c) => char.IsLetterOrDigit(c) || c is '.' or '_' or '-' or '+' or '%' or '\'' or '=' or '~' or '!' or '#' or '$' or '&';
}
