namespace Aggregator.Feeds;

/// <summary>How a feed writes day and month when both are numbers in front of the year.</summary>
public enum DateOrder
{
    /// <summary>Nothing says: with slashes the month is read first, with dashes and dots the day.</summary>
    Unknown,

    /// <summary>31/12/2004.</summary>
    DayFirst,

    /// <summary>12/31/2004.</summary>
    MonthFirst,
}
