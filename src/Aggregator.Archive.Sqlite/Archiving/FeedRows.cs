using Aggregator.Feeds;
using Aggregator.Pipeline.Ports;

namespace Aggregator.Archive.Sqlite.Archiving;

/// <summary>The row of a feed: what is remembered between two polls.</summary>
internal sealed class FeedRows(Statements statements)
{
    private readonly Statement _state = statements.Prepare($"SELECT {FeedStateColumns.List} FROM feed WHERE id = ?1");

    private readonly Statement _write = statements.Prepare("""
        UPDATE feed SET last_polled_at = ?2, last_success_at = ?3, last_new_at = ?4, next_poll_at = ?5, next_poll_reason = ?6, interval_s = ?7,
          retry_after = ?8, failures = ?9, gone = ?10, last_error = ?11, last_duration_ms = ?12,
          validators_url = ?13, etag = ?14, last_modified = ?15, body_hash = ?16, articles = articles + ?17,
          last_body_at = ?18, moved_to = ?19, moving_to = ?20, moving_days = ?21, refused_moves = ?22
        WHERE id = ?1
        """);

    private readonly Statement _describe = statements.Prepare("""
        UPDATE feed SET own_title = ?2, site_url = ?3, format = ?4, own_language = ?5
        WHERE id = ?1 AND (own_title IS NOT ?2 OR site_url IS NOT ?3 OR format IS NOT ?4 OR own_language IS NOT ?5)
        """);

    public FeedState State(long feedId) => _state.With(feedId).First(FeedStateColumns.Read)
        ?? throw new ArgumentException($"the archive has no feed {feedId}", nameof(feedId));

    /// <param name="next">The feed's state from now on.</param>
    /// <param name="duration">How long the poll took.</param>
    /// <param name="articles">Articles that this feed sighted for the first time.</param>
    public void Write(FeedState next, TimeSpan duration, int articles)
    {
        var changed = _write.With(next.Id)
            .With(Stamp.Text(next.LastPolledAt)).With(Stamp.Text(next.LastSuccessAt)).With(Stamp.Text(next.LastNewAt))
            .With(Stamp.NotBefore(next.NextPollAt)).With(next.NextPollReason).With((long?)next.Interval?.TotalSeconds)
            .With(Stamp.NotBefore(next.RetryAfter)).With(next.Failures).With(next.Gone).With(next.LastError).With((long)duration.TotalMilliseconds)
            .With(next.Validators?.Url).With(next.Validators?.ETag).With(next.Validators?.LastModified).With(next.BodyHash)
            .With(articles)
            .With(Stamp.Text(next.LastBodyAt)).With(next.MovedTo).With(next.Moving?.To).With(FeedStateColumns.Days(next.Moving)).With(ArchiveJson.List(next.RefusedMoves)).Run();
        if (changed != 1) throw new ArgumentException($"the archive has no feed {next.Id}", nameof(next));
    }

    /// <summary>What the feed says of itself.</summary>
    public void Describe(long feedId, ParsedFeed feed) =>
        _describe.With(feedId).With(Plain(feed.Title)).With(feed.Link).With(feed.Version).With(feed.Language).Run();

    // RSS does not say whether a title is markup, so tags and entities in it are read, not shown.
    private static string? Plain(FeedText? title)
    {
        if (title is null) return null;
        var line = string.Join(' ', title.ToPlainText().Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries));
        return line.Length == 0 ? null : line.Normalize();
    }
}
