namespace Aggregator.Archive.Sqlite.Querying;

/// <summary>Why a statement was not run, or broke off: one sentence for the person who wrote it.</summary>
/// <param name="Kind">What a caller would do something different about.</param>
/// <param name="Message">One sentence without the place.</param>
public sealed record SqlError(SqlErrorKind Kind, string Message)
{
    /// <summary>Where in the statement, in UTF-16 units from its start; null when SQLite does not say.</summary>
    public int? Position { get; init; }

    /// <summary>The right name that is nearest to a wrong one; null when none is near.</summary>
    public string? Suggestion { get; init; }
}

public enum SqlErrorKind
{
    /// <summary>The statement is wrong: syntax, names, parameters.</summary>
    Statement,

    /// <summary>The statement would do something that the door does not allow.</summary>
    NotAllowed,

    /// <summary>A value, or the memory a statement needs, is beyond the limits.</summary>
    TooBig,

    /// <summary>The archive could not be read: locked, damaged, I/O error.</summary>
    Archive,
}
