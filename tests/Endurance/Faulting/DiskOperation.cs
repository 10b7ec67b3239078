namespace Aggregator.Endurance.Faulting;

/// <summary>One change that SQLite asked the disk for.</summary>
/// <param name="Kind">What.</param>
/// <param name="File">The file's path.</param>
/// <param name="Offset">Where a write begins, or the size after a truncation.</param>
/// <param name="Bytes">What is written.</param>
internal sealed record DiskOperation(DiskOperationKind Kind, string File, long Offset, byte[] Bytes);

internal enum DiskOperationKind
{
    Write,
    Truncate,
    Sync,
    Delete,
}
