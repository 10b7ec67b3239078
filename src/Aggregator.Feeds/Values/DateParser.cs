using System.Globalization;

namespace Aggregator.Feeds;

/// <summary>
/// Takes the text of a date element; gives the date with what is doubtful about it. Never throws, never asks the machine for a culture,
/// a clock or its time zone, never moves a time to a zone that the text does not state without saying so.
/// </summary>
internal static class DateParser
{
    private const int MostTokens = 48;

    internal static FeedDate Parse(ReadOnlySpan<char> text, DateTimeOffset? now, bool? dayFirst, string? from)
    {
        var trimmed = text.Trim();
        var raw = trimmed.ToString();
        if (TryFixed(trimmed, out var parts) && Finish(raw, ref parts, now, from) is { } fixedForm)
            return fixedForm;
        if (trimmed.Length > DateText.Longest)
            return None(raw, DateFlags.Unreadable, from);
        Span<char> buffer = stackalloc char[DateText.Longest];
        var plain = buffer[..DateText.Normalize(trimmed, buffer)].Trim(' ');
        if (plain.IsEmpty)
            return None(raw, DateFlags.Unreadable, from);
        if (DatePlaceholders.IsOne(plain))
            return None(raw, DateFlags.Placeholder, from);
        return Read(plain, out parts, dayFirst) && Finish(raw, ref parts, now, from) is { } date ? date : None(raw, DateFlags.Unreadable, from);
    }

    private static bool TryFixed(ReadOnlySpan<char> text, out DateParts parts)
    {
        parts = default;
        if (DateFixedForms.TryRfc822(text, ref parts))
            return true;
        parts = default;
        return DateFixedForms.TryRfc3339(text, ref parts);
    }

    private static bool Read(ReadOnlySpan<char> text, out DateParts parts, bool? dayFirst)
    {
        if (TryJson(text, out parts))
            return true;
        Span<DateToken> tokens = stackalloc DateToken[MostTokens];
        var count = DateTokenizer.Run(text, tokens);
        if (count <= 0)
            return false;
        var grammar = new DateGrammar(new DateTokens(text, tokens[..count]), dayFirst);
        if (!grammar.Run())
            return false;
        parts = grammar.Parts;
        return true;
    }

    /// <summary>ASP.NET's old JSON: <c>/Date(1082140800000-0500)/</c>; the offset says how it was shown, not what it is.</summary>
    private static bool TryJson(ReadOnlySpan<char> text, out DateParts parts)
    {
        parts = default;
        var start = text.IndexOf("Date(", StringComparison.Ordinal);
        if (start is < 0 or > 2)
            return false;
        text = text[(start + 5)..];
        var end = text[Math.Min(1, text.Length)..].IndexOfAnyExceptInRange('0', '9') + 1;
        if (end <= 0 || !long.TryParse(text[..end], NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture, out var milliseconds))
            return false;
        if (Math.Abs(milliseconds) > 62_135_596_800_000 - 1)
            milliseconds = Math.Clamp(milliseconds, -62_135_596_800_000, 253_402_300_799_999);
        parts.Instant = DateTimeOffset.FromUnixTimeMilliseconds(milliseconds);
        parts.HasOffset = true;
        return true;
    }

    private static FeedDate? Finish(string raw, ref DateParts parts, DateTimeOffset? now, string? from)
    {
        if (!parts.TryGetInstant(out var at))
            return null;
        if (DatePlaceholders.IsZero(parts, at))
            return None(raw, DateFlags.Placeholder, from);
        var flags = parts.Flags;
        if (at.Year < 1990)
            flags |= DateFlags.Before1990;
        if (now is { } fetched && at - fetched > TimeSpan.FromHours(24))
            flags |= DateFlags.Future;
        return new FeedDate(raw, at, parts.Precision, parts.HasOffset ? parts.Offset : null, flags) { From = from };
    }

    private static FeedDate None(string raw, DateFlags why, string? from) => new(raw, null, DatePrecision.Second, null, why) { From = from };
}
