using System.Buffers;

namespace Aggregator.Feeds;

/// <summary>
/// Decides for a whole feed whether its numeric dates put the day or the month first: an item with a component over 12 shows it for all,
/// else the feed's language says what is usual there, else nothing is decided. Pure.
/// </summary>
internal static class DateOrders
{
    private static readonly SearchValues<char> Digits = SearchValues.Create("0123456789");

    // Where English is written with the month first; elsewhere it is not, and bare "en" says nothing.
    private static readonly string[] MonthFirst = ["en-us", "en-ph", "en-pr", "en-gu", "en-vi", "es-us", "es-pr", "fil", "fil-ph", "en-mh"];
    private static readonly string[] YearFirst = ["zh", "ja", "ko", "hu", "lt", "mn", "eu", "sv", "fa"];

    /// <summary>What the dates show; null when none does, or when they contradict each other.</summary>
    internal static bool? FromDates(IEnumerable<FeedDate> dates)
    {
        bool? shown = null;
        foreach (var date in dates)
        {
            var dayFirst = Shown(date.Raw);
            if (dayFirst is null)
                continue;
            if (shown is not null && dayFirst != shown)
                return null;
            shown = dayFirst;
        }
        return shown;
    }

    /// <summary>Whether the day comes first in the language; null for bare English and for languages that put the year first.</summary>
    internal static bool? FromLanguage(string? language)
    {
        if (string.IsNullOrWhiteSpace(language))
            return null;
        var tag = language.Trim().Replace('_', '-').ToLowerInvariant();
        if (MonthFirst.Contains(tag, StringComparer.Ordinal))
            return false;
        var dash = tag.IndexOf('-', StringComparison.Ordinal);
        var primary = dash < 0 ? tag : tag[..dash];
        if (primary.Length is < 2 or > 3 || YearFirst.Contains(primary, StringComparer.Ordinal) || tag is "en" or "en-ca" or "und" or "mul")
            return null;
        return true;
    }

    /// <summary>A date whose order was doubtful, read again in the order that its feed shows. The doubt stays when only the language decides.</summary>
    internal static FeedDate Settle(FeedDate date, bool? fromDates, bool? fromLanguage, DateTimeOffset? now)
    {
        if ((date.Flags & DateFlags.AmbiguousOrder) == 0)
            return date;
        if (fromDates is not null)
            return DateParser.Parse(date.Raw, now, fromDates, date.From);
        if (fromLanguage is null)
            return date;
        var settled = DateParser.Parse(date.Raw, now, fromLanguage, date.From);
        return settled with { Flags = settled.Flags | DateFlags.AmbiguousOrder };
    }

    /// <summary>Whether the day comes first in the first <c>n/n/yyyy</c> or <c>n-n-yyyy</c> in the text, when one of the two is over 12.</summary>
    private static bool? Shown(ReadOnlySpan<char> text)
    {
        var start = text.IndexOfAny(Digits);
        if (start < 0 || text.Length > DateText.Longest)
            return null;
        text = text[start..];
        if (!TryTake(ref text, 2, out var first, out var separator) || separator is not ('/' or '-') || !TryTake(ref text, 2, out var second, out var next) || next != separator)
            return null;
        var year = text.IndexOfAnyExcept(Digits);
        // Two digits behind dashes are a day, for two in front of them are a year.
        if ((year < 0 ? text.Length : year) is not (4 or 2) || (separator == '-' && (year < 0 ? text.Length : year) == 2))
            return null;
        return (first, second) switch
        {
            ( > 12 and <= 31, >= 1 and <= 12) => true,
            ( >= 1 and <= 12, > 12 and <= 31) => false,
            _ => null,
        };
    }

    private static bool TryTake(ref ReadOnlySpan<char> text, int most, out int value, out char after)
    {
        value = 0;
        after = '\0';
        var length = text.IndexOfAnyExcept(Digits);
        if (length < 1 || length > most)
            return false;
        foreach (var digit in text[..length])
            value = value * 10 + (digit - '0');
        after = text[length];
        text = text[(length + 1)..];
        return true;
    }
}
