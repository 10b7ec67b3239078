namespace Aggregator.Feeds;

/// <summary>The two forms that nearly all feeds write, read without tokens: RFC 822 in English and RFC 3339. Anything odd is left to the grammar.</summary>
internal static class DateFixedForms
{
    /// <summary><c>[Thu, ]1 Jan 2004 19:48[:21] GMT|EST|+0100</c></summary>
    internal static bool TryRfc822(ReadOnlySpan<char> text, ref DateParts parts)
    {
        var at = 0;
        if (text.Length > 5 && text[3] == ',' && text[4] == ' ')
        {
            var weekday = DateNames.EnglishWeekday(text[..3]);
            if (weekday < 0)
                return false;
            parts.Weekdays = 1 << weekday;
            at = 5;
        }
        if (!TryNumber(text, ref at, 1, 2, out parts.Day) || !Is(text, at, ' ') || text.Length < at + 15)
            return false;
        parts.Month = DateNames.EnglishMonth(text.Slice(at + 1, 3));
        at += 4;
        if (parts.Month == 0 || !Is(text, at++, ' ') || !TryNumber(text, ref at, 4, 4, out parts.Year) || !Is(text, at++, ' '))
            return false;
        if (!TryClock(text, ref at, ref parts) || !Is(text, at++, ' '))
            return false;
        if (text[at..] is "GMT" or "UT" or "UTC" or "Z")
        {
            parts.HasOffset = true;
            return parts.Day > 0;
        }
        if (text.Length == at + 3)
            return TryNorthAmerica(text[at..], ref parts) && parts.Day > 0;
        return text.Length == at + 5 && TryOffset(text, ref at, ref parts, colon: false) && parts.Day > 0;
    }

    /// <summary><c>2004-01-01T19:48:21[.5]Z|+01:00</c></summary>
    internal static bool TryRfc3339(ReadOnlySpan<char> text, ref DateParts parts)
    {
        var at = 0;
        if (!TryNumber(text, ref at, 4, 4, out parts.Year) || !Is(text, at++, '-') || !TryNumber(text, ref at, 2, 2, out parts.Month)
            || !Is(text, at++, '-') || !TryNumber(text, ref at, 2, 2, out parts.Day) || parts.Day == 0 || parts.Month == 0)
            return false;
        if (at == text.Length)
            return true;
        if (!Is(text, at, 'T') && !Is(text, at, ' '))
            return false;
        at++;
        if (!TryClock(text, ref at, ref parts))
            return false;
        if (parts.HasSeconds && Is(text, at, '.') && !TryFraction(text, ref at, ref parts))
            return false;
        if (at == text.Length)
            return true;
        if (text.Length == at + 1 && text[at] == 'Z')
        {
            parts.HasOffset = true;
            return true;
        }
        return text.Length == at + 6 && TryOffset(text, ref at, ref parts, colon: true);
    }

    private static bool TryClock(ReadOnlySpan<char> text, ref int at, ref DateParts parts)
    {
        if (!TryNumber(text, ref at, 2, 2, out parts.Hour) || !Is(text, at++, ':') || !TryNumber(text, ref at, 2, 2, out parts.Minute))
            return false;
        parts.HasTime = true;
        if (!Is(text, at, ':'))
            return true;
        at++;
        parts.HasSeconds = TryNumber(text, ref at, 2, 2, out parts.Second);
        return parts.HasSeconds;
    }

    private static bool TryFraction(ReadOnlySpan<char> text, ref int at, ref DateParts parts)
    {
        var scale = 1_000_000;
        var first = ++at;
        for (; at < text.Length && char.IsAsciiDigit(text[at]); at++)
        {
            parts.Ticks += (text[at] - '0') * scale;
            scale /= 10;
        }
        return at > first;
    }

    private static bool TryOffset(ReadOnlySpan<char> text, ref int at, ref DateParts parts, bool colon)
    {
        if (!Is(text, at, '+') && !Is(text, at, '-'))
            return false;
        var sign = text[at++] == '-' ? -1 : 1;
        int hours, minutes;
        if (colon)
        {
            if (!TryNumber(text, ref at, 2, 2, out hours) || !Is(text, at++, ':') || !TryNumber(text, ref at, 2, 2, out minutes))
                return false;
        }
        else
        {
            if (!TryNumber(text, ref at, 4, 4, out var both))
                return false;
            (hours, minutes) = (both / 100, both % 100);
        }
        if (minutes > 59 || hours * 60 + minutes > 14 * 60)
            return false;
        parts.HasOffset = true;
        parts.Offset = new TimeSpan(sign * (hours * 60 + minutes) * TimeSpan.TicksPerMinute);
        return true;
    }

    // The other names of RFC 822, 5.1.
    private static bool TryNorthAmerica(ReadOnlySpan<char> name, ref DateParts parts)
    {
        if (name is not ("EST" or "EDT" or "CST" or "CDT" or "MST" or "MDT" or "PST" or "PDT") || !DateZones.TryFind(name, out var minutes, out var isDoubtful))
            return false;
        parts.HasOffset = true;
        parts.Offset = TimeSpan.FromMinutes(minutes);
        if (isDoubtful || (DateZones.IsWinterName(name) && DateZones.IsSummer(parts.Month)))
            parts.Flags |= DateFlags.AmbiguousZone;
        return true;
    }

    private static bool TryNumber(ReadOnlySpan<char> text, ref int at, int fewest, int most, out int value)
    {
        value = 0;
        var first = at;
        for (; at < text.Length && at - first < most && char.IsAsciiDigit(text[at]); at++)
            value = value * 10 + (text[at] - '0');
        return at - first >= fewest && (at == text.Length || !char.IsAsciiDigit(text[at]));
    }

    private static bool Is(ReadOnlySpan<char> text, int at, char c) => at < text.Length && text[at] == c;
}
