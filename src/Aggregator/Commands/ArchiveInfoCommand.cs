using System.CommandLine;
using Aggregator.Archive.Sqlite.Opening;
using Aggregator.Archive.Sqlite.Querying;
using Aggregator.Archive.Sqlite.Upkeep;
using Aggregator.Pipeline.Subscribing;

namespace Aggregator.Commands;

/// <summary><c>archive info</c>: size, counts, the state of the index, the last copy.</summary>
internal static class ArchiveInfoCommand
{
    private static readonly Option<bool> Json = new("--json") { Description = "The facts as JSON" };

    public static Command Create(CommandRunner runner) => runner.Bind(
        new Command("info", "Size, counts, the state of the search index and the last backup") { Json }, (context, line, stop) => Task.FromResult(Run(context, line, stop)));

    private static int Run(CommandContext context, ParseResult line, CancellationToken stop)
    {
        var path = context.Settings.ArchivePath;
        var opening = SqlDoor.Open(path, context.Time);
        if (opening is not DoorOpening.Opened { Door: var door }) return context.Fail(((DoorOpening.Refused)opening).Reason);

        using (door)
        {
            var ask = new ArchiveQuestions(door);
            var row = ask.Row("""
                SELECT (SELECT coalesce(sum(articles), 0) FROM daily), (SELECT coalesce(sum(unique_articles), 0) FROM daily),
                  (SELECT count(*) FROM sightings), (SELECT count(*) FROM feeds WHERE listed), (SELECT count(*) FROM feeds), (SELECT count(*) FROM sources),
                  (SELECT min(day) FROM daily), (SELECT max(day) FROM daily), (SELECT min(started_at) FROM fetches), sqlite_version()
                """, stop);
            var facts = new Facts();
            facts.Add("path", path);
            facts.Add("size", SizeOf(path, line));
            facts.Add("write_ahead_log", SizeOf(path + "-wal", line));
            facts.Add("articles", row[0]);
            facts.Add("unique_articles", row[1]);
            facts.Add("sightings", row[2]);
            facts.Add("feeds_listed", row[3]);
            facts.Add("feeds", row[4]);
            facts.Add("sources", row[5]);
            facts.Add("first_day", row[6]);
            facts.Add("last_day", row[7]);
            facts.Add("first_fetch_at", row[8]);
            facts.Add("not_indexed", door.NotIndexed());
            var backup = ask.Rows(BackupRecord.Question, stop) is [var last] ? last : [null, null];
            facts.Add("last_backup_at", backup[0]);
            facts.Add("last_backup", backup[1]);
            facts.Add("polled_by", ArchiveHolder.Of(path)?.Name);
            facts.Add("sqlite", row[9]);
            facts.Write(context.Terminal, line.GetValue(Json));
            return ExitCode.Done;
        }
    }

    // Bytes for a program; for a person the nearest unit.
    private static object? SizeOf(string path, ParseResult line)
    {
        if (!File.Exists(path)) return null;
        var bytes = new FileInfo(path).Length;
        return line.GetValue(Json) ? bytes : Sizes.About(bytes);
    }
}
