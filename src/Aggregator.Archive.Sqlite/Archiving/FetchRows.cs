using Aggregator.Pipeline.Ports;

namespace Aggregator.Archive.Sqlite.Archiving;

/// <summary>One row for every poll: what came, what was done with it, when the next one is due and why.</summary>
internal sealed class FetchRows(Statements statements)
{
    private readonly Statement _insert = statements.Prepare("""
        INSERT INTO fetch(feed_id, started_at, duration_ms, status, outcome, bytes, items, new, revised, copies, unchanged, dropped, dropped_by,
          warnings, error, next_poll_at, next_poll_reason)
        VALUES (?1, ?2, ?3, ?4, ?5, ?6, ?7, ?8, ?9, ?10, ?11, ?12, ?13, ?14, ?15, ?16, ?17)
        """);

    private readonly Statement _requested = statements.Prepare(
        "UPDATE poll_request SET done_at = ?2, fetch_id = last_insert_rowid() WHERE feed_id = ?1 AND done_at IS NULL AND asked_at <= ?3");

    public void Write(Answer answer, Receipt receipt, IReadOnlyDictionary<string, int> droppedBy)
    {
        _insert.With(answer.FeedId).With(Stamp.Text(answer.StartedAt)).With((long)answer.Duration.TotalMilliseconds)
            .With(answer.Fetch.Status).With(receipt.Outcome).With(answer.Fetch.WireBytes)
            .With(receipt.Items).With(receipt.New).With(receipt.Revised).With(receipt.Copies).With(receipt.Unchanged)
            .With(receipt.Dropped).With(ArchiveJson.Counts(droppedBy)).With(receipt.Warnings).With(receipt.Error)
            .With(Stamp.NotBefore(receipt.NextPollAt)).With(receipt.NextPollReason).Run();
        _requested.With(answer.FeedId).With(Stamp.Text(answer.StartedAt)).With(Stamp.Text(answer.StartedAt)).Run();
    }
}
