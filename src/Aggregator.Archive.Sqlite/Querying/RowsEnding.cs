namespace Aggregator.Archive.Sqlite.Querying;

/// <summary>How the rows of a statement ended.</summary>
public abstract record RowsEnding
{
    private RowsEnding() { }

    /// <summary>All rows were given.</summary>
    public sealed record Complete : RowsEnding;

    /// <summary>There are more rows than <see cref="QueryLimits.Rows"/>.</summary>
    public sealed record MoreRows(long Limit) : RowsEnding;

    /// <summary>There are more bytes than <see cref="QueryLimits.Bytes"/>.</summary>
    public sealed record MoreBytes(long Limit) : RowsEnding;

    /// <summary><see cref="QueryLimits.Time"/> ran out.</summary>
    public sealed record TimeOut(TimeSpan Limit) : RowsEnding;

    /// <summary>The caller cancelled.</summary>
    public sealed record Cancelled : RowsEnding;

    /// <summary>The statement broke off.</summary>
    public sealed record Failed(SqlError Error) : RowsEnding;
}
