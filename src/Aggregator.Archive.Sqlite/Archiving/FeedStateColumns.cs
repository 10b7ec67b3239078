using System.Globalization;
using Aggregator.Pipeline.Moving;
using Aggregator.Pipeline.Ports;

namespace Aggregator.Archive.Sqlite.Archiving;

/// <summary>The columns of a feed's state, in one order for every statement that reads them.</summary>
internal static class FeedStateColumns
{
    private const string Day = "yyyy-MM-dd";

    public const string List = """
        id, url, validators_url, etag, last_modified, body_hash, failures, last_polled_at, last_success_at, last_new_at,
        next_poll_at, next_poll_reason, interval_s, retry_after, last_error, gone,
        last_body_at, moved_to, moving_to, moving_days, refused_moves
        """;

    /// <summary>How many there are: the place of what a statement reads beside them.</summary>
    public const int Count = 21;

    public static FeedState Read(Statement row) => new()
    {
        Id = row.Long(0),
        Url = row.Text(1)!,
        Validators = row.Text(2) is { } url ? new Validators(url, row.Text(3), row.Text(4)) : null,
        BodyHash = row.LongOrNull(5),
        Failures = (int)row.Long(6),
        LastPolledAt = Stamp.Readable(row.Text(7)),
        LastSuccessAt = Stamp.Readable(row.Text(8)),
        LastNewAt = Stamp.Readable(row.Text(9)),
        NextPollAt = Stamp.Readable(row.Text(10)),
        NextPollReason = row.Text(11),
        Interval = row.LongOrNull(12) is { } seconds and >= 0 and <= int.MaxValue ? TimeSpan.FromSeconds(seconds) : null,
        RetryAfter = Stamp.Readable(row.Text(13)),
        LastError = row.Text(14),
        Gone = row.Bool(15),
        LastBodyAt = row.TimeOrNull(16),
        MovedTo = row.Text(17),
        Moving = row.Text(18) is { } to ? new PendingMove(to, [.. ArchiveJson.ToList(row.Text(19)).Select(d => DateOnly.ParseExact(d, Day, CultureInfo.InvariantCulture))]) : null,
        RefusedMoves = ArchiveJson.ToList(row.Text(20)),
    };

    /// <summary>The days of a pending move as the column <c>moving_days</c> has them.</summary>
    public static string? Days(PendingMove? move) => move is null ? null : ArchiveJson.List([.. move.Days.Select(d => d.ToString(Day, CultureInfo.InvariantCulture))]);
}
