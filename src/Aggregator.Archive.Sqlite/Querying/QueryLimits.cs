namespace Aggregator.Archive.Sqlite.Querying;

/// <summary>What one statement may cost before the door stops it.</summary>
public sealed record QueryLimits
{
    /// <summary>From preparing the statement to its last row, slow consumers included: an open statement holds a snapshot, and a held
    /// snapshot lets the write-ahead log grow.</summary>
    public TimeSpan Time { get; init; } = TimeSpan.FromSeconds(30);

    /// <summary>Rows given; null: no limit.</summary>
    public long? Rows { get; init; }

    /// <summary>Bytes of all values given; null: no limit.</summary>
    public long? Bytes { get; init; }

    /// <summary>Memory that SQLite may take beyond what it has when the statement starts (sorting, grouping, materialized subqueries).</summary>
    public long Memory { get; init; } = 512L << 20;

    /// <summary>True lets big sorts spill into unnamed temporary files instead of counting against <see cref="Memory"/>:
    /// right for the person at the keyboard, wrong for strangers.</summary>
    public bool SortOnDisk { get; init; }
}
