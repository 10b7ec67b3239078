namespace Aggregator.Pipeline.Scheduling;

/// <summary>
/// Decides whose turn it is: first come first served, but at most so many at once for a host and a pause between two requests to it,
/// so that a host with a thousand feeds holds up nobody else.
/// Takes what waits and the time; gives the next to start; never waits itself.
/// </summary>
/// <typeparam name="T">What waits.</typeparam>
/// <param name="perHost">At most so many at once for one host.</param>
/// <param name="spacing">Pause between the end of a request to a host and the next one.</param>
public sealed class HostQueue<T>(int perHost, TimeSpan spacing)
{
    private readonly Dictionary<string, Lane> _lanes = new(StringComparer.OrdinalIgnoreCase);
    private readonly PriorityQueue<Lane, TimeSpan> _ready = new();

    /// <summary>How many wait.</summary>
    public int Waiting { get; private set; }

    /// <summary>How many hosts are remembered.</summary>
    public int Hosts => _lanes.Count;

    public void Add(string host, T item, TimeSpan now)
    {
        if (!_lanes.TryGetValue(host, out var lane)) _lanes[host] = lane = new Lane(host, now);
        lane.Items.Enqueue(item);
        Waiting++;
        Offer(lane);
    }

    /// <summary>The next item whose host is free now.</summary>
    public bool TryTake(TimeSpan now, out string host, out T item)
    {
        while (_ready.TryPeek(out var lane, out var from) && from <= now)
        {
            _ready.Dequeue();
            lane.Offered = false;
            if (lane.Items.Count == 0) continue;
            if (lane.FreeAt > now)
            {
                Offer(lane);
                continue;
            }

            (host, item) = (lane.Host, lane.Items.Dequeue());
            Waiting--;
            lane.Running++;
            if (perHost > 1) lane.FreeAt = now + spacing;
            Offer(lane);
            return true;
        }

        (host, item) = ("", default!);
        return false;
    }

    /// <summary>A request to the host has ended.</summary>
    public void Release(string host, TimeSpan now)
    {
        var lane = _lanes[host];
        lane.Running--;
        if (now + spacing > lane.FreeAt) lane.FreeAt = now + spacing;
        Offer(lane);
    }

    /// <summary>Takes back what waits for a host and is meant; what is under way goes on.</summary>
    public IReadOnlyList<T> Withdraw(string host, Func<T, bool> meant)
    {
        if (!_lanes.TryGetValue(host, out var lane)) return [];
        var (all, withdrawn) = (lane.Items.ToList(), new List<T>());
        lane.Items.Clear();
        foreach (var item in all)
            if (meant(item)) withdrawn.Add(item);
            else lane.Items.Enqueue(item);
        Waiting -= withdrawn.Count;
        return withdrawn;
    }

    /// <summary>When a waiting item's host is free next; null when nothing waits for time alone.</summary>
    public TimeSpan? NextAt => _ready.TryPeek(out _, out var at) ? at : null;

    /// <summary>Forgets hosts for which nothing waits, nothing runs and whose pause is over.</summary>
    public void Forget(TimeSpan now)
    {
        foreach (var lane in _lanes.Values.Where(l => l.Items.Count == 0 && l.Running == 0 && l.FreeAt <= now).ToList()) _lanes.Remove(lane.Host);
    }

    // A lane stands in the ready queue at most once, and only while it has something to start.
    private void Offer(Lane lane)
    {
        if (lane.Offered || lane.Items.Count == 0 || lane.Running >= perHost) return;
        lane.Offered = true;
        _ready.Enqueue(lane, lane.FreeAt);
    }

    private sealed class Lane(string host, TimeSpan freeAt)
    {
        public string Host { get; } = host;

        public Queue<T> Items { get; } = new();

        public int Running { get; set; }

        public TimeSpan FreeAt { get; set; } = freeAt;

        public bool Offered { get; set; }
    }
}
