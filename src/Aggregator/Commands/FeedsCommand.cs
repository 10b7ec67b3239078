using System.CommandLine;
using System.Globalization;
using Aggregator.Archive.Sqlite.Querying;
using Aggregator.Archive.Sqlite.Upkeep;
using Aggregator.Lists;
using Aggregator.Output;
using Aggregator.Passes;
using Aggregator.Pipeline.Subscribing;
using Aggregator.Queries;

namespace Aggregator.Commands;

/// <summary><c>feeds</c>: the feed list as it is in effect, and what is wrong with it.</summary>
internal static class FeedsCommand
{
    private static readonly string[] Columns = ["id", "title", "url", "moved_to", "group", "tags", "every", "health", "articles", "next_poll_at", "last_error", "lowers"];
    private static readonly Argument<string> Moved = new("FEED") { Description = "An id, an address that the feed has or had, or a unique part of address or title" };
    private static readonly Option<bool> Json = new("--json") { Description = "The table as JSON" };

    public static Command Create(CommandRunner runner) => new("feeds", "The feed list")
    {
        runner.Bind(new Command("list", "The feeds of the list, and how they are") { Json }, (context, line, stop) => Task.FromResult(List(context, line, stop))),
        runner.Bind(new Command("check", "Reads the feed list and tells every problem with file, line and key"), (context, _, _) => Task.FromResult(Check(context))),
        runner.Bind(new Command("undo-move", "Takes a feed back to the address of the list; the address that a server moved it to is not adopted again") { Moved },
            (context, line, stop) => Task.FromResult(UndoMove(context, line, stop))),
    };

    private static int List(CommandContext context, ParseResult line, CancellationToken stop)
    {
        if (ListLoad.Load(context) is not { } list) return ExitCode.Usage;
        var known = Known(context, stop);
        new Table(Columns, list.Feeds.Select(f => Row(f, known.GetValueOrDefault(f.Url))).ToList()).Write(context.Terminal, line.GetValue(Json));
        return ExitCode.Done;
    }

    private static object?[] Row(Subscription feed, object?[]? known) =>
    [
        known?[1], feed.Title ?? known?[2], feed.Url, known?[7], feed.Group, feed.Tags.Count == 0 ? null : string.Join(", ", feed.Tags),
        feed.Every is { } every ? Durations.Format(every) : "auto", feed.Enabled ? known?[3] : "disabled", known?[4], feed.Enabled ? known?[5] : null, known?[6], Lowered(feed),
    ];

    // The keys that take away a protection of this feed, so that nobody forgets them.
    private static string? Lowered(Subscription feed) => (feed.IgnoreTls, feed.AllowPrivateNetwork) switch
    {
        (true, true) => "ignoreTls, allowPrivateNetwork",
        (true, false) => "ignoreTls",
        (false, true) => "allowPrivateNetwork",
        _ => null,
    };

    // What the archive knows of the feeds, by address; nothing when there is no archive yet.
    private static Dictionary<string, object?[]> Known(CommandContext context, CancellationToken stop)
    {
        if (!File.Exists(context.Settings.ArchivePath)) return [];
        if (SqlDoor.Open(context.Settings.ArchivePath, context.Time) is not DoorOpening.Opened { Door: var door })
        {
            context.Terminal.Error.WriteLine("aggregator: the archive cannot be read, so that only the list is shown.");
            return [];
        }

        using (door)
            return new ArchiveQuestions(door).Rows("SELECT url, id, title, health, articles, next_poll_at, last_error, moved_to FROM feeds", stop)
                .ToDictionary(r => (string)r[0]!, StringComparer.Ordinal);
    }

    private static int Check(CommandContext context)
    {
        var list = ListFiles.Load(context.Settings.FeedsPath, new ListSettings { Every = context.Settings.Every });
        foreach (var problem in list.Problems) context.Terminal.Out.WriteLine(problem);
        var errors = list.Problems.Count(p => p.IsError);
        var warnings = list.Problems.Count - errors;
        if (errors > 0)
            return context.Refuse(Invariant($"{context.Settings.FeedsPath}: {Counted(errors, "error")}, {Counted(warnings, "warning")}; the list is refused."));

        var disabled = list.Feeds.Count(f => !f.Enabled);
        context.Terminal.Out.WriteLine(Invariant(
            $"{context.Settings.FeedsPath}: {Counted(list.Feeds.Count, "feed")}{(disabled > 0 ? Invariant($" ({disabled} disabled)") : "")}, {Counted(warnings, "warning")}."));
        return ExitCode.Done;
    }

    private static int UndoMove(CommandContext context, ParseResult line, CancellationToken stop)
    {
        var path = context.Settings.ArchivePath;
        var opening = SqlDoor.Open(path, context.Time);
        if (opening is not DoorOpening.Opened { Door: var door }) return context.Fail(((DoorOpening.Refused)opening).Reason);
        long? feed;
        using (door)
        {
            (feed, var refusal) = FeedInArchive.Find(door, line.GetValue(Moved)!, stop);
            if (feed is null) return context.Refuse(refusal!);
        }

        if (MoveUndo.Undo(path, feed.Value, context.Time) is not { } undone) return context.Fail(Invariant($"feed {feed} has not moved: it is polled at the address of the list."));
        context.Terminal.Out.WriteLine(TerminalText.Line($"Polled at {undone.To} again. Redirects to {undone.From} are followed, and never adopted again unless the list names that address."));
        return ExitCode.Done;
    }

    private static string Counted(int count, string what) => Invariant($"{count} {what}{(count == 1 ? "" : "s")}");

    private static string Invariant(FormattableString text) => text.ToString(CultureInfo.InvariantCulture);
}
