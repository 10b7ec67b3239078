using System.CommandLine;
using Aggregator.Archive.Sqlite;
using Aggregator.Archive.Sqlite.Opening;
using Aggregator.Archive.Sqlite.Querying;
using Aggregator.Archive.Sqlite.Requesting;
using Aggregator.Passes;
using Aggregator.Pipeline.Ports;
using Aggregator.Pipeline.Subscribing;
using Aggregator.Service;

namespace Aggregator.Commands;

/// <summary><c>poll</c>: one pass over the due (or named, or all) feeds, then exit.</summary>
internal static class PollCommand
{
    private const int FoldedBatches = 20;

    private static readonly Argument<string[]> Feeds = new("FEED") { Description = "Address, id, or a unique part of address or title; none: all that are due", Arity = ArgumentArity.ZeroOrMore };
    private static readonly Option<string[]> Group = new("--group") { Description = "Only feeds of this group and the groups inside it; may be given several times", HelpName = "NAME" };
    private static readonly Option<string[]> Tag = new("--tag") { Description = "Only feeds with this tag; may be given several times", HelpName = "NAME" };
    private static readonly Option<bool> All = new("--all") { Description = "Also feeds that are not due; a server's Retry-After is respected" };
    private static readonly Option<bool> Force = new("--force") { Description = "As --all, and despite a Retry-After" };
    private static readonly Option<bool> Strict = new("--strict") { Description = "Exit code 1 when a feed failed" };
    private static readonly Option<bool> NoIndex = new("--no-index") { Description = "Leave full-text indexing to a later run" };

    public static Command Create(CommandRunner runner)
    {
        // No feed begins with a dash: it is a mistyped option.
        Feeds.Validators.Add(found =>
        {
            if (found.Tokens.FirstOrDefault(t => t.Value.StartsWith('-')) is { } option) found.AddError($"There is no option '{option.Value}'.");
        });
        return runner.Bind(new Command("poll", "Polls the due (or named, or all) feeds once and says what was new") { Feeds, Group, Tag, All, Force, Strict, NoIndex }, RunAsync);
    }

    private static async Task<int> RunAsync(CommandContext context, ParseResult line, CancellationToken stop)
    {
        if (ListLoad.Load(context) is not { } list) return ExitCode.Usage;
        ListLoad.AskForContact(context, list);
        try
        {
            using var archive = SqliteArchive.Open(context.Settings.ArchivePath, context.Time);
            var ids = await archive.SubscribeAsync(list.Feeds, context.Time.GetUtcNow());
            if (Choose(context, list, (_, place) => ids[place], line, stop) is not { } feeds) return ExitCode.Usage;
            using var flow = new Flow(context.Settings, context.Time);
            var pass = new PollPass(archive, flow.Poll, context.Settings.Polling with { Index = !line.GetValue(NoIndex) }, context.Time);
            var code = await ReportAsync(
                context, feeds.Count, (tally, stored) => pass.RunAsync(feeds, RulesOf(line), tally, stored, stop), archive.NextDueAsync, line, stop);

            // Whoever polls from cron has no service that would do it.
            await FoldJob.FoldAsync(archive, context.Settings.Maintenance, FoldedBatches, stop);
            return code;
        }
        catch (ArchiveRefusedException inUse) when (inUse.Reason == ArchiveRefusal.InUse && ArchiveHolder.Of(context.Settings.ArchivePath) is { IsService: true } service)
        {
            return await AskAsync(context, list, service, line, stop);
        }
    }

    // Only one process polls an archive: a pass beside the service asks the service for the polls.
    private static async Task<int> AskAsync(CommandContext context, FeedList list, ArchiveHolder service, ParseResult line, CancellationToken stop)
    {
        using var requests = PollRequests.Open(context.Settings.ArchivePath);
        var listed = requests.Listed();
        if (Choose(context, list, (url, place) => listed.TryGetValue(url, out var id) ? id : -1 - place, line, stop) is not { } feeds) return ExitCode.Usage;
        if (feeds.FirstOrDefault(f => f.Id < 0) is { } unknown)
            return context.Fail($"the service ({service.Name}) polls by another list, which does not have {unknown.Subscription.Url}; it polls only what its own list knows.");

        await context.Terminal.Error.WriteLineAsync($"the archive is polled by a service ({service.Name}); it is asked for these polls");
        var pass = new RequestedPass(requests, context.Settings.ArchivePath, service, context.Time);
        return await ReportAsync(
            context, feeds.Count, (tally, stored) => pass.RunAsync(feeds, RulesOf(line), tally, stored, stop), () => ValueTask.FromResult<DateTimeOffset?>(null), line, stop);
    }

    private static PassRules RulesOf(ParseResult line) =>
        new(line.GetValue(Force) || line.GetValue(All) || line.GetValue(Feeds) is { Length: > 0 }, line.GetValue(Force));

    /// <returns>The chosen feeds; null when what was said about them is wrong, which is told.</returns>
    private static IReadOnlyList<PassFeed>? Choose(CommandContext context, FeedList list, Func<string, int, long> idOf, ParseResult line, CancellationToken stop)
    {
        var choice = new FeedChoice(line.GetValue(Feeds) ?? [], line.GetValue(Group) ?? [], line.GetValue(Tag) ?? []);
        var all = list.Feeds.Select((feed, place) => new PassFeed(idOf(feed.Url, place), feed)).ToList();
        var (feeds, problems) = choice.From(all, TitlesFor(choice, context, stop));
        foreach (var problem in problems) context.Refuse(problem);
        return problems.Count > 0 ? null : feeds;
    }

    // Only a feed that is named may be named by its own title.
    private static Dictionary<long, string> TitlesFor(FeedChoice choice, CommandContext context, CancellationToken stop)
    {
        if (choice.Names.Count == 0 || SqlDoor.Open(context.Settings.ArchivePath, context.Time) is not DoorOpening.Opened { Door: var door }) return [];
        using (door)
            return new ArchiveQuestions(door).Rows("SELECT id, title FROM feeds WHERE title IS NOT NULL", stop).ToDictionary(r => (long)r[0]!, r => (string)r[1]!);
    }

    private static async Task<int> ReportAsync(
        CommandContext context, int feeds, Func<PassTally, Action<Subscription, Receipt>, Task> pass, Func<ValueTask<DateTimeOffset?>> nextDue, ParseResult line, CancellationToken stop)
    {
        var (output, tally, started) = (context.Terminal.Out, new PassTally(), context.Time.GetTimestamp());
        try
        {
            await PassProgress.ShowAsync(context, tally, feeds, stored => pass(tally, stored));
        }
        finally
        {
            foreach (var sentence in PassReport.Summary(tally, context.Time.GetElapsedTime(started))) output.WriteLine(sentence);
            if (stop.IsCancellationRequested) output.WriteLine("Stopped before the end; what came is stored.");
        }

        if (tally.Polled == 0 && tally.NotDue > 0 && await nextDue() is { } next) output.WriteLine($"The next feed is due at {PassReport.Stamp(next)}.");
        output.WriteLine();
        output.WriteLine($"Ask the archive:    {Invocation.Hint(line, "query \"SELECT published_at, source, title FROM articles ORDER BY dated_at DESC LIMIT 20\"")}");
        output.WriteLine($"Start the service:  {Invocation.Hint(line, "run")}");
        if (tally.NotStored > 0) return context.Fail("not every answer could be stored; the feeds are asked again at the next pass.");
        if (tally.NotAnswered > 0) return context.Fail($"the service ended before it had polled {tally.NotAnswered} of the feeds.");
        return tally.Failed > 0 && line.GetValue(Strict) ? ExitCode.Failed : ExitCode.Done;
    }
}
