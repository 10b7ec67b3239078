using System.CommandLine;
using System.Globalization;
using Aggregator.Archive.Sqlite.Querying;
using Aggregator.Archive.Sqlite.Upkeep;
using Aggregator.Exporting;
using Aggregator.Output;
using Aggregator.Pipeline.Subscribing;
using Aggregator.Queries;

namespace Aggregator.Commands;

/// <summary><c>archive prune</c>: the only thing that deletes articles; without <c>--yes</c> it only says which.</summary>
internal static class ArchivePruneCommand
{
    private const int Shown = 10;

    private static readonly Argument<long?> Id = new("ID") { Description = "One article, by its id", Arity = ArgumentArity.ZeroOrOne };
    private static readonly Option<string?> OlderThan = new("--older-than") { Description = "Dated longer ago than this", HelpName = "365d" };
    private static readonly Option<string?> Before = new("--before") { Description = "Dated before this day or time", HelpName = "DATE" };
    private static readonly Option<string> Zone = new("--time-zone") { Description = "Whose day --before means", HelpName = "Europe/Paris", DefaultValueFactory = _ => "UTC" };
    private static readonly Option<string?> Source = new("--source") { Description = "The publisher's name or domain", HelpName = "NAME" };
    private static readonly Option<string?> Feed = new("--feed") { Description = "Seen in this feed and in no other: address, id, or a unique part of address or title", HelpName = "FEED" };
    private static readonly Option<string?> Where = new("--where") { Description = "A condition in SQL on the view articles", HelpName = "SQL" };
    private static readonly Option<string?> Export = new("--export") { Description = "Writes the articles to a file first (.jsonl, .csv, .parquet), and deletes what is in it", HelpName = "FILE" };
    private static readonly Option<bool> Yes = new("--yes") { Description = "Deletes; without it nothing is changed" };

    public static Command Create(CommandRunner runner) => runner.Bind(
        new Command("prune", "Deletes articles for good, so that no poll brings them back; all conditions given must hold")
        {
            Id, OlderThan, Before, Zone, Source, Feed, Where, Export, Yes,
        },
        (context, line, stop) => Task.FromResult(Run(context, line, stop)));

    private static int Run(CommandContext context, ParseResult line, CancellationToken stop)
    {
        var export = line.GetValue(Export);
        if (export is not null && ArticleFile.FormatOf(null, export) is null) return context.Refuse($"--export '{export}' ends with .jsonl, .csv or .parquet, which says its format");
        var opening = SqlDoor.Open(context.Settings.ArchivePath, context.Time);
        if (opening is not DoorOpening.Opened { Door: var door }) return context.Fail(((DoorOpening.Refused)opening).Reason);
        List<long> ids;
        using (door)
        {
            var selection = new ArticleSelection();
            if (Choose(context, line, door, selection, stop) is { } code) return code;
            (ids, var failure) = Find(context, door, selection, stop);
            if (failure is not null) return context.Fail(failure);
            if (ids.Count == 0) return Nothing(context, line);
            Describe(context, door, ids, stop);
            if (!line.GetValue(Yes))
            {
                context.Terminal.Out.WriteLine("Nothing was deleted: --yes deletes them, --export FILE keeps them in a file first.");
                return ExitCode.Done;
            }

            if (export is not null)
            {
                // What is deleted is exactly what the file holds, whatever came or changed since.
                ids = [];
                var (count, written) = ArticleFile.Write(context, door, selection, ArticleFile.FormatOf(null, export)!, export, raw: true, ids.Add, stop);
                if (written != ExitCode.Done) return written;
                context.Terminal.Out.WriteLine($"{Articles(count)} written to {export}.");
            }
        }

        return Delete(context, ids, stop);
    }

    private static int? Choose(CommandContext context, ParseResult line, SqlDoor door, ArticleSelection selection, CancellationToken stop)
    {
        var now = context.Time.GetUtcNow();
        if (!TimeZoneInfo.TryFindSystemTimeZoneById(line.GetValue(Zone)!, out var zone))
            return context.Refuse($"--time-zone '{line.GetValue(Zone)}' is no time zone; write it as in Europe/Paris");
        if (line.GetValue(Id) is { } id) selection.WithId(id);
        if (line.GetValue(OlderThan) is { } age)
        {
            if (!Durations.TryParse(age, out var duration)) return context.Refuse($"--older-than '{age}' is no duration: {Durations.Form}");
            selection.WithBefore(now - duration);
        }

        if (line.GetValue(Before) is { } before)
        {
            if (line.GetValue(OlderThan) is not null) return context.Refuse("--older-than and --before say the same; give one of them");
            if (DateOption.Since(before, zone, now) is not { } at) return context.Refuse($"--before '{before}' is not {DateOption.Form}");
            selection.WithBefore(at);
        }

        if (line.GetValue(Source) is { } source) selection.WithSource(source);
        if (line.GetValue(Feed) is { } feed)
        {
            var (feedId, refusal) = FeedInArchive.Find(door, feed, stop);
            if (feedId is null) return context.Fail(refusal!);
            selection.WithFeed(feedId.Value);
        }

        if (line.GetValue(Where) is { } where) selection.WithWhere(where);
        return selection.IsEverything
            ? context.Refuse("prune needs to be told which articles: an id, --older-than, --before, --source, --feed or --where (--where true means all)")
            : null;
    }

    private static (List<long> Ids, string? Failure) Find(CommandContext context, SqlDoor door, ArticleSelection selection, CancellationToken stop)
    {
        using var progress = new WorkProgress(context);
        using var writer = new IdsOnly();
        var ids = new List<long>();
        var export = new ArticleExport(door, selection, context.Time, "articles.id");
        var (_, failure) = export.Run(
            writer,
            (id, share) =>
            {
                if (id > 0) ids.Add(id);
                progress.Show(() => string.Create(CultureInfo.InvariantCulture, $"{ids.Count:#,0} articles found, {share:P0}"));
            },
            stop);
        return (ids, failure);
    }

    private static void Describe(CommandContext context, SqlDoor door, List<long> ids, CancellationToken stop)
    {
        var output = context.Terminal.Out;
        output.WriteLine($"{Articles(ids.Count)} {(ids.Count == 1 ? "fits" : "fit")}{(ids.Count > Shown ? $", such as" : ":")}");
        var rows = new ArchiveQuestions(door).Rows(
            "SELECT id, dated_at, source, title FROM articles WHERE id IN (SELECT value FROM json_each(:ids)) ORDER BY id", stop, ("ids", $"[{string.Join(',', ids.Take(Shown))}]"));
        foreach (var row in rows) output.WriteLine(TerminalText.Line($"  #{row[0]}  {row[1]}  {row[2]}  {row[3] ?? "(no title)"}"));
    }

    private static int Nothing(CommandContext context, ParseResult line)
    {
        if (line.GetValue(Id) is { } id) return context.Fail($"there is no article {id} that fits in {context.Settings.ArchivePath}");
        context.Terminal.Out.WriteLine("No article fits.");
        return ExitCode.Done;
    }

    private static int Delete(CommandContext context, List<long> ids, CancellationToken stop)
    {
        long deleted;
        using (var progress = new WorkProgress(context))
            deleted = ArchivePrune.Delete(context.Settings.ArchivePath, ids, context.Time, count => progress.Show(() => $"{Number(count)} of {Articles(ids.Count)} deleted"), stop);
        context.Terminal.Out.WriteLine($"{Articles(deleted)} deleted{(stop.IsCancellationRequested ? "; stopped before the end" : "")}. What they said stays in free pages of the file until 'archive compact'.");
        stop.ThrowIfCancellationRequested();
        return ExitCode.Done;
    }

    private static string Articles(long count) => count == 1 ? "1 article" : $"{Number(count)} articles";

    private static string Number(long number) => number.ToString("#,0", CultureInfo.InvariantCulture);
}
