using Aggregator.Archive.Sqlite.Archiving;
using Aggregator.Archive.Sqlite.Indexing;
using Aggregator.Archive.Sqlite.Opening;
using Aggregator.Archive.Sqlite.Requesting;
using Aggregator.Archive.Sqlite.Upkeep;
using Aggregator.Pipeline.Ports;
using Aggregator.Pipeline.Scheduling;
using Aggregator.Pipeline.Subscribing;
using Microsoft.Data.Sqlite;

namespace Aggregator.Archive.Sqlite;

/// <summary>
/// The archive as the polling process holds it: one SQLite file. Takes answers with their verdicts; gives receipts for what is durable;
/// never deletes, never stores half an answer.
/// </summary>
/// <remarks>Microsoft.Data.Sqlite has no asynchronous I/O, so the members complete synchronously, except for waiting their turn.</remarks>
public sealed class SqliteArchive : IFeedArchive, IDisposable
{
    private const long IdleCheckpointBytes = 8 << 20;

    // Readers whose reading overlaps keep the log from ever beginning anew: past this size they are waited for, now and then.
    private const long PatientCheckpointBytes = 32 << 20;
    private const int Patience = 2000;
    private static readonly TimeSpan PatienceEvery = TimeSpan.FromSeconds(20);

    private readonly PollingLock _lock;
    private readonly WriterSession _session;
    private readonly SubscriptionRows _subscriptions;
    private readonly SearchIndexer _indexer;
    private readonly FetchFolding _folding;
    private readonly FactRows _facts;
    private readonly HostPauseRows _pauses;
    private readonly Statements _statements;
    private readonly DueRows _due;
    private readonly TimeProvider _time;
    private long? _lastPatience;
    private readonly SemaphoreSlim _turn = new(1, 1); // held by whoever uses the writing connection

    private SqliteArchive(string path, PollingLock held, SqliteConnection writer, TimeProvider time)
    {
        (Path, _lock, _time) = (path, held, time);
        _session = new WriterSession(writer);
        _statements = new Statements(writer);
        _subscriptions = new SubscriptionRows(_statements);
        _indexer = new SearchIndexer(_statements);
        _folding = new FetchFolding(_statements);
        _facts = new FactRows(_statements);
        _pauses = new HostPauseRows(_statements);
        _due = new DueRows(path);
    }

    /// <summary>The archive's file.</summary>
    public string Path { get; }

    /// <summary>Size of the write-ahead log beside it.</summary>
    public long LogBytes => WriteAheadLog.Bytes(Path);

    /// <summary>The writing connection, for tests that fill its disk.</summary>
    internal SqliteConnection Connection => _session.Connection;

    /// <summary>Opens the archive for polling: takes the polling lock, checks the file, creates or migrates its schema.</summary>
    /// <param name="path">Its file.</param>
    /// <param name="time">The clock.</param>
    /// <param name="service">True for a process that polls for ever and takes requests (<see cref="PollRequests"/>).</param>
    /// <exception cref="ArchiveRefusedException">It cannot be used; the message says why in one sentence.</exception>
    public static SqliteArchive Open(string path, TimeProvider time, bool service = false)
    {
        path = StartChecks.FullPath(path);
        StartChecks.MakeFolder(path);
        ArchiveConnection.UndoUnfinished(path);
        StartChecks.Check(path);
        StartChecks.IsWritable(path);
        var held = PollingLock.Take(path, time, service);
        SqliteConnection? writer = null;
        try
        {
            FirstLook.Check(path);
            writer = ArchiveConnection.OpenWriter(path);
            ArchiveSchema.Check(writer, path);
            SchemaSnapshot.TakeBeforeMigrating(writer, path);
            ArchiveSchema.Migrate(writer);
            return new SqliteArchive(path, held, writer, time);
        }
        catch (Exception trouble)
        {
            writer?.Dispose();
            held.Dispose();
            if (trouble is SqliteException said && Refusals.Of(said, path) is { } refusal) throw refusal;
            if (trouble is ArchiveUnavailableException) throw new ArchiveRefusedException(ArchiveRefusal.Unavailable, $"{path}: {trouble.Message}", trouble);
            throw;
        }
    }

    /// <summary>Says that the polling process is alive; <see cref="ArchiveHolder"/> tells it to others.</summary>
    public void Tick(DateTimeOffset now) => _lock.Tick(now);

    public ValueTask<IReadOnlyList<long>> SubscribeAsync(IReadOnlyList<Subscription> feeds, DateTimeOffset now) =>
        InTurnAsync(() => _session.InTransaction(() => _subscriptions.Subscribe(feeds, now)));

    public ValueTask<IReadOnlyList<FeedState>> DueAsync(DateTimeOffset now, int limit) => ValueTask.FromResult(_due.Due(now, limit));

    public ValueTask<DateTimeOffset?> NextDueAsync() => ValueTask.FromResult(_due.Next(_time.GetUtcNow()));

    public ValueTask<IReadOnlyList<FeedState>> StatesAsync(IReadOnlyList<long> feedIds) => ValueTask.FromResult(_due.States(feedIds));

    public ValueTask<IReadOnlyList<HostPause>> HostPausesAsync(DateTimeOffset now) => ValueTask.FromResult(_due.Pauses(now));

    public async ValueTask PostponeAsync(IReadOnlyList<long> feedIds, HostPause pause, DateTimeOffset now) => await InTurnAsync(() => _session.InTransaction(() =>
    {
        _pauses.Postpone(feedIds, pause, now);
        return true;
    })).ConfigureAwait(false);

    /// <summary>Feeds of the list whose poll somebody asked for beside this process. Storing their answer fulfils the request.</summary>
    public IReadOnlyList<RequestedFeed> Requested(int limit) => _due.Requested(limit);

    /// <summary>The text kept under a name; null when there is none.</summary>
    public ValueTask<string?> FactAsync(string name) => InTurnAsync(() => _facts.Get(name));

    /// <summary>Keeps a text under a name.</summary>
    public ValueTask<bool> KeepFactAsync(string name, string value) => InTurnAsync(() => _session.InTransaction(() =>
    {
        if (_facts.Get(name) == value) return false;
        _facts.Set(name, value);
        return true;
    }));

    public async ValueTask<IArchiveBatch> BeginAsync()
    {
        await _turn.WaitAsync().ConfigureAwait(false);
        try
        {
            _session.Begin();
            return new SqliteBatch(_session, () => _turn.Release());
        }
        catch
        {
            _turn.Release();
            throw;
        }
    }

    public ValueTask<int> IndexAsync(int articles) => InTurnAsync(() =>
    {
        if (_indexer.Waits()) return _session.InTransaction(() => _indexer.Index(articles));

        // Nothing waits: the moment to empty a log that has grown.
        EmptyLog();
        return 0;
    });

    private void EmptyLog()
    {
        var bytes = WriteAheadLog.Bytes(Path);
        if (bytes < IdleCheckpointBytes || WriteAheadLog.TryEmpty(_session.Connection)) return;
        if (bytes < PatientCheckpointBytes || (_lastPatience is { } last && _time.GetElapsedTime(last) < PatienceEvery)) return;
        WriteAheadLog.TryEmpty(_session.Connection, Patience);
        _lastPatience = _time.GetTimestamp();
    }

    /// <summary>Folds old rows of <c>fetches</c> into <c>fetch_days</c>, at most <paramref name="rows"/> in one short transaction.</summary>
    /// <param name="keepFetches">Rows younger than this stay.</param>
    /// <param name="keepUnchanged">Likewise for rows of answers that brought nothing.</param>
    /// <param name="rows">Most rows to fold.</param>
    /// <returns>How many were folded; call again until it is 0.</returns>
    public ValueTask<int> FoldFetchesAsync(TimeSpan keepFetches, TimeSpan keepUnchanged, int rows = 5000)
    {
        var now = _time.GetUtcNow();
        return InTurnAsync(() => _session.InTransaction(() => _folding.Fold(now - keepFetches, now - keepUnchanged, rows)));
    }

    /// <summary>Empties the write-ahead log into the file and gives the lock back. What was committed is durable without it.</summary>
    public void Dispose()
    {
        _due.Dispose();
        WriteAheadLog.TryEmpty(_session.Connection);
        _statements.Dispose();
        _session.Dispose();
        _lock.Dispose();
        _turn.Dispose();
    }

    private async ValueTask<T> InTurnAsync<T>(Func<T> work)
    {
        await _turn.WaitAsync().ConfigureAwait(false);
        try
        {
            return work();
        }
        finally
        {
            _turn.Release();
        }
    }
}
