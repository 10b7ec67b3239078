namespace Aggregator.Endurance.Faulting;

/// <summary>Which operation of the disk fails, and how.</summary>
/// <param name="At">The n-th write, truncation or sync, from 1.</param>
/// <param name="Kind">How.</param>
/// <param name="Stays">True: everything after it fails too.</param>
internal sealed record DiskFault(long At, DiskFaultKind Kind, bool Stays = false);

internal enum DiskFaultKind
{
    /// <summary>EIO.</summary>
    Error,

    /// <summary>ENOSPC; a sync fails with EIO.</summary>
    Full,

    /// <summary>Half of a write is done, then EIO.</summary>
    Short,
}
