using System.Globalization;

namespace Aggregator.Feeds;

/// <summary>Brings the text of a date element to plain ASCII digits, blanks and marks.</summary>
internal static class DateText
{
    /// <summary>Longer texts are prose.</summary>
    internal const int Longest = 200;

    /// <summary>Copies the text with white space as blanks, digits and marks of every script as ASCII, references decoded, CDATA undone.</summary>
    /// <returns>How many characters were written; no more than the text has.</returns>
    internal static int Normalize(ReadOnlySpan<char> text, Span<char> into)
    {
        if (text.StartsWith("<![CDATA[", StringComparison.Ordinal))
        {
            text = text["<![CDATA[".Length..];
            if (text.EndsWith("]]>", StringComparison.Ordinal))
                text = text[..^3];
        }
        var length = 0;
        Span<char> units = stackalloc char[2];
        for (var i = 0; i < text.Length; i++)
        {
            var c = text[i];
            if (c == '&')
            {
                var taken = HtmlEntities.Read(text[i..], inAttribute: false, units, out _);
                if (taken > 0)
                {
                    c = units[0];
                    i += taken - 1;
                }
            }
            c = Plain(c);
            if (c != '\0')
                into[length++] = c;
        }
        return length;
    }

    private static char Plain(char c)
    {
        if (c is > ' ' and < '\u007F')
            return c == '"' ? '\0' : c;
        if (char.IsWhiteSpace(c))
            return ' ';
        switch (c)
        {
            case >= '\uFF01' and <= '\uFF5E': // full-width forms
                return (char)(c - 0xFEE0);
            case >= '\u2010' and <= '\u2015' or '\u2212' or '\uFE63':
                return '-';
            case '\u2019' or '\u02BC' or '\u2032':
                return '\'';
            case '\u060C' or '\u3001':
                return ',';
            case '\u201C' or '\u201D' or '\u00AB' or '\u00BB':
                return '\0';
            case '\u200C' or '\u200D':
                return c;
        }
        if (char.IsControl(c) || char.GetUnicodeCategory(c) == UnicodeCategory.Format)
            return '\0';
        return char.IsDigit(c) ? (char)('0' + (int)char.GetNumericValue(c)) : c;
    }
}
