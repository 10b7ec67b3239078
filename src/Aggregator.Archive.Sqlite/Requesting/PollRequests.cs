using Aggregator.Archive.Sqlite.Archiving;
using Aggregator.Archive.Sqlite.Opening;
using Aggregator.Pipeline.Ports;
using Dapper;
using Microsoft.Data.Sqlite;

namespace Aggregator.Archive.Sqlite.Requesting;

/// <summary>
/// Asks the service that polls this archive for polls, beside it: a row for each feed, which the service marks when it has stored the answer.
/// Takes feeds that the service's list knows; gives the receipts; never polls, never migrates.
/// </summary>
public sealed class PollRequests : IDisposable
{
    private readonly SqliteConnection _connection;
    private readonly DueRows _states;

    private PollRequests(SqliteConnection connection, string path) => (_connection, _states) = (connection, new DueRows(path));

    /// <exception cref="ArchiveRefusedException">It cannot be used; the message says why in one sentence.</exception>
    public static PollRequests Open(string path)
    {
        path = StartChecks.FullPath(path);
        StartChecks.IsWritable(path);
        SqliteConnection? connection = null;
        try
        {
            connection = ArchiveConnection.OpenWriter(path, create: false);
            ArchiveSchema.Check(connection, path);
            if (ArchiveSchema.VersionOf(connection) < ArchiveSchema.Version)
                throw new ArchiveRefusedException(ArchiveRefusal.Older, $"{path} has an older schema, and the service that polls it is of an older version; restart the service with this one");
            return new PollRequests(connection, path);
        }
        catch (Exception trouble)
        {
            connection?.Dispose();
            if (trouble is SqliteException said && Refusals.Of(said, path) is { } refusal) throw refusal;
            throw;
        }
    }

    /// <summary>The feeds of the service's list that it polls: their ids by address.</summary>
    public IReadOnlyDictionary<string, long> Listed() => ArchiveTrouble.Guard(() =>
        _connection.Query<(string Url, long Id)>("SELECT url, id FROM feed WHERE listed = 1 AND enabled = 1").ToDictionary(f => f.Url, f => f.Id, StringComparer.Ordinal));

    /// <summary>What the archive remembers of these feeds.</summary>
    public IReadOnlyList<FeedState> States(IReadOnlyList<long> feedIds) => _states.States(feedIds);

    /// <summary>Asks for a poll of each feed.</summary>
    /// <param name="feedIds">The feeds.</param>
    /// <param name="force">Whether to poll them although their host asked to be left alone.</param>
    /// <param name="now">When it is asked.</param>
    /// <returns>The requests' ids, in the feeds' order.</returns>
    public IReadOnlyList<long> Ask(IReadOnlyList<long> feedIds, bool force, DateTimeOffset now) => ArchiveTrouble.Guard<IReadOnlyList<long>>(() =>
    {
        using var transaction = _connection.BeginTransaction();
        var ids = feedIds.Select(id => _connection.ExecuteScalar<long>(
            "INSERT INTO poll_request(feed_id, asked_at, force) VALUES (@id, @now, @force) RETURNING id", new { id, now = Stamp.Text(now), force }, transaction)).ToList();
        transaction.Commit();
        return ids;
    });

    /// <summary>The requests of a range of ids that are answered, with what was done; null: it is not polled, as its host asked to be left alone.</summary>
    public IReadOnlyList<(long Request, Receipt? Receipt)> Answered(long from, long to) => ArchiveTrouble.Guard<IReadOnlyList<(long, Receipt?)>>(() =>
        [.. _connection.Query<AnsweredRow>("""
            SELECT r.id AS Request, r.feed_id AS Feed, f.outcome AS Outcome, f.error AS Error, f.items AS Items, f.new AS Fresh, f.revised AS Revised,
              f.copies AS Copies, f.unchanged AS Unchanged, f.dropped AS Dropped, f.warnings AS Warnings, f.next_poll_at AS Next, f.next_poll_reason AS Reason
            FROM poll_request r LEFT JOIN fetch f ON f.id = r.fetch_id WHERE r.done_at IS NOT NULL AND r.id BETWEEN @from AND @to
            """, new { from, to }).Select(row => (row.Request, row.ToReceipt()))]);

    /// <summary>Takes back what is not answered.</summary>
    /// <returns>How many.</returns>
    public int Withdraw(long from, long to) => ArchiveTrouble.Guard(() =>
        _connection.Execute("DELETE FROM poll_request WHERE done_at IS NULL AND id BETWEEN @from AND @to", new { from, to }));

    public void Dispose()
    {
        _states.Dispose();
        _connection.Dispose();
    }

    private sealed record AnsweredRow
    {
        public long Request { get; init; }

        public long Feed { get; init; }

        public string? Outcome { get; init; }

        public string? Error { get; init; }

        public long Items { get; init; }

        public long Fresh { get; init; }

        public long Revised { get; init; }

        public long Copies { get; init; }

        public long Unchanged { get; init; }

        public long Dropped { get; init; }

        public long Warnings { get; init; }

        public string? Next { get; init; }

        public string? Reason { get; init; }

        public Receipt? ToReceipt() => Outcome is null ? null : new()
        {
            FeedId = Feed,
            Outcome = Outcome,
            Error = Error,
            Items = (int)Items,
            New = (int)Fresh,
            Revised = (int)Revised,
            Copies = (int)Copies,
            Unchanged = (int)Unchanged,
            Dropped = (int)Dropped,
            Warnings = (int)Warnings,
            NextPollAt = Stamp.ParseOrNull(Next),
            NextPollReason = Reason,
        };
    }
}
