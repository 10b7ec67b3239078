using System.Globalization;

namespace Aggregator.Feeds;

/// <summary>Dates and times without marks between their numbers: ISO 8601's basic formats, Unix time.</summary>
internal static class DateCompact
{
    /// <summary>A number of five digits and more where a date begins.</summary>
    internal static bool Date(DateTokens tokens, ref int at, ref DateParts parts)
    {
        var number = tokens[at];
        var value = number.Value;
        var isAlone = tokens.Count == 1;
        switch (number.Length)
        {
            // ISO 8601:1988, a year of two digits and the day of the year. Without a leading zero it is as well a number of days as spreadsheets
            // count them (22013 is a day of April 1960), and a wrong date is worse than none.
            case 5 when isAlone && value < 10_000:
                parts.Year = 2000 + (int)(value / 1000);
                if (!DayOfYear((int)(value % 1000), ref parts))
                    return false;
                break;
            case 6 when isAlone:
                Calendar(value / 10_000 + (value / 10_000 < 50 ? 2000 : 1900), value % 10_000, ref parts);
                break;
            case 7:
                parts.Year = (int)(value / 1000);
                if (!DayOfYear((int)(value % 1000), ref parts))
                    return false;
                break;
            case 8:
                Calendar(value / 10_000, value % 10_000, ref parts);
                break;
            case 12:
                Calendar(value / 100_000_000, value / 10_000 % 10_000, ref parts);
                Clock(value % 10_000 * 100, ref parts);
                break;
            case 14:
                Calendar(value / 10_000_000_000, value / 1_000_000 % 10_000, ref parts);
                Clock(value % 1_000_000, ref parts);
                parts.HasSeconds = true;
                break;
            case 10 when value is >= 1_990_010_100 and < 2_100_000_000 && LooksLikeHour(value):
                Calendar(value / 1_000_000, value / 100 % 10_000, ref parts);
                Clock(value % 100 * 10_000, ref parts);
                break;
            case 9 or 10:
                parts.Instant = DateTimeOffset.FromUnixTimeSeconds(value);
                break;
            case 13:
                parts.Instant = DateTimeOffset.FromUnixTimeMilliseconds(value);
                break;
            case 16:
                parts.Instant = DateTimeOffset.UnixEpoch.AddTicks(value * TimeSpan.TicksPerMicrosecond);
                break;
            default:
                return false;
        }
        at++;
        if (parts.Instant is null)
            return true;
        parts.HasOffset = true;
        var fraction = default(DateParts);
        Fraction(tokens, ref at, ref fraction);
        parts.Instant = parts.Instant.Value.AddTicks(fraction.Ticks);
        return at == tokens.Count;
    }

    /// <summary>2004-W27-4 and 2004W274, at the year.</summary>
    internal static bool Week(DateTokens tokens, ref int at, ref DateParts parts)
    {
        var next = tokens.IsMark(at + 1, '-') ? at + 2 : at + 1;
        if (tokens.Word(next) is not ("W" or "w") || !tokens.IsNumber(next + 1, 3) || tokens[next].IsApart || tokens[next + 1].IsApart)
            return false;
        var number = tokens[next + 1];
        int week = (int)number.Value, day = 1;
        var end = next + 2;
        if (number.Length == 3)
            (week, day) = (week / 10, week % 10);
        else if (tokens.IsMark(end, '-') && tokens.IsNumber(end + 1, 1))
        {
            day = (int)tokens[end + 1].Value;
            end += 2;
        }
        var year = (int)tokens[at].Value;
        if (year is < 2 or > 9998 || day is < 1 or > 7 || week < 1 || week > ISOWeek.GetWeeksInYear(year))
            return false;
        var date = ISOWeek.ToDateTime(year, week, (DayOfWeek)(day % 7));
        (parts.Year, parts.Month, parts.Day) = (date.Year, date.Month, date.Day);
        at = end;
        return true;
    }

    /// <summary>-0312 and -03-12, ISO 8601:1988's year and month with the century left out.</summary>
    internal static bool YearAndMonth(DateTokens tokens, ref int at, ref DateParts parts)
    {
        int year, month;
        if (tokens.Count == 2 && tokens.IsNumber(1) && tokens[1].Length == 4)
            (year, month) = ((int)tokens[1].Value / 100, (int)tokens[1].Value % 100);
        else if (tokens.Count == 4 && tokens.IsNumber(1, 2) && tokens.IsMark(2, '-') && tokens.IsNumber(3, 2))
            (year, month) = ((int)tokens[1].Value, (int)tokens[3].Value);
        else
            return false;
        parts.Year = year + (year < 50 ? 2000 : 1900);
        parts.Month = month is 0 or > 12 ? DateNumbers.Impossible : month;
        at = tokens.Count;
        return true;
    }

    /// <summary>hhmmss, hhmm or hh behind a date.</summary>
    internal static bool Time(DateTokens tokens, ref int at, ref DateParts parts)
    {
        var number = tokens[at];
        switch (number.Length)
        {
            case 6:
                Clock(number.Value, ref parts);
                parts.HasSeconds = true;
                break;
            case 4:
                Clock(number.Value * 100, ref parts);
                break;
            case 1 or 2:
                Clock(number.Value * 10_000, ref parts);
                break;
            default:
                return false;
        }
        at++;
        if (parts.HasSeconds)
            Fraction(tokens, ref at, ref parts);
        return !tokens.IsMark(at, ':');
    }

    /// <summary>The fraction of a second, with dot or comma; what is finer than a tick is cut off.</summary>
    internal static void Fraction(DateTokens tokens, ref int at, ref DateParts parts)
    {
        if (tokens.Mark(at) is not ('.' or ',') || !tokens.IsNumber(at + 1) || tokens[at].IsApart || tokens[at + 1].IsApart)
            return;
        var scale = 1_000_000;
        foreach (var digit in tokens.Text(at + 1, at + 1))
        {
            parts.Ticks += (digit - '0') * scale;
            scale /= 10;
        }
        at += 2;
    }

    internal static bool DayOfYear(int day, ref DateParts parts)
    {
        if (parts.Year is < 1 or > 9999 || day < 1 || day > (DateTime.IsLeapYear(parts.Year) ? 366 : 365))
            return false;
        var date = new DateTime(parts.Year, 1, 1).AddDays(day - 1);
        (parts.Month, parts.Day) = (date.Month, date.Day);
        return true;
    }

    private static bool LooksLikeHour(long value) => value / 10_000 % 100 is >= 1 and <= 12 && value / 100 % 100 is >= 1 and <= 31 && value % 100 < 24;

    private static void Calendar(long year, long monthAndDay, ref DateParts parts)
    {
        parts.Year = (int)year;
        parts.Month = monthAndDay / 100 is var month and not 0 ? (int)month : DateNumbers.Impossible;
        parts.Day = monthAndDay % 100 is var day and not 0 ? (int)day : DateNumbers.Impossible;
    }

    private static void Clock(long time, ref DateParts parts)
    {
        parts.HasTime = true;
        parts.Hour = (int)(time / 10_000);
        parts.Minute = (int)(time / 100 % 100);
        parts.Second = (int)(time % 100);
    }
}
