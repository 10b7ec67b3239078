namespace Aggregator.Archive.Sqlite.Querying;

/// <summary>What became of a statement that was handed to the door.</summary>
public abstract record Preparation
{
    private Preparation() { }

    /// <summary>It runs as its rows are read. The caller disposes of the rows.</summary>
    public sealed record Ready(SqlRows Rows) : Preparation;

    /// <summary>It was not run.</summary>
    public sealed record Refused(SqlError Error) : Preparation;
}
