namespace Aggregator.Pipeline.Normalizing;

/// <summary>Language tags (BCP 47) as feeds spell them, in the usual spelling: <c>en_us</c> becomes <c>en-US</c>.</summary>
internal static class LanguageTag
{
    /// <summary>The tag; null when the text has not the shape of one.</summary>
    public static string? Of(string? text)
    {
        if (string.IsNullOrWhiteSpace(text)) return null;
        var parts = text.Trim().Replace('_', '-').Split('-');
        if (parts[0].Length is not (2 or 3) || parts.Length > 6) return null;
        for (var i = 0; i < parts.Length; i++)
        {
            var part = parts[i];
            if (part.Length is 0 or > 8 || !part.All(char.IsAsciiLetterOrDigit)) return null;
            parts[i] = (i, part.Length) switch
            {
                (0, _) => part.All(char.IsAsciiLetter) ? part.ToLowerInvariant() : "",
                (_, 2) => part.ToUpperInvariant(),
                (_, 4) when char.IsAsciiLetter(part[0]) => char.ToUpperInvariant(part[0]) + part[1..].ToLowerInvariant(),
                _ => part.ToLowerInvariant(),
            };
        }

        return parts[0].Length == 0 ? null : string.Join('-', parts);
    }
}
