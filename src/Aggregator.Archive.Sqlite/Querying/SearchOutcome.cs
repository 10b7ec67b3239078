namespace Aggregator.Archive.Sqlite.Querying;

/// <summary>How a search ended.</summary>
public abstract record SearchOutcome
{
    private SearchOutcome() { }

    /// <param name="Hits">In the order asked for, at most the limit.</param>
    /// <param name="Total">Articles that match; null when there are more than were counted.</param>
    /// <param name="Among">How many of the last stored matches were sorted by date; null: all.</param>
    public sealed record Found(IReadOnlyList<SearchHit> Hits, long? Total, int? Among) : SearchOutcome;

    /// <summary>There is nothing to look for in what was typed.</summary>
    public sealed record NothingToFind(string Reason) : SearchOutcome;

    /// <summary>The archive did not answer.</summary>
    public sealed record Failed(string Reason) : SearchOutcome;
}
