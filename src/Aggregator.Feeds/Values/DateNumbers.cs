namespace Aggregator.Feeds;

/// <summary>The plain numbers of a date in the order met, and the rules which of them is the year, the month and the day.</summary>
internal struct DateNumbers
{
    /// <summary>A month or day that is stated and cannot be.</summary>
    internal const int Impossible = 99;

    private DateToken _first;
    private DateToken _second;
    private DateToken _third;
    private char _separator;

    internal int Count { get; private set; }

    /// <summary>2004-366.</summary>
    internal readonly bool IsOrdinalDate => Count == 2 && _separator == '-' && _first.Length == 4 && _second.Length == 3;

    /// <summary>A Thai month was met: years count from Buddha.</summary>
    internal bool IsThai { get; set; }

    internal void Add(DateToken number, char separator)
    {
        switch (Count++)
        {
            case 0:
                _first = number;
                break;
            case 1:
                _second = number;
                _separator = separator;
                break;
            default:
                _third = number;
                break;
        }
    }

    /// <summary>RFC 2822, 4.3: two digits below 50 are of this century, else of the last; three digits are counted from 1900.</summary>
    internal static int FullYear(DateToken number) => (number.Length, (int)number.Value) switch
    {
        ( <= 2, < 50) => (int)number.Value + 2000,
        ( <= 3, _) => (int)number.Value + 1900,
        _ => (int)number.Value,
    };

    internal bool Resolve(ref DateParts parts, int months, bool? feedsDayFirst)
    {
        var resolved = months != 0 || parts.Month > 0 ? WithMonth(ref parts) : OfNumbers(ref parts, feedsDayFirst);
        if (!resolved || parts.Year <= 0 || parts.Month > 12 || parts.Day > 31)
            return false;
        if (IsThai && parts.Year > 2400)
            parts.Year -= 543;
        if (months != 0)
            parts.Month = Choose(months, parts);
        return true;
    }

    /// <summary>A name may mean different months in two languages (listopad, lipiec): the stated weekday decides, else the language with more feeds.</summary>
    private static int Choose(int months, in DateParts parts)
    {
        var chosen = 32 - System.Numerics.BitOperations.LeadingZeroCount((uint)months);
        if (parts.Weekdays == 0 || parts.Day <= 0 || System.Numerics.BitOperations.IsPow2(months) || parts.Year > 9999)
            return chosen;
        for (var month = 1; month <= 12; month++)
            if ((months & (1 << (month - 1))) != 0 && parts.Day <= DateTime.DaysInMonth(parts.Year, month)
                && (parts.Weekdays & (1 << (int)new DateTime(parts.Year, month, parts.Day).DayOfWeek)) != 0)
                return month;
        return chosen;
    }

    private readonly bool WithMonth(ref DateParts parts)
    {
        switch (Count)
        {
            case 0:
                return parts.Year > 0;
            case 1 when parts.Year > 0:
                parts.Day = DayOf(_first);
                return parts.Day > 0;
            case 1:
                if (_first.Length < 4)
                    return false;
                parts.Year = FullYear(_first);
                return true;
            case 2:
                var yearFirst = IsYear(_first) && !IsYear(_second);
                parts.Year = FullYear(yearFirst ? _first : _second);
                parts.Day = DayOf(yearFirst ? _second : _first);
                return parts.Day > 0;
            default:
                return false;
        }
    }

    private readonly bool OfNumbers(ref DateParts parts, bool? feedsDayFirst)
    {
        switch (Count)
        {
            case 0:
                return parts.Year > 0;
            case 1 when _first.Length == 4 && parts.Year == 0:
                parts.Year = (int)_first.Value;
                return true;
            case 2 when _separator is '-' or '/' or '.':
                return OfTwo(ref parts);
            case 3:
                return OfThree(ref parts, feedsDayFirst);
            default:
                return false;
        }
    }

    private readonly bool OfTwo(ref DateParts parts)
    {
        var yearFirst = _first.Length == 4;
        if (yearFirst == (_second.Length == 4))
            return false;
        var (year, other) = yearFirst ? (_first, _second) : (_second, _first);
        parts.Year = (int)year.Value;
        if (other.Length == 3)
            return yearFirst && DateCompact.DayOfYear((int)other.Value, ref parts);
        parts.Month = MonthOf(other);
        return true;
    }

    private readonly bool OfThree(ref DateParts parts, bool? feedsDayFirst)
    {
        // 2004-05-28 and, by ISO 8601:1988, 04-05-28; with other marks two digits in front are no year.
        if (_first.Length == 4 || (IsYear(_first) && !IsYear(_third)) || (_separator == '-' && _third.Length <= 2 && _first.Length == 2))
        {
            parts.Year = FullYear(_first);
            parts.Month = MonthOf(_second);
            parts.Day = DayOf(_third);
            if (_first.Length == 2 && _first.Value is > 0 and <= 31 && _third.Value != _first.Value)
                parts.Flags |= DateFlags.AmbiguousOrder;
            if (parts.Month <= 12 || _third.Value > 12)
                return true;
            (parts.Month, parts.Day) = (MonthOf(_third), DayOf(_second));
            parts.Flags |= DateFlags.AmbiguousOrder;
            return true;
        }
        parts.Year = FullYear(_third);
        long first = _first.Value, second = _second.Value;
        var dayFirst = first > 12 || (second <= 12 && (_separator is not '/' and not '-' || (feedsDayFirst ?? _separator == '-')));
        if (first <= 12 && second <= 12 && first != second && feedsDayFirst is null && _separator is '/' or '-')
            parts.Flags |= DateFlags.AmbiguousOrder;
        parts.Day = DayOf(dayFirst ? _first : _second);
        parts.Month = MonthOf(dayFirst ? _second : _first);
        return true;
    }

    private static bool IsYear(DateToken number) => number.Length >= 3 || number.Value > 31;

    private static int DayOf(DateToken number) => number.Value is 0 or > 31 || number.Length > 2 ? Impossible : (int)number.Value;

    // A month of three digits, "2003-012-31", is met in the wild.
    private static int MonthOf(DateToken number) => number.Value is 0 or > 12 || number.Length > 3 ? Impossible : (int)number.Value;
}
