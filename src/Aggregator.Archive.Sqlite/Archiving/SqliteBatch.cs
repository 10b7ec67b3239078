using Aggregator.Pipeline.Deduplicating;
using Aggregator.Pipeline.Normalizing;
using Aggregator.Pipeline.Ports;

namespace Aggregator.Archive.Sqlite.Archiving;

/// <summary>One transaction on the writing connection.</summary>
/// <param name="session">The connection.</param>
/// <param name="left">Called once, when the connection is no longer used.</param>
internal sealed class SqliteBatch(WriterSession session, Action left) : IArchiveBatch
{
    private bool _ended;
    private bool _left;

    public ValueTask<FeedState> StateAsync(long feedId) => ValueTask.FromResult(session.Feeds.State(feedId));

    public ValueTask<Knowledge> LookUpAsync(long feedId, IReadOnlyList<Article> articles) => ValueTask.FromResult(session.Probe.LookUp(feedId, articles));

    public ValueTask<bool> IsTakenAsync(string address, long feedId) => ValueTask.FromResult(session.Urls.IsTaken(address, feedId));

    public ValueTask<Receipt> WriteAsync(Answer answer, IReadOnlyList<Verdict> verdicts, FeedState next) =>
        ValueTask.FromResult(session.Answers.Write(answer, verdicts, next));

    public ValueTask CommitAsync()
    {
        session.Commit();
        _ended = true;
        return ValueTask.CompletedTask;
    }

    public ValueTask DisposeAsync()
    {
        if (_left) return ValueTask.CompletedTask;
        _left = true;
        try
        {
            if (!_ended) session.Rollback();
        }
        finally
        {
            left();
        }

        return ValueTask.CompletedTask;
    }
}
