using Aggregator.Pipeline.Ports;
using Microsoft.Data.Sqlite;

namespace Aggregator.Archive.Sqlite.Archiving;

/// <summary>The writing connection with everything prepared on it: opened once, used by one thread at a time.</summary>
internal sealed class WriterSession : IDisposable
{
    private readonly Statements _statements;
    private readonly TombstoneRows _tombstones;
    private readonly Statement _begin, _commit, _rollback;

    public WriterSession(SqliteConnection connection)
    {
        Connection = connection;
        _statements = new Statements(connection);
        (_begin, _commit, _rollback) = (_statements.Prepare("BEGIN IMMEDIATE"), _statements.Prepare("COMMIT"), _statements.Prepare("ROLLBACK"));
        Feeds = new FeedRows(_statements);
        Urls = new FeedUrlRows(_statements);
        Sources = new SourceRows(_statements);
        var articles = new ArticleRows(_statements);
        _tombstones = new TombstoneRows(_statements);
        Probe = new KnowledgeProbe(_statements, articles);
        Answers = new AnswerRows(
            Feeds, Sources, articles, new IdentityRows(_statements), new SightingRows(_statements), new ClaimRows(_statements),
            new RevisionRows(_statements), new DetailRows(_statements), _tombstones, new FetchRows(_statements), Urls, new HostPauseRows(_statements));
    }

    public SqliteConnection Connection { get; }

    public FeedRows Feeds { get; }

    public FeedUrlRows Urls { get; }

    public SourceRows Sources { get; }

    public KnowledgeProbe Probe { get; }

    public AnswerRows Answers { get; }

    /// <summary>Takes the write lock.</summary>
    public void Begin()
    {
        _begin.Run();
        Sources.Begin();
        _tombstones.Begin();
    }

    public void Commit()
    {
        Sources.Flush();
        _commit.Run();
    }

    /// <summary>Does the work in a transaction of its own.</summary>
    public T InTransaction<T>(Func<T> work)
    {
        Begin();
        try
        {
            var result = work();
            Commit();
            return result;
        }
        finally
        {
            Rollback();
        }
    }

    /// <summary>Undoes what is open. SQLite may have done so itself (disk full), and a disk that fails may fail here too: the log has no commit,
    /// so nothing of the transaction is stored either way.</summary>
    public void Rollback()
    {
        if (SQLitePCL.raw.sqlite3_get_autocommit(Connection.Handle!) != 0) return;
        try
        {
            _rollback.Run();
        }
        catch (ArchiveUnavailableException)
        {
            // The next BEGIN tells whether the disk is back.
        }
    }

    public void Dispose()
    {
        _statements.Dispose();
        Connection.Dispose();
    }
}
