using System.CommandLine;
using Aggregator.Archive.Sqlite.Opening;
using Aggregator.Archive.Sqlite.Querying;
using Aggregator.Archive.Sqlite.Upkeep;
using Aggregator.Passes;
using Aggregator.Pipeline.Subscribing;
using Aggregator.Service;

namespace Aggregator.Commands;

/// <summary><c>status</c>: is a service polling, what is late, what fails, is there room.</summary>
internal static class StatusCommand
{
    // A service that stored nothing for so long, while feeds are due for as long, is stuck.
    private static readonly TimeSpan Late = TimeSpan.FromMinutes(10);
    private static readonly TimeSpan Silent = TickPeriod.Usual.Value * 2 * TickWatch.Patience;
    private const long LowDisk = 1L << 30;

    private static readonly Option<bool> Json = new("--json") { Description = "The facts as JSON" };
    private static readonly Option<bool> CheckOption = new("--check") { Description = "Exit code 1 when no service polls, no tick or commit came in time, the disk is low, the write-ahead log large, or the last backup failed" };

    public static Command Create(CommandRunner runner) => runner.Bind(
        new Command("status", "Is a service polling, what is late, what fails, how large is the archive") { CheckOption, Json },
        (context, line, stop) => Task.FromResult(Run(context, line, stop)));

    private static int Run(CommandContext context, ParseResult line, CancellationToken stop)
    {
        var path = context.Settings.ArchivePath;
        var opening = SqlDoor.Open(path, context.Time);
        if (opening is not DoorOpening.Opened { Door: var door }) return context.Fail(((DoorOpening.Refused)opening).Reason);

        using (door)
        {
            var now = context.Time.GetUtcNow();
            var holder = ArchiveHolder.Of(path);
            var row = new ArchiveQuestions(door).Row("""
                SELECT count(*), count(*) FILTER (WHERE next_poll_at IS NULL OR next_poll_at <= :now), min(next_poll_at) FILTER (WHERE next_poll_at <= :now),
                  min(next_poll_at) FILTER (WHERE next_poll_at > :now),
                  count(*) FILTER (WHERE health = 'failing'), count(*) FILTER (WHERE health = 'gone'), count(*) FILTER (WHERE health = 'new'),
                  max(last_polled_at), max(last_success_at), max(last_new_at), (SELECT coalesce(sum(articles), 0) FROM daily)
                FROM feeds WHERE listed AND enabled
                """, stop, ("now", PassReport.Stamp(now)));
            var lag = row[2] is string overdue ? now - Parse(overdue) : TimeSpan.Zero;
            var sinceCommit = row[7] is string polled ? now - Parse(polled) : (TimeSpan?)null;
            var free = FreeBytes(path);
            var json = line.GetValue(Json);

            var facts = new Facts();
            facts.Add("service", holder?.Name is { } name ? $"polling ({name})" : "not running");
            facts.Add("last_tick_at", holder?.LastTick is { } tick ? PassReport.Stamp(tick) : null);
            facts.Add("feeds", row[0]);
            facts.Add("due", row[1]);
            facts.Add("longest_overdue", row[2] is null ? null : json ? (long)lag.TotalSeconds : Durations.Format(TimeSpan.FromSeconds(Math.Floor(lag.TotalSeconds))));
            facts.Add("next_due_at", row[3]);
            facts.Add("failing", row[4]);
            facts.Add("gone", row[5]);
            facts.Add("never_polled", row[6]);
            facts.Add("last_poll_at", row[7]);
            facts.Add("last_success_at", row[8]);
            facts.Add("last_new_at", row[9]);
            facts.Add("articles", row[10]);
            facts.Add("not_indexed", door.NotIndexed());
            facts.Add("size", json ? new FileInfo(path).Length : Sizes.About(new FileInfo(path).Length));
            var backup = new ArchiveQuestions(door).Rows(BackupRecord.Question, stop) is [var last] ? last : [null, null];
            facts.Add("last_backup_at", backup[0]);
            facts.Add("last_backup", backup[1]);
            var failure = new ArchiveQuestions(door).Rows(BackupRecord.FailureQuestion, stop) is [var failed] ? $"{failed[0]}: {failed[1]}" : null;
            facts.Add("backup_failure", failure);
            facts.Add("write_ahead_log", json ? WalBytes(path) : Sizes.About(WalBytes(path)));
            facts.Add("disk_free", free is null ? null : json ? free : Sizes.About(free.Value));

            var wrong = Wrong(holder, now, lag, sinceCommit, free, [failure is null ? null : $"the last scheduled backup failed at {failure}", LargeLog(path)]).ToList();
            if (json) facts.Add("problems", wrong.Count == 0 ? null : string.Join(" ", wrong));
            facts.Write(context.Terminal, json);
            if (!line.GetValue(CheckOption))
            {
                if (LargeLog(path) is { } large) context.Terminal.Error.WriteLine($"aggregator: {large}");
                return ExitCode.Done;
            }

            foreach (var sentence in wrong) context.Fail(sentence);
            return wrong.Count == 0 ? ExitCode.Done : ExitCode.Failed;
        }
    }

    private static IEnumerable<string> Wrong(ArchiveHolder? holder, DateTimeOffset now, TimeSpan lag, TimeSpan? sinceCommit, long? free, IEnumerable<string?> more)
    {
        if (holder is null) yield return "no service polls this archive.";
        else if (holder.LastTick is null || now - holder.LastTick > Silent) yield return $"the service gave no sign of life for more than {Durations.Format(Silent)}.";
        if (lag > Late && (sinceCommit is null || sinceCommit > Late)) yield return $"feeds are due for more than {Durations.Format(Late)}, and nothing was stored in that time.";
        if (free < LowDisk) yield return $"the disk has less than {Sizes.Format(LowDisk)} left.";
        foreach (var sentence in more.OfType<string>()) yield return sentence;
    }

    private static string? LargeLog(string path) =>
        WalBytes(path) is var bytes && bytes > LogWatch.Large ? $"the write-ahead log has {Sizes.About(bytes)}: a program that reads keeps an old snapshot open, and it grows until that one ends." : null;

    private static long WalBytes(string path) => File.Exists(path + "-wal") ? new FileInfo(path + "-wal").Length : 0;

    private static DateTimeOffset Parse(string stamp) => DateTimeOffset.Parse(stamp, System.Globalization.CultureInfo.InvariantCulture);

    private static long? FreeBytes(string path)
    {
        try
        {
            return new DriveInfo(Path.GetDirectoryName(path)!).AvailableFreeSpace;
        }
        catch (Exception unknown) when (unknown is IOException or UnauthorizedAccessException or ArgumentException)
        {
            return null;
        }
    }
}
