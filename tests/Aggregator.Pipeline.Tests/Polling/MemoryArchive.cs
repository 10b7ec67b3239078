using Aggregator.Pipeline.Deduplicating;
using Aggregator.Pipeline.Normalizing;
using Aggregator.Pipeline.Ports;
using Aggregator.Pipeline.Scheduling;
using Aggregator.Pipeline.Subscribing;

namespace Aggregator.Pipeline.Tests.Polling;

/// <summary>An archive that remembers what was committed, and fails where a test says so.</summary>
internal sealed class MemoryArchive : IFeedArchive
{
    private readonly Lock _gate = new();
    private int _inUse;

    /// <summary>Feed states by id, as committed.</summary>
    public Dictionary<long, FeedState> States { get; } = [];

    /// <summary>The feed ids of every commit, in order.</summary>
    public List<long[]> Commits { get; } = [];

    /// <summary>The sizes that were asked for of every index slice.</summary>
    public List<int> Slices { get; } = [];

    /// <summary>Pauses of hosts, as committed.</summary>
    public List<HostPause> Pauses { get; } = [];

    /// <summary>Articles that wait for the index.</summary>
    public int Unindexed { get; set; }

    /// <summary>Called for each answer that is written; an exception fails it.</summary>
    public Action<Answer> OnWrite { get; set; } = _ => { };

    /// <summary>Called before feeds are postponed; an exception fails it.</summary>
    public Action OnPostpone { get; set; } = () => { };

    /// <summary>Awaited before each commit.</summary>
    public Func<Task> OnCommit { get; set; } = () => Task.CompletedTask;

    public ValueTask<IReadOnlyList<long>> SubscribeAsync(IReadOnlyList<Subscription> feeds, DateTimeOffset now) => throw new NotSupportedException();

    public ValueTask<IReadOnlyList<FeedState>> DueAsync(DateTimeOffset now, int limit) => throw new NotSupportedException();

    public ValueTask<DateTimeOffset?> NextDueAsync() => throw new NotSupportedException();

    public ValueTask<IReadOnlyList<FeedState>> StatesAsync(IReadOnlyList<long> feedIds) => throw new NotSupportedException();

    public ValueTask<IReadOnlyList<HostPause>> HostPausesAsync(DateTimeOffset now) => new([.. Pauses.Where(p => HostPauses.Stands(p, now))]);

    public ValueTask PostponeAsync(IReadOnlyList<long> feedIds, HostPause pause, DateTimeOffset now)
    {
        OnPostpone();
        lock (_gate)
            foreach (var id in feedIds) States[id] = StateOf(id) with { NextPollAt = pause.Until, NextPollReason = pause.Reason, RetryAfter = pause.Until };
        return default;
    }

    public ValueTask<IArchiveBatch> BeginAsync()
    {
        Assert.Equal(1, Interlocked.Increment(ref _inUse));
        return new(new Batch(this));
    }

    public ValueTask<int> IndexAsync(int articles)
    {
        Assert.Equal(1, Interlocked.Increment(ref _inUse));
        Slices.Add(articles);
        var done = Math.Min(articles, Unindexed);
        Unindexed -= done;
        Interlocked.Decrement(ref _inUse);
        return new(done);
    }

    public FeedState StateOf(long id)
    {
        lock (_gate) return States.TryGetValue(id, out var state) ? state : new FeedState { Id = id, Url = $"https://example.org/{id}" };
    }

    private sealed class Batch(MemoryArchive archive) : IArchiveBatch
    {
        private readonly List<(long Id, FeedState Next)> _written = [];
        private readonly List<HostPause> _pauses = [];

        public ValueTask<FeedState> StateAsync(long feedId) => new(archive.StateOf(feedId));

        public ValueTask<Knowledge> LookUpAsync(long feedId, IReadOnlyList<Article> articles) => new(new Knowledge
        {
            Sightings = new Dictionary<long, KnownSighting>(),
            Holders = new Dictionary<IdentityKey, IReadOnlyList<KnownArticle>>(),
            Articles = new Dictionary<long, KnownArticle>(),
            TextOf = _ => throw new NotSupportedException(),
            SightedHere = new HashSet<long>(),
        });

        public ValueTask<bool> IsTakenAsync(string address, long feedId) => new(false);

        public ValueTask<Receipt> WriteAsync(Answer answer, IReadOnlyList<Verdict> verdicts, FeedState next)
        {
            archive.OnWrite(answer);
            _written.Add((answer.FeedId, next));
            if (answer.HostPause is { } pause) _pauses.Add(pause);
            return new(new Receipt
            {
                FeedId = answer.FeedId,
                Outcome = answer.Failure?.Kind.Name() ?? "changed",
                Error = answer.Failure?.Reason,
                NextPollAt = next.NextPollAt,
            });
        }

        public async ValueTask CommitAsync()
        {
            await archive.OnCommit();
            lock (archive._gate)
            {
                foreach (var (id, next) in _written) archive.States[id] = next;
                archive.Pauses.AddRange(_pauses);
                archive.Commits.Add([.. _written.Select(w => w.Id)]);
                archive.Unindexed += _written.Count;
            }
        }

        public ValueTask DisposeAsync()
        {
            Interlocked.Decrement(ref archive._inUse);
            return default;
        }
    }
}
