using System.Globalization;
using System.Text.RegularExpressions;
using Aggregator.Feeds;

namespace Aggregator.Pipeline.Normalizing;

/// <summary>
/// Whether a feed writes 07/13/2023 or 13/07/2023, decided from all its items: one of its dates with a number over 12 tells.
/// </summary>
internal sealed partial class DayMonthOrder
{
    private readonly bool? _dayFirst;

    private DayMonthOrder(bool? dayFirst) => _dayFirst = dayFirst;

    public static DayMonthOrder Of(IReadOnlyList<FeedItem> items)
    {
        if (!items.Any(i => i.Dates.Any(IsAmbiguous))) return new DayMonthOrder(null);
        var (dayFirst, monthFirst) = (false, false);
        foreach (var claim in items.SelectMany(i => i.Dates))
        {
            if (Numbers(claim.Raw) is not { } numbers) continue;
            dayFirst |= numbers.First > 12 && numbers.Second <= 12;
            monthFirst |= numbers.Second > 12 && numbers.First <= 12;
        }

        return new DayMonthOrder(dayFirst == monthFirst ? null : dayFirst);
    }

    /// <summary>The claim in the feed's order; as it is when the order is unknown.</summary>
    public FeedDate Apply(FeedDate claim, DateTimeOffset fetchedAt)
    {
        if (_dayFirst is not { } dayFirst || !IsAmbiguous(claim) || claim.At is not { } at || Numbers(claim.Raw) is not { } numbers) return claim;
        var (day, month) = dayFirst ? numbers : (numbers.Second, numbers.First);
        var offset = claim.Offset ?? TimeSpan.Zero;
        var local = at.ToOffset(offset);
        if (month is < 1 or > 12 || day < 1 || day > DateTime.DaysInMonth(local.Year, month)) return claim;
        var right = new DateTimeOffset(new DateTime(local.Year, month, day) + local.TimeOfDay, offset).ToUniversalTime();
        var flags = claim.Flags & ~(DateFlags.AmbiguousOrder | DateFlags.Future);
        if (right > fetchedAt.AddHours(24)) flags |= DateFlags.Future;
        return claim with { At = right, Flags = flags };
    }

    private static bool IsAmbiguous(FeedDate claim) => (claim.Flags & DateFlags.AmbiguousOrder) != 0;

    private static (int First, int Second)? Numbers(string raw)
    {
        var match = Slashed().Match(raw);
        return match.Success
            ? (int.Parse(match.Groups[1].ValueSpan, CultureInfo.InvariantCulture), int.Parse(match.Groups[2].ValueSpan, CultureInfo.InvariantCulture))
            : null;
    }

    [GeneratedRegex(@"(?<!\d)([0-9]{1,2})[/.-]([0-9]{1,2})[/.-]([0-9]{4}|[0-9]{2})(?!\d)")]
    private static partial Regex Slashed();
}
