using System.Threading.Channels;
using Aggregator.Pipeline.Ports;
using Aggregator.Pipeline.Scheduling;

namespace Aggregator.Pipeline.Polling;

/// <summary>
/// Runs <see cref="FeedPoll"/> for the feeds that are offered: many fetches at once under the limits for hosts, answers through a bounded
/// channel to one writing loop. Takes feeds; gives a receipt for each to <paramref name="stored"/>; ends when it is told to.
/// </summary>
/// <param name="poll">The flow of one feed.</param>
/// <param name="archive">Where answers go.</param>
/// <param name="settings">Bounds.</param>
/// <param name="time">The clock.</param>
/// <param name="stored">Called by the writing loop after each commit, once for every answer of it.</param>
/// <param name="postponed">Called for every feed that is not polled because its host asked to be left alone, with the host's pause.</param>
public sealed class PollEngine(
    FeedPoll poll, IFeedArchive archive, PollSettings settings, TimeProvider time, Action<Answer, Receipt> stored, Action<DueFeed, HostPause>? postponed = null)
{
    private readonly Lock _gate = new();
    private readonly HostQueue<DueFeed> _hosts = new(settings.PerHost, settings.HostSpacing);      // under _gate
    private readonly HashSet<long> _taken = [];                                                    // under _gate: offered and not yet stored
    private int _hostsWorthForgetting = 1024;                                                      // under _gate
    private readonly Dictionary<long, TimeSpan> _pausedFeeds = [];                                 // under _gate: not stored, so not due before
    private readonly HeldHosts _held = new();                                                      // under _gate
    private List<(DueFeed Feed, HostPause Pause)> _postponed = [];                                 // under _gate: taken, and to be told of
    private readonly Channel<bool> _wake = Channel.CreateBounded<bool>(new BoundedChannelOptions(1) { FullMode = BoundedChannelFullMode.DropWrite });
    private readonly long _epoch = time.GetTimestamp();
    private bool _complete;                                                                        // under _gate: nothing more will be offered

    /// <summary>Feeds offered and not yet stored.</summary>
    public int InFlight
    {
        get { lock (_gate) return _taken.Count; }
    }

    private TimeSpan Now => time.GetElapsedTime(_epoch);

    /// <summary>Asks for a feed to be polled; one that is already waiting or under way is not taken twice.</summary>
    /// <returns>False when it is under way already, or must be left alone.</returns>
    public bool Offer(DueFeed feed)
    {
        lock (_gate)
        {
            if (_complete || (_pausedFeeds.TryGetValue(feed.State.Id, out var until) && until > Now) || !_taken.Add(feed.State.Id)) return false;
            _pausedFeeds.Remove(feed.State.Id);
            if (_held.For(feed, time.GetUtcNow()) is { } pause) _postponed.Add((feed, pause));
            else _hosts.Add(feed.Host, feed, Now);
            if (_hosts.Hosts >= _hostsWorthForgetting)
            {
                _hosts.Forget(Now);
                _hostsWorthForgetting = 2 * _hosts.Hosts + 1024; // Looking at all of them pays only when there are twice as many.
            }
        }

        _wake.Writer.TryWrite(true);
        return true;
    }

    /// <summary>Nothing more will be offered: <see cref="RunAsync"/> ends when everything is stored and indexed.</summary>
    public void Complete()
    {
        lock (_gate) _complete = true;
        _wake.Writer.TryWrite(true);
    }

    /// <summary>Runs until <see cref="Complete"/> and all is done, or until <paramref name="stop"/>: then no fetch is started, running ones are
    /// cancelled, and answers that have come are stored.</summary>
    public async Task RunAsync(CancellationToken stop)
    {
        foreach (var pause in await archive.HostPausesAsync(time.GetUtcNow()).ConfigureAwait(false))
            lock (_gate) Hold(pause);
        var answers = Channel.CreateBounded<Answer>(new BoundedChannelOptions(settings.AnswersWaiting) { SingleReader = true });
        var writer = new AnswerWriter(poll, archive, settings, time, AnswerStored);
        using var readings = new SemaphoreSlim(settings.Readings);
        using var failed = CancellationTokenSource.CreateLinkedTokenSource(stop);
        var writing = Task.Factory.StartNew(() => writer.Run(answers.Reader, stop), CancellationToken.None, TaskCreationOptions.LongRunning, TaskScheduler.Default);
        // A fault of the writing loop ends everything: fetches, and those that wait for room in a channel nobody reads any more.
        _ = writing.ContinueWith(
            _ =>
            {
                answers.Writer.TryComplete();
                failed.Cancel();
            },
            CancellationToken.None, TaskContinuationOptions.OnlyOnFaulted | TaskContinuationOptions.ExecuteSynchronously, TaskScheduler.Default);
        try
        {
            await FetchAllAsync(answers.Writer, readings, failed.Token).ConfigureAwait(false);
        }
        finally
        {
            answers.Writer.TryComplete();
            await writing.ConfigureAwait(false);
        }

        stop.ThrowIfCancellationRequested();
    }

    private async Task FetchAllAsync(ChannelWriter<Answer> answers, SemaphoreSlim readings, CancellationToken stop)
    {
        var running = new HashSet<Task>();
        while (!stop.IsCancellationRequested)
        {
            running.RemoveWhere(t => t.IsCompletedSuccessfully);
            await PostponeAsync().ConfigureAwait(false);
            while (running.Count < settings.Parallel && TakeNext() is { } feed) running.Add(Start(feed, answers, readings, stop));
            lock (_gate)
                if (_complete && _hosts.Waiting == 0 && _postponed.Count == 0) break;
            await SleepAsync(running, stop).ConfigureAwait(false);
        }

        await Task.WhenAll(running).ConfigureAwait(false);
        await PostponeAsync().ConfigureAwait(false); // The last ones may have been led to a host that waits.
    }

    // The ring comes after the task has ended: one before it could be heard while the task still counts, and then nobody rings again.
    private Task Start(DueFeed feed, ChannelWriter<Answer> answers, SemaphoreSlim readings, CancellationToken stop)
    {
        var fetch = Task.Run(() => FetchOneAsync(feed, answers, readings, stop), CancellationToken.None);
        _ = fetch.ContinueWith(_ => _wake.Writer.TryWrite(true), CancellationToken.None, TaskContinuationOptions.ExecuteSynchronously, TaskScheduler.Default);
        return fetch;
    }

    private DueFeed? TakeNext()
    {
        lock (_gate) return _hosts.TryTake(Now, out _, out var feed) ? feed : null;
    }

    // Wakes when a feed is offered, a fetch ends, or a host's pause is over.
    private async Task SleepAsync(HashSet<Task> running, CancellationToken stop)
    {
        TimeSpan? pause = null;
        lock (_gate)
        {
            if (_postponed.Count > 0) return;
            if (running.Count < settings.Parallel && _hosts.NextAt is { } at) pause = at - Now;
        }

        if (pause <= TimeSpan.Zero) return;
        using var timer = CancellationTokenSource.CreateLinkedTokenSource(stop);
        using var ring = pause is { } due ? time.CreateTimer(_ => _wake.Writer.TryWrite(true), null, due + TimeSpan.FromMilliseconds(1), Timeout.InfiniteTimeSpan) : null;
        try
        {
            await _wake.Reader.ReadAsync(timer.Token).ConfigureAwait(false);
        }
        catch (OperationCanceledException) when (stop.IsCancellationRequested)
        {
            // The loop looks at the token.
        }
    }

    private async Task FetchOneAsync(DueFeed feed, ChannelWriter<Answer> answers, SemaphoreSlim readings, CancellationToken stop)
    {
        var reads = false;
        try
        {
            Answer? answer = null;
            try
            {
                answer = await poll.AskAsync(feed, RoomToReadAsync, PauseOf, stop).ConfigureAwait(false);
            }
#pragma warning disable CA1031 // A fault of ours in one feed is that feed's failure, told with its trace; the others go on.
            catch (Exception fault) when (fault is not OperationCanceledException || !stop.IsCancellationRequested)
#pragma warning restore CA1031
            {
                answer = FeedPoll.Faulted(feed, fault, time.GetUtcNow());
            }
            finally
            {
                lock (_gate)
                {
                    // Before the host is free again: nobody else may ask it.
                    if (answer?.HostPause is { } pause) Hold(pause);
                    if (answer?.Fetch is FetchOutcome.Held held) _postponed.Add((feed, held.Pause));
                    _hosts.Release(feed.Host, Now);
                }
            }

            if (answer.Fetch is not FetchOutcome.Held) await answers.WriteAsync(answer, CancellationToken.None).ConfigureAwait(false);
        }
        catch (OperationCanceledException) when (stop.IsCancellationRequested)
        {
            lock (_gate) _taken.Remove(feed.State.Id);
        }
        finally
        {
            if (reads) readings.Release();
        }

        HostPause? PauseOf(string address)
        {
            lock (_gate) return _held.For(feed, HostPauses.HostOf(address), time.GetUtcNow());
        }

        async Task RoomToReadAsync()
        {
            await readings.WaitAsync(stop).ConfigureAwait(false);
            reads = true;
        }
    }

    // Under _gate. What waits for the host is taken back, unless the operator forced it knowing of the pause.
    private void Hold(HostPause pause)
    {
        _held.Add(pause);
        foreach (var feed in _hosts.Withdraw(pause.Host, feed => _held.For(feed, time.GetUtcNow()) is not null)) _postponed.Add((feed, pause));
    }

    // The feeds get the end of the pause as their due time, so that they are not offered again and again until then.
    private async Task PostponeAsync()
    {
        List<(DueFeed Feed, HostPause Pause)> postponing;
        lock (_gate)
        {
            if (_postponed.Count == 0) return;
            (postponing, _postponed) = (_postponed, []);
        }

        foreach (var host in postponing.GroupBy(p => p.Pause, p => p.Feed))
        {
            var written = true;
            try
            {
                await archive.PostponeAsync([.. host.Select(f => f.State.Id)], host.Key, time.GetUtcNow()).ConfigureAwait(false);
            }
            catch (ArchiveUnavailableException)
            {
                written = false;
            }

            lock (_gate)
                foreach (var feed in host)
                {
                    _taken.Remove(feed.State.Id);
                    if (!written) _pausedFeeds[feed.State.Id] = Now + settings.NotStoredPause;
                }

            foreach (var feed in host) postponed?.Invoke(feed, host.Key);
        }
    }

    private void AnswerStored(Answer answer, Receipt receipt)
    {
        lock (_gate)
        {
            _taken.Remove(answer.FeedId);
            if (receipt.Outcome == FailureKind.NotStored.Name()) _pausedFeeds[answer.FeedId] = Now + settings.NotStoredPause;
        }

        stored(answer, receipt);
    }
}
