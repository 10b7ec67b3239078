namespace Aggregator.Fetching.Bodies;

/// <summary>
/// What all bodies in flight may hold together. Takes a wish for room; gives it when there is some, first come first served.
/// When every fetch that holds room waits for more, none could ever go on: then the first of them gets through, so the budget is exceeded
/// by one body at most.
/// </summary>
internal sealed class MemoryBudget(long limit)
{
    private readonly Lock _gate = new();
    private readonly LinkedList<Wish> _waiting = new();   // under _gate
    private long _held;                                   // under _gate
    private int _moving;                                  // under _gate: holders that do not wait

    /// <summary>Bytes held at the moment.</summary>
    public long Held
    {
        get { lock (_gate) return _held; }
    }

    /// <summary>Waits until <paramref name="lease"/> may hold so many more bytes.</summary>
    public ValueTask TakeAsync(MemoryLease lease, long bytes, CancellationToken stop)
    {
        Wish wish;
        lock (_gate)
        {
            if (_waiting.Count == 0 && _held + bytes <= limit)
            {
                Grant(lease, bytes);
                return ValueTask.CompletedTask;
            }

            if (lease.Bytes > 0) _moving--;
            wish = new Wish(lease, bytes);
            _waiting.AddLast(wish.Place);
            GrantWhatFits();
        }

        return wish.Done.Task.IsCompletedSuccessfully ? ValueTask.CompletedTask : WaitAsync(wish, stop);
    }

    /// <summary>Gives bytes back.</summary>
    public void Give(MemoryLease lease, long bytes)
    {
        if (bytes == 0) return;
        lock (_gate)
        {
            _held -= bytes;
            lease.Bytes -= bytes;
            if (lease.Bytes == 0) _moving--;
            GrantWhatFits();
        }
    }

    private async ValueTask WaitAsync(Wish wish, CancellationToken stop)
    {
        await using (stop.UnsafeRegister(_ => GiveUp(wish), null).ConfigureAwait(false))
            await wish.Done.Task.ConfigureAwait(false);
    }

    private void GiveUp(Wish wish)
    {
        lock (_gate)
        {
            if (wish.Place.List is null) return;
            _waiting.Remove(wish.Place);
            if (wish.Lease.Bytes > 0) _moving++;
            wish.Done.SetCanceled();
            GrantWhatFits();
        }
    }

    private void GrantWhatFits()
    {
        while (_waiting.First is { } first && (_held + first.Value.Bytes <= limit || _moving == 0))
        {
            _waiting.RemoveFirst();
            if (first.Value.Lease.Bytes > 0) _moving++;
            Grant(first.Value.Lease, first.Value.Bytes);
            first.Value.Done.SetResult();
        }
    }

    private void Grant(MemoryLease lease, long bytes)
    {
        if (lease.Bytes == 0) _moving++;
        _held += bytes;
        lease.Bytes += bytes;
    }

    private sealed class Wish
    {
        public Wish(MemoryLease lease, long bytes)
        {
            (Lease, Bytes) = (lease, bytes);
            Place = new LinkedListNode<Wish>(this);
        }

        public MemoryLease Lease { get; }

        public long Bytes { get; }

        public LinkedListNode<Wish> Place { get; }

        // Continued elsewhere, so that nobody's work runs inside the gate.
        public TaskCompletionSource Done { get; } = new(TaskCreationOptions.RunContinuationsAsynchronously);
    }
}
