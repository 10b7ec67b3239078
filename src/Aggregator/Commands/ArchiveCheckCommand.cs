using System.CommandLine;
using System.Globalization;
using Aggregator.Archive.Sqlite.Upkeep;

namespace Aggregator.Commands;

/// <summary><c>archive check</c>: what is wrong with the archive, in words; <c>--repair</c> mends counts and index.</summary>
internal static class ArchiveCheckCommand
{
    private static readonly Option<bool> RepairOption = new("--repair") { Description = "Makes stored counts and the search index anew from the articles where they are wrong; nothing else is changed" };
    private static readonly Option<bool> Json = new("--json") { Description = "What was found as JSON" };

    public static Command Create(CommandRunner runner) => runner.Bind(
        new Command("check", "Checks the file, references, identity, revisions, every stored count and the search index; exit code 1 when something is wrong") { RepairOption, Json },
        (context, line, stop) => Task.FromResult(Run(context, line, stop)));

    private static int Run(CommandContext context, ParseResult line, CancellationToken stop)
    {
        var path = context.Settings.ArchivePath;
        var found = Check(context, path, stop);
        if (line.GetValue(RepairOption) && found.Any(f => f.Mendable))
        {
            using (var progress = new WorkProgress(context))
                foreach (var sentence in ArchiveCheck.Repair(path, found, articles => progress.Show(() => $"indexing: {Number(articles)} articles"), stop))
                    context.Terminal.Error.WriteLine($"aggregator: {sentence}");
            found = Check(context, path, stop);
        }

        if (line.GetValue(Json)) new Table(["area", "found", "mendable"], [.. found.Select(f => new object?[] { Name(f.Area), f.Sentence, f.Mendable ? 1L : 0L })]).Write(context.Terminal, json: true);
        else if (found.Count == 0) context.Terminal.Out.WriteLine("The archive is sound: file, references, identity, revisions, counts and search index.");
        else foreach (var finding in found) context.Terminal.Out.WriteLine($"{Name(finding.Area)}: {finding.Sentence}");
        if (found.Count == 0) return ExitCode.Done;
        return context.Fail($"{path} is not sound: {Advice(found)}");
    }

    private static IReadOnlyList<CheckFinding> Check(CommandContext context, string path, CancellationToken stop)
    {
        using var progress = new WorkProgress(context);
        return ArchiveCheck.Run(
            path, begun: (area, share) => progress.Show(() => share is null ? $"checking {Name(area)}" : $"checking {Name(area)}: {share.Value.ToString("P0", CultureInfo.InvariantCulture)}"), stop: stop);
    }

    private static string Advice(IReadOnlyList<CheckFinding> found) =>
        found.Any(f => f.Area == CheckArea.File) ? "keep the file and its -wal as they are, and restore a backup or recover a copy (docs/operations.md)"
        : found.All(f => f.Mendable) ? "--repair mends it"
        : found.Any(f => f.Mendable) ? "--repair mends counts and index; the rest needs a backup or a person (docs/operations.md)"
        : "a backup or a person has to mend it (docs/operations.md)";

    private static string Name(CheckArea area) => area switch
    {
        CheckArea.Search => "search index",
        _ => area.ToString().ToLowerInvariant(),
    };

    private static string Number(long number) => number.ToString("#,0", CultureInfo.InvariantCulture);
}
