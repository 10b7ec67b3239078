using Aggregator.Archive.Sqlite.Archiving;
using Aggregator.Archive.Sqlite.Opening;
using Aggregator.Pipeline.Moving;

namespace Aggregator.Archive.Sqlite.Upkeep;

/// <summary>
/// Takes a feed back to the address of the list, beside the process that polls. Takes its id; gives the addresses; the address that it had
/// moved to is refused from now on, so that the next redirect does not move it there again.
/// </summary>
public static class MoveUndo
{
    /// <param name="path">The archive.</param>
    /// <param name="feedId">The feed.</param>
    /// <param name="time">When it is taken back.</param>
    /// <returns>The address that it had moved to and the one that is in effect again; null when it has not moved.</returns>
    public static (string From, string To)? Undo(string path, long feedId, TimeProvider time)
    {
        using var session = new WriterSession(ExistingArchive.OpenWriter(path));
        using var statements = new Statements(session.Connection);
        var undo = statements.Prepare("UPDATE feed SET moved_to = NULL, moving_to = NULL, moving_days = NULL, refused_moves = ?2 WHERE id = ?1");
        return session.InTransaction<(string, string)?>(() =>
        {
            var state = session.Feeds.State(feedId);
            if (state.MovedTo is not { } moved) return null;
            undo.With(feedId).With(ArchiveJson.List(FeedMoves.Refused(state.RefusedMoves, moved))).Run();
            session.Urls.Configured(feedId, state.Url, time.GetUtcNow());
            return (moved, state.Url);
        });
    }
}
