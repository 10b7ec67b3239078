namespace Aggregator.Feeds;

/// <summary>What has been read of a date, before it is an instant.</summary>
internal struct DateParts
{
    internal int Year;
    internal int Month;
    internal int Day;
    internal int Hour;
    internal int Minute;
    internal int Second;
    internal int Ticks;
    internal TimeSpan Offset;
    internal bool HasTime;
    internal bool HasSeconds;
    internal bool HasOffset;

    /// <summary>Counted from 1970 (Unix time, JSON dates): no other part is set.</summary>
    internal DateTimeOffset? Instant;

    /// <summary>The weekdays, Sunday as bit 0, that a word in the text may mean; 0 when none is stated.</summary>
    internal int Weekdays;

    /// <summary>The offset that is usual where the text's language is spoken, for a text that states none.</summary>
    internal TimeSpan UsualOffset;

    internal DateFlags Flags;

    /// <summary>An IANA zone name that the offset still has to be looked up for.</summary>
    internal string? ZoneName;

    internal readonly DatePrecision Precision =>
        Instant is not null || HasSeconds ? DatePrecision.Second
        : HasTime ? DatePrecision.Minute
        : Day > 0 ? DatePrecision.Day
        : Month > 0 ? DatePrecision.Month
        : DatePrecision.Year;

    /// <summary>The instant in UTC; false when the parts are no date, or one that no clock can hold.</summary>
    internal bool TryGetInstant(out DateTimeOffset at)
    {
        at = default;
        if (Instant is { } known)
        {
            at = known;
            return true;
        }
        if (Year is < 1 or > 9999 || Month is < 0 or > 12 || Day < 0 || (HasTime && Day == 0) || (Day > 0 && Month == 0))
            return false;
        var month = Math.Max(Month, 1);
        var day = Math.Max(Day, 1);
        if (day > DateTime.DaysInMonth(Year, month))
            return false;
        // 24:00 is the end of the day (ISO 8601), second 60 a leap second.
        if (Hour > 24 || Minute > 59 || Second > 60 || (Hour == 24 && (Minute > 0 || Second > 0)))
            return false;
        var date = new DateTime(Year, month, day);
        if (Weekdays != 0 && Day > 0 && (Weekdays & (1 << (int)date.DayOfWeek)) == 0)
            Flags |= DateFlags.WrongWeekday;
        var time = Hour * TimeSpan.TicksPerHour + Minute * TimeSpan.TicksPerMinute + Second * TimeSpan.TicksPerSecond + Ticks;
        if (ZoneName is not null)
            ReadZone(date.AddTicks(Math.Min(time, TimeSpan.TicksPerDay - 1)));
        if (!HasOffset)
            Flags |= DateFlags.AssumedZone;
        var ticks = date.Ticks + time - (HasOffset ? Offset : UsualOffset).Ticks;
        if (ticks < 0 || ticks > DateTime.MaxValue.Ticks)
            return false;
        at = new DateTimeOffset(ticks, TimeSpan.Zero);
        return true;
    }

    private void ReadZone(DateTime local)
    {
        if (!TimeZoneInfo.TryFindSystemTimeZoneById(ZoneName!, out var zone))
            return;
        Offset = zone.GetUtcOffset(local);
        HasOffset = true;
        if (zone.IsAmbiguousTime(local) || zone.IsInvalidTime(local))
            Flags |= DateFlags.AmbiguousZone;
    }
}
