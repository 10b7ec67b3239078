using System.CommandLine;
using Aggregator.Archive.Sqlite;
using Aggregator.Archive.Sqlite.Querying;
using Aggregator.Passes;

namespace Aggregator.Commands;

/// <summary><c>poll</c>: one pass over the due (or named, or all) feeds, then exit.</summary>
internal static class PollCommand
{
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

        using var archive = SqliteArchive.Open(context.Settings.ArchivePath, context.Time);
        var ids = await archive.SubscribeAsync(list.Feeds, context.Time.GetUtcNow());
        var choice = new FeedChoice(line.GetValue(Feeds) ?? [], line.GetValue(Group) ?? [], line.GetValue(Tag) ?? []);
        var (feeds, problems) = choice.From(list.Feeds.Select((f, i) => new PassFeed(ids[i], f)).ToList(), TitlesFor(choice, context, stop));
        foreach (var problem in problems) context.Refuse(problem);
        if (problems.Count > 0) return ExitCode.Usage;

        var force = line.GetValue(Force);
        var rules = new PassRules(force || line.GetValue(All) || choice.Names.Count > 0, force);
        return await PollAsync(context, archive, feeds, rules, line, stop);
    }

    // Only a feed that is named may be named by its own title.
    private static Dictionary<long, string> TitlesFor(FeedChoice choice, CommandContext context, CancellationToken stop)
    {
        if (choice.Names.Count == 0 || SqlDoor.Open(context.Settings.ArchivePath, context.Time) is not DoorOpening.Opened { Door: var door }) return [];
        using (door)
            return new ArchiveQuestions(door).Rows("SELECT id, title FROM feeds WHERE title IS NOT NULL", stop).ToDictionary(r => (long)r[0]!, r => (string)r[1]!);
    }

    private static async Task<int> PollAsync(
        CommandContext context, SqliteArchive archive, IReadOnlyList<PassFeed> feeds, PassRules rules, ParseResult line, CancellationToken stop)
    {
        using var flow = new Flow(context.Settings, context.Time);
        var tally = new PassTally();
        var pass = new PollPass(archive, flow.Poll, context.Settings.Polling with { Index = !line.GetValue(NoIndex) }, context.Time);
        var started = context.Time.GetTimestamp();
        try
        {
            await PassProgress.ShowAsync(context, tally, feeds.Count, stored => pass.RunAsync(feeds, rules, tally, stored, stop));
        }
        finally
        {
            foreach (var sentence in PassReport.Summary(tally, context.Time.GetElapsedTime(started))) context.Terminal.Out.WriteLine(sentence);
            if (stop.IsCancellationRequested) context.Terminal.Out.WriteLine("Stopped before the end; what came is stored.");
        }

        if (tally.Polled == 0 && tally.NotDue > 0 && await archive.NextDueAsync() is { } next)
            context.Terminal.Out.WriteLine($"The next feed is due at {PassReport.Stamp(next)}.");
        context.Terminal.Out.WriteLine();
        context.Terminal.Out.WriteLine($"Ask the archive:    {Invocation.Hint(line, "query \"SELECT published_at, source, title FROM articles ORDER BY dated_at DESC LIMIT 20\"")}");
        context.Terminal.Out.WriteLine($"Start the service:  {Invocation.Hint(line, "run")}");
        if (tally.NotStored > 0) return context.Fail("not every answer could be stored; the feeds are asked again at the next pass.");
        return tally.Failed > 0 && line.GetValue(Strict) ? ExitCode.Failed : ExitCode.Done;
    }
}
