namespace Aggregator.Archive.Sqlite.Opening;

/// <summary>The archive cannot be used, and why: one sentence for the operator, who has to do something about it.</summary>
public sealed class ArchiveRefusedException(ArchiveRefusal reason, string message, Exception? inner = null) : Exception(message, inner)
{
    public ArchiveRefusal Reason { get; } = reason;
}

/// <summary>Why an archive is refused.</summary>
public enum ArchiveRefusal
{
    /// <summary>There is no such file.</summary>
    Missing,

    /// <summary>The file is no SQLite database, or one of another program.</summary>
    NotAnArchive,

    /// <summary>Its schema is newer than this program.</summary>
    Newer,

    /// <summary>Its schema is older, and only the polling process migrates.</summary>
    Older,

    /// <summary>The file or its folder cannot be written.</summary>
    ReadOnly,

    /// <summary>It lies on a network file system, where locks and shared memory cannot be trusted.</summary>
    NetworkFileSystem,

    /// <summary>The SQLite library has a known corruption bug.</summary>
    SqliteTooOld,

    /// <summary>Another process polls it.</summary>
    InUse,

    /// <summary>It is damaged.</summary>
    Damaged,

    /// <summary>The disk failed or is full.</summary>
    Unavailable,
}
