using System.Globalization;
using Aggregator.Feeds;

namespace Aggregator.Archive.Sqlite.Archiving;

/// <summary>The words of the date columns. They are stored and queried, so they never change.</summary>
internal static class DateWords
{
    public static string Of(DatePrecision precision) => precision switch
    {
        DatePrecision.Second => "second",
        DatePrecision.Minute => "minute",
        DatePrecision.Day => "day",
        DatePrecision.Month => "month",
        _ => "year",
    };

    public static string? Of(DateFlags flags)
    {
        if (flags == DateFlags.None) return null;
        var words = new List<string>();
        if (flags.HasFlag(DateFlags.AssumedZone)) words.Add("assumed-zone");
        if (flags.HasFlag(DateFlags.AmbiguousOrder)) words.Add("ambiguous-order");
        if (flags.HasFlag(DateFlags.Future)) words.Add("future");
        if (flags.HasFlag(DateFlags.Before1990)) words.Add("before-1990");
        if (flags.HasFlag(DateFlags.Placeholder)) words.Add("placeholder");
        if (flags.HasFlag(DateFlags.Unreadable)) words.Add("unreadable");
        if (flags.HasFlag(DateFlags.AmbiguousZone)) words.Add("ambiguous-zone");
        if (flags.HasFlag(DateFlags.WrongWeekday)) words.Add("wrong-weekday");
        return ArchiveJson.List(words);
    }

    /// <summary><c>+02:00</c>; null when the text stated none.</summary>
    public static string? Offset(TimeSpan? offset) => offset is not { } known
        ? null
        : (known < TimeSpan.Zero ? "-" : "+") + known.ToString(@"hh\:mm", CultureInfo.InvariantCulture);
}
