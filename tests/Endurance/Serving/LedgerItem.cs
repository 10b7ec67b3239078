namespace Aggregator.Endurance.Serving;

/// <summary>An item of a feed, by its number.</summary>
internal readonly record struct LedgerItem(int Feed, int Item);
