using System.CommandLine;
using System.Globalization;
using Aggregator.Archive.Sqlite.Querying;
using Aggregator.Lists;
using Aggregator.Passes;
using Aggregator.Pipeline.Subscribing;

namespace Aggregator.Commands;

/// <summary><c>feeds</c>: the feed list as it is in effect, and what is wrong with it.</summary>
internal static class FeedsCommand
{
    private static readonly string[] Columns = ["id", "title", "url", "group", "tags", "every", "health", "articles", "next_poll_at", "last_error"];
    private static readonly Option<bool> Json = new("--json") { Description = "The table as JSON" };

    public static Command Create(CommandRunner runner) => new("feeds", "The feed list")
    {
        runner.Bind(new Command("list", "The feeds of the list, and how they are") { Json }, (context, line, stop) => Task.FromResult(List(context, line, stop))),
        runner.Bind(new Command("check", "Reads the feed list and tells every problem with file, line and key"), (context, _, _) => Task.FromResult(Check(context))),
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
        known?[1], feed.Title ?? known?[2], feed.Url, feed.Group, feed.Tags.Count == 0 ? null : string.Join(", ", feed.Tags),
        feed.Every is { } every ? Durations.Format(every) : "auto", feed.Enabled ? known?[3] : "disabled", known?[4], feed.Enabled ? known?[5] : null, known?[6],
    ];

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
            return new ArchiveQuestions(door).Rows("SELECT url, id, title, health, articles, next_poll_at, last_error FROM feeds", stop)
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

    private static string Counted(int count, string what) => Invariant($"{count} {what}{(count == 1 ? "" : "s")}");

    private static string Invariant(FormattableString text) => text.ToString(CultureInfo.InvariantCulture);
}
