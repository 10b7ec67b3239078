using Aggregator.Archive.Sqlite.Opening;
using Aggregator.Pipeline.Ports;
using Microsoft.Data.Sqlite;

namespace Aggregator.Archive.Sqlite.Archiving;

/// <summary>Which feeds are due, on a reading connection of its own, so that any thread may ask while the writing thread writes.</summary>
internal sealed class DueRows : IDisposable
{
    private readonly Lock _gate = new();
    private readonly SqliteConnection _connection;
    private readonly Statements _statements;
    private readonly Statement _due, _next, _state;

    public DueRows(string path)
    {
        _connection = ArchiveConnection.OpenReader(path);
        _statements = new Statements(_connection);
        _due = _statements.Prepare($"""
            SELECT {FeedStateColumns.List} FROM feed
            WHERE listed = 1 AND enabled = 1 AND (next_poll_at IS NULL OR next_poll_at <= ?1) ORDER BY next_poll_at, id LIMIT ?2
            """);
        _next = _statements.Prepare("SELECT 1, next_poll_at FROM feed WHERE listed = 1 AND enabled = 1 ORDER BY next_poll_at LIMIT 1");
        _state = _statements.Prepare($"SELECT {FeedStateColumns.List} FROM feed WHERE id = ?1");
    }

    public IReadOnlyList<FeedState> Due(DateTimeOffset now, int limit)
    {
        var due = new List<FeedState>();
        lock (_gate) _due.With(Stamp.Text(now)).With(limit).Each(row => due.Add(FeedStateColumns.Read(row)));
        return due;
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
