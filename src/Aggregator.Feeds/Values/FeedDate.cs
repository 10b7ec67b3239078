using System.Globalization;

namespace Aggregator.Feeds;

/// <summary>A date as a feed wrote it and as it was read.</summary>
/// <param name="Raw">The text as written, trimmed.</param>
/// <param name="At">The instant in UTC (its first one, for a precision coarser than a second); null when the text is no date.</param>
/// <param name="Precision">How much of the instant the text states.</param>
/// <param name="Offset">The zone offset that the text states; null when it states none.</param>
/// <param name="Flags">What is doubtful about it.</param>
public sealed record FeedDate(string Raw, DateTimeOffset? At, DatePrecision Precision, TimeSpan? Offset, DateFlags Flags)
{
    /// <summary>
    /// Who states it: <c>item.published</c>, <c>item.updated</c>, <c>item.created</c>, <c>item.expires</c> (the same with <c>feed.</c>) for an
    /// element of the document's own vocabulary or of Atom inside it, <c>dc.date</c>, <c>dcterms</c>; null for a date that was read alone.
    /// Equal dates are stated by the same.
    /// </summary>
    public string? From { get; init; }

    /// <summary>A date to be written in a feed: the instant, to the second, with its offset.</summary>
    /// <param name="at">The instant.</param>
    public static FeedDate Of(DateTimeOffset at) =>
        new(at.ToString("yyyy-MM-dd'T'HH:mm:ss.FFFFFFFzzz", CultureInfo.InvariantCulture), at.ToUniversalTime(), DatePrecision.Second, at.Offset, DateFlags.None);

    /// <summary>Reads a date of any of the shapes met in feeds. Never throws.</summary>
    /// <param name="text">The text of the element.</param>
    /// <param name="now">Dates more than 24 hours after it are flagged <see cref="DateFlags.Future"/>; null: none are.</param>
    /// <param name="dayFirst">Whether this feed writes the day before the month where both are numbers in front of the year (31/12/2004);
    /// null when nothing says so: with slashes the month is read first, with dashes and dots the day.</param>
    public static FeedDate Parse(ReadOnlySpan<char> text, DateTimeOffset? now = null, bool? dayFirst = null) =>
        DateParser.Parse(text, now, dayFirst, null);
}

/// <summary>How much of an instant a text states.</summary>
public enum DatePrecision
{
    /// <summary>Seconds or finer.</summary>
    Second,

    /// <summary>Hours and minutes.</summary>
    Minute,

    /// <summary>A day without a time.</summary>
    Day,

    /// <summary>A month of a year.</summary>
    Month,

    /// <summary>A year.</summary>
    Year,
}

/// <summary>What is doubtful about a date.</summary>
[Flags]
public enum DateFlags
{
    /// <summary>Nothing.</summary>
    None = 0,

    /// <summary>No zone is stated, or none that is known; UTC was assumed, Korea's for a text in Korean.</summary>
    AssumedZone = 1,

    /// <summary>Day and month could be the other way round.</summary>
    AmbiguousOrder = 2,

    /// <summary>More than 24 hours after the time of the fetch.</summary>
    Future = 4,

    /// <summary>Before 1990, when there were no feeds.</summary>
    Before1990 = 8,

    /// <summary>A stand-in such as <c>[Current Date]</c> or <c>0000-00-00</c>: no date.</summary>
    Placeholder = 16,

    /// <summary>No date could be read.</summary>
    Unreadable = 32,

    /// <summary>The zone name stands for several offsets (CST, IST, BST); the usual one was taken.</summary>
    AmbiguousZone = 64,

    /// <summary>The stated weekday is not the date's.</summary>
    WrongWeekday = 128,
}
