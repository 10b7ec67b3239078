using Aggregator.Archive.Sqlite.Opening;
using Aggregator.Archive.Sqlite.Requesting;
using Aggregator.Pipeline.Ports;
using Aggregator.Pipeline.Scheduling;
using Microsoft.Data.Sqlite;

namespace Aggregator.Archive.Sqlite.Archiving;

/// <summary>Which feeds are due, on a reading connection of its own, so that any thread may ask while the writing thread writes.</summary>
internal sealed class DueRows : IDisposable
{
    /// <summary>KiB of pages kept: the rows of feeds that are due now, and not the whole table as the service goes round it.</summary>
    private const int Cache = 2048;

    private readonly Lock _gate = new();
    private readonly SqliteConnection _connection;
    private readonly Statements _statements;
    private readonly Statement _due, _next, _state, _requested, _pauses;

    public DueRows(string path)
    {
        _connection = ArchiveConnection.OpenReader(path, Cache);
        _statements = new Statements(_connection);
        _due = _statements.Prepare($"""
            SELECT {FeedStateColumns.List} FROM feed
            WHERE listed = 1 AND enabled = 1 AND (next_poll_at IS NULL OR next_poll_at <= ?1
              OR next_poll_at > ?3 AND next_poll_at > strftime('%Y-%m-%dT%H:%M:%SZ', ?3, '+' || max(0, coalesce(interval_s * 11 / 10 - 86400, 0)) || ' seconds')
                AND (retry_after IS NULL OR retry_after < next_poll_at OR next_poll_at > ?4))
            ORDER BY next_poll_at, id LIMIT ?2
            """);
        _next = _statements.Prepare("SELECT 1, next_poll_at FROM feed WHERE listed = 1 AND enabled = 1 ORDER BY next_poll_at LIMIT 1");
        _requested = _statements.Prepare($"""
            SELECT {FeedStateColumns.List}, (SELECT max(r.asked_at) FROM poll_request r WHERE r.feed_id = feed.id AND r.done_at IS NULL AND r.force = 1) FROM feed
            WHERE listed = 1 AND enabled = 1 AND id IN (SELECT feed_id FROM poll_request WHERE done_at IS NULL) LIMIT ?1
            """);
        _pauses = _statements.Prepare("SELECT host, from_at, until_at, reason FROM host_pause WHERE until_at > ?1");
        _state = _statements.Prepare($"SELECT {FeedStateColumns.List} FROM feed WHERE id = ?1");
    }

    // The second half is FeedSchedule.DueAt in SQL: a time further ahead than any rule sets was stored, or is read, with a wrong clock.
    public IReadOnlyList<FeedState> Due(DateTimeOffset now, int limit)
    {
        var due = new List<FeedState>();
        var (day, week) = (now + FeedSchedule.LongestBackOff + FeedSchedule.Rounding, now + FeedSchedule.LongestRetryAfter + FeedSchedule.Rounding);
        lock (_gate) _due.With(Stamp.Text(now)).With(limit).With(Stamp.Text(day)).With(Stamp.Text(week)).Each(row => due.Add(FeedStateColumns.Read(row)));
        return due;
    }

    public IReadOnlyList<RequestedFeed> Requested(int limit)
    {
        var requested = new List<RequestedFeed>();
        lock (_gate) _requested.With(limit).Each(row => requested.Add(new RequestedFeed(FeedStateColumns.Read(row), row.TimeOrNull(FeedStateColumns.Count))));
        return requested;
    }

    public IReadOnlyList<HostPause> Pauses(DateTimeOffset now)
    {
        var pauses = new List<HostPause>();
        lock (_gate) _pauses.With(Stamp.Text(now)).Each(row => pauses.Add(new HostPause(row.Text(0)!, row.Time(1), row.Time(2), row.Text(3)!)));
        return [.. pauses.Where(p => HostPauses.Stands(p, now))];
    }

    /// <param name="asSoonAsPossible">What stands for a feed without a due time.</param>
    public DateTimeOffset? Next(DateTimeOffset asSoonAsPossible)
    {
        lock (_gate) return _next.First(row => (DateTimeOffset?)(row.TimeOrNull(1) ?? asSoonAsPossible));
    }

    public IReadOnlyList<FeedState> States(IReadOnlyList<long> ids)
    {
        lock (_gate)
            return [.. ids.Select(id => _state.With(id).First(FeedStateColumns.Read)
                ?? throw new ArgumentException($"the archive has no feed {id}", nameof(ids)))];
    }

    public void Dispose()
    {
        lock (_gate)
        {
            _statements.Dispose();
            _connection.Dispose();
        }
    }
}
