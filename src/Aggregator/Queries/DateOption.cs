using System.Globalization;
using Aggregator.Pipeline.Subscribing;

namespace Aggregator.Queries;

/// <summary>Dates as options take them: <c>2023</c>, <c>2023-07</c>, <c>2023-07-13</c>, <c>2023-07-13T08:00</c> in a time zone, or <c>7d</c>, <c>12h</c> ago.</summary>
internal static class DateOption
{
    public const string Form = "a date such as 2023-07-13, 2023-07-13T08:00 or 2023-07, or a time ago such as 7d or 12h";

    private static readonly (string Format, Func<DateTime, DateTime> Next)[] Precisions =
    [
        ("yyyy", d => d.AddYears(1)),
        ("yyyy-MM", d => d.AddMonths(1)),
        ("yyyy-MM-dd", d => d.AddDays(1)),
        ("yyyy-MM-dd'T'HH:mm", d => d.AddMinutes(1)),
        ("yyyy-MM-dd HH:mm", d => d.AddMinutes(1)),
        ("yyyy-MM-dd'T'HH:mm:ss", d => d.AddSeconds(1)),
    ];

    /// <summary>The first instant that <paramref name="text"/> means.</summary>
    public static DateTimeOffset? Since(string text, TimeZoneInfo zone, DateTimeOffset now) => Read(text, zone, now, end: false);

    /// <summary>The first instant after what <paramref name="text"/> means: until a day includes that day.</summary>
    public static DateTimeOffset? Until(string text, TimeZoneInfo zone, DateTimeOffset now) => Read(text, zone, now, end: true);

    private static DateTimeOffset? Read(string text, TimeZoneInfo zone, DateTimeOffset now, bool end)
    {
        if (Durations.TryParse(text, out var ago))
            return now - ago;
        if (text.EndsWith('Z') && DateTimeOffset.TryParseExact(text, "yyyy-MM-dd'T'HH:mm:ss'Z'", CultureInfo.InvariantCulture, DateTimeStyles.AssumeUniversal, out var instant))
            return end ? instant.AddSeconds(1) : instant;
        foreach (var (format, next) in Precisions)
        {
            if (!DateTime.TryParseExact(text, format, CultureInfo.InvariantCulture, DateTimeStyles.None, out var date))
                continue;
            return date.Year >= 9999 ? null : InZone(end ? next(date) : date, zone);
        }
        return null;
    }

    /// <summary>A time that a clock change skips is the first one after it; of one that it repeats the earlier counts.</summary>
    private static DateTimeOffset InZone(DateTime local, TimeZoneInfo zone)
    {
        while (zone.IsInvalidTime(local))
            local = local.AddMinutes(15);
        var offset = zone.IsAmbiguousTime(local) ? zone.GetAmbiguousTimeOffsets(local).Max() : zone.GetUtcOffset(local);
        return new DateTimeOffset(local, offset).ToUniversalTime();
    }
}
