using System.Globalization;

namespace Aggregator.Endurance.Serving;

/// <summary>An item of a feed, by its number.</summary>
internal readonly record struct LedgerItem(int Feed, int Item)
{
    /// <summary>Of the guid that <see cref="LedgerFeed.Guid"/> made.</summary>
    public static LedgerItem Of(string guid)
    {
        var parts = guid.Split('-');
        return new LedgerItem(int.Parse(parts[1], CultureInfo.InvariantCulture), int.Parse(parts[2], CultureInfo.InvariantCulture));
    }
}
