using Aggregator.Feeds;

namespace Aggregator.Pipeline.Normalizing;

/// <summary>The dates that an item claims, best first, and which of them is the date of publication (DESIGN 6, QUALITY 4.3).</summary>
internal sealed record ItemDates(IReadOnlyList<FeedDate> Claims, FeedDate? Published, DateTimeOffset? UpdatedAt)
{
    public static ItemDates Of(FeedItem item, DayMonthOrder order, DateTimeOffset fetchedAt)
    {
        var claims = new List<FeedDate>(item.Dates.Count);
        foreach (var claim in item.Dates) Add(claims, Stated(order.Apply(claim, fetchedAt), "item.published"));
        if (claims.Count == 0)
        {
            if (item.Published is { } published) Add(claims, Stated(published, "item.published"));
            if (item.Updated is { } updated) Add(claims, Stated(updated, "item.updated"));
        }

        if (claims.Count > 1) claims = [.. claims.Distinct().OrderBy(c => Rank(c.From))];
        return new ItemDates(claims, claims.Find(IsDate), item.Updated is { } changed && IsDate(changed) ? changed.At : null);
    }

    /// <summary>True when the claim names an instant: read, and no stand-in for a date.</summary>
    private static bool IsDate(FeedDate date) => date.At is not null && (date.Flags & (DateFlags.Placeholder | DateFlags.Unreadable)) == 0;

    private static void Add(List<FeedDate> claims, FeedDate claim) => claims.Add(WholeDay(claim));

    private static FeedDate Stated(FeedDate date, string from) => date.From is null ? date with { From = from } : date;

    // A day (month, year) is that day wherever it was written: it begins at T00:00:00Z and does not slip to the day before with the zone.
    private static FeedDate WholeDay(FeedDate date) =>
        date is { At: { } at, Precision: not (DatePrecision.Second or DatePrecision.Minute) } && at.ToOffset(date.Offset ?? TimeSpan.Zero).DateTime is var local
        && (at.Offset != TimeSpan.Zero || at.DateTime != local.Date)
            ? date with { At = new DateTimeOffset(local.Date, TimeSpan.Zero) }
            : date;

    // pubDate, then dc:date, then what says when it was changed; among equals the reader's order stands.
    private static int Rank(string? from) => from switch { "item.published" => 0, "dc.date" => 1, _ => 2 };
}
