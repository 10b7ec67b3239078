using System.Buffers;

namespace Aggregator.Feeds;

/// <summary>Texts that stand where a date should be: templates never filled in, and the zero of somebody's clock.</summary>
internal static class DatePlaceholders
{
    private static readonly SearchValues<char> TemplateMarks = SearchValues.Create("{}[]%$<");

    internal static bool IsOne(ReadOnlySpan<char> text)
    {
        if (text.IndexOfAny(TemplateMarks) >= 0 && IsTemplate(text))
            return true;
        if (text.StartsWith("0000", StringComparison.Ordinal) || text.StartsWith("-0001-", StringComparison.Ordinal) || text.StartsWith("9999-", StringComparison.Ordinal))
            return true;
        Span<char> lower = stackalloc char[16];
        if (text.Length > lower.Length)
            return text.StartsWith("invalid date", StringComparison.OrdinalIgnoreCase);
        text.ToLowerInvariant(lower);
        return lower[..text.Length] is "invalid date" or "invaliddate" or "nan" or "tbd" or "tba" or "null" or "(null)" or "nil" or "none" or "undefined" or "n/a"
            or "na" or "unknown" or "false" or "0" or "-" or "--" or "current date" or "yyyy-mm-dd" or "nat" or "never" or "date" or "pubdate" or "today" or "now";
    }

    /// <summary>The zeros of clocks: year 1 (.NET), 1 January 1970 and its instant (Unix), year 9999 (open end).</summary>
    internal static bool IsZero(in DateParts parts, DateTimeOffset at) =>
        at == DateTimeOffset.UnixEpoch || at.Year == 1
        || (parts.Instant is null && (parts.Year is 1 or 9999 || (parts.Year == 1970 && parts.Month == 1 && parts.Day == 1)));

    private static bool IsTemplate(ReadOnlySpan<char> text) =>
        text.Contains("{{", StringComparison.Ordinal) || text.Contains("{%", StringComparison.Ordinal) || text.Contains("${", StringComparison.Ordinal)
        || text.Contains("<%", StringComparison.Ordinal) || text[0] is '[' or '{' or '<' or '$' || (text[0] == '%' && text[^1] == '%')
        || text.StartsWith("%d", StringComparison.OrdinalIgnoreCase) || text.StartsWith("%Y", StringComparison.OrdinalIgnoreCase);
}
