namespace Aggregator.Archive.Sqlite.Querying;

/// <summary>What became of opening an archive for reading.</summary>
public abstract record DoorOpening
{
    private DoorOpening() { }

    /// <summary>The caller disposes of the door.</summary>
    public sealed record Opened(SqlDoor Door) : DoorOpening;

    /// <summary>No archive that this program can read.</summary>
    /// <param name="Reason">One sentence with the path and what to do.</param>
    public sealed record Refused(string Reason) : DoorOpening;
}
