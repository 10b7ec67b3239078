namespace Aggregator.Queries;

/// <summary>A parameter of a saved query.</summary>
/// <param name="Name">Without the colon.</param>
/// <param name="Required">It has no default.</param>
/// <param name="Default">Long, double, string or null.</param>
/// <param name="Meaning">What it is for.</param>
internal sealed record SavedParameter(string Name, bool Required, object? Default, string Meaning)
{
    /// <summary>Reads <c>days = 7  How far back</c> or <c>words  What to look for</c>.</summary>
    public static SavedParameter Read(string text)
    {
        var length = text.AsSpan().IndexOfAny(" =\t") is var at && at < 0 ? text.Length : at;
        var name = text[..length];
        var rest = text[length..].TrimStart();
        if (!rest.StartsWith('='))
            return new(name, Required: true, null, rest.Trim());
        rest = rest[1..].TrimStart();
        var value = Value(rest);
        return new(name, Required: false, ParameterText.Read(value), rest[value.Length..].Trim());
    }

    /// <summary>A quoted text up to its closing quote, else up to a space.</summary>
    private static string Value(string text)
    {
        if (!text.StartsWith('\''))
            return text.IndexOf(' ', StringComparison.Ordinal) is var space && space < 0 ? text : text[..space];
        for (var i = 1; i < text.Length; i++)
        {
            if (text[i] != '\'')
                continue;
            if (i + 1 == text.Length || text[i + 1] != '\'')
                return text[..(i + 1)];
            i++;
        }
        return text;
    }
}
