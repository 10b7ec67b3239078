namespace Aggregator.Archive.Sqlite.Opening;

/// <summary>The process that polls an archive.</summary>
/// <param name="Name">Process, machine and since when, in words.</param>
/// <param name="LastTick">When it last said that it is alive (<see cref="SqliteArchive.Tick"/>); null when it never did.</param>
/// <param name="IsService">It polls for ever and takes requests; else it makes one pass.</param>
public sealed record ArchiveHolder(string Name, DateTimeOffset? LastTick, bool IsService)
{
    /// <summary>Who polls the archive now; null when nobody does.</summary>
    public static ArchiveHolder? Of(string path)
    {
        path = Path.GetFullPath(path);
        return PollingLock.Holder(path) is { } name ? new ArchiveHolder(name, PollingLock.LastTick(path), PollingLock.IsService(name)) : null;
    }
}
