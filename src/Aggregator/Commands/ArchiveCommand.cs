using System.CommandLine;

namespace Aggregator.Commands;

/// <summary><c>archive</c>: upkeep of the file. What each part does is a file of its own.</summary>
internal static class ArchiveCommand
{
    public static Command Create(CommandRunner runner) => new("archive", "The archive's file and its upkeep")
    {
        ArchiveInfoCommand.Create(runner),
        ArchiveCheckCommand.Create(runner),
        ArchiveBackupCommand.Create(runner),
        ArchiveCompactCommand.Create(runner),
        ArchiveReindexCommand.Create(runner),
        ArchivePruneCommand.Create(runner),
    };
}
