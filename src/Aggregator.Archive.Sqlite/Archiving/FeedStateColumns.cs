using Aggregator.Pipeline.Ports;

namespace Aggregator.Archive.Sqlite.Archiving;

/// <summary>The columns of a feed's state, in one order for every statement that reads them.</summary>
internal static class FeedStateColumns
{
    public const string List = """
        id, url, validators_url, etag, last_modified, body_hash, failures, last_polled_at, last_success_at, last_new_at,
        next_poll_at, next_poll_reason, interval_s, retry_after, last_error, gone
        """;

    public static FeedState Read(Statement row) => new()
    {
        Id = row.Long(0),
        Url = row.Text(1)!,
        Validators = row.Text(2) is { } url ? new Validators(url, row.Text(3), row.Text(4)) : null,
        BodyHash = row.LongOrNull(5),
        Failures = (int)row.Long(6),
        LastPolledAt = row.TimeOrNull(7),
        LastSuccessAt = row.TimeOrNull(8),
        LastNewAt = row.TimeOrNull(9),
        NextPollAt = row.TimeOrNull(10),
        NextPollReason = row.Text(11),
        Interval = row.LongOrNull(12) is { } seconds ? TimeSpan.FromSeconds(seconds) : null,
        RetryAfter = row.TimeOrNull(13),
        LastError = row.Text(14),
        Gone = row.Bool(15),
    };
}
