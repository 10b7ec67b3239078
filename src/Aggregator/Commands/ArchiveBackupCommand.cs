using System.CommandLine;
using System.Globalization;
using Aggregator.Archive.Sqlite.Opening;
using Aggregator.Archive.Sqlite.Upkeep;
using Aggregator.Pipeline.Subscribing;

namespace Aggregator.Commands;

/// <summary><c>archive backup FILE</c>: a checked copy, also while the service writes.</summary>
internal static class ArchiveBackupCommand
{
    private static readonly Argument<string> To = new("FILE") { Description = "The copy; a file that does not exist" };
    private static readonly Option<bool> Overwrite = new("--overwrite") { Description = "Replaces an older copy of that name, once the new one is whole and checked" };

    public static Command Create(CommandRunner runner) => runner.Bind(
        new Command("backup", "Copies the archive, also while the service writes, and checks the copy") { To, Overwrite }, (context, line, stop) => Task.FromResult(Run(context, line, stop)));

    private static int Run(CommandContext context, ParseResult line, CancellationToken stop)
    {
        var path = context.Settings.ArchivePath;
        var began = context.Time.GetUtcNow();
        BackupReport report;
        using (var progress = new WorkProgress(context))
            report = ArchiveBackup.Run(path, line.GetValue(To)!, line.GetValue(Overwrite), (done, all) => progress.Show(() => Sentence(done, all)), stop);
        context.Terminal.Out.WriteLine(string.Create(
            CultureInfo.InvariantCulture, $"{report.Path} holds {report.Articles:#,0} articles in {Sizes.About(report.Bytes)}, and is checked."));
        try
        {
            BackupRecord.Keep(path, report, began);
        }
        catch (ArchiveRefusedException unrecorded)
        {
            context.Terminal.Error.WriteLine($"aggregator: the copy is good, but 'status' will not know of it: {unrecorded.Message}");
        }

        return ExitCode.Done;
    }

    private static string Sentence(long done, long all) => done == all ? "checking the copy" : string.Create(CultureInfo.InvariantCulture, $"copying: {(double)done / all:P0}");
}
