using System.CommandLine;
using Aggregator.Archive.Sqlite.Upkeep;
using Aggregator.Pipeline.Subscribing;

namespace Aggregator.Commands;

/// <summary><c>archive compact</c>: gives the room of deleted rows back, and wipes what they said.</summary>
internal static class ArchiveCompactCommand
{
    public static Command Create(CommandRunner runner) => runner.Bind(
        new Command("compact", "Gives the room of what was deleted back to the disk; nobody may poll meanwhile"), (context, _, stop) => Task.FromResult(Run(context, stop)));

    private static int Run(CommandContext context, CancellationToken stop)
    {
        var path = context.Settings.ArchivePath;
        if (context.Terminal.ErrorIsTerminal && File.Exists(path)) context.Terminal.Error.WriteLine($"aggregator: writing {Sizes.About(new FileInfo(path).Length)} anew; Ctrl-C leaves the archive as it is");
        var report = ArchiveCompact.Run(path, context.Time, stop);
        context.Terminal.Out.WriteLine($"{path}: {Sizes.About(report.Before)} before, {Sizes.About(report.After)} now.");
        return ExitCode.Done;
    }
}
