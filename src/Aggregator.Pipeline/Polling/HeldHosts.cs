using Aggregator.Pipeline.Scheduling;

namespace Aggregator.Pipeline.Polling;

/// <summary>The hosts that asked to be left alone, judged by the clock that due times are judged by.</summary>
internal sealed class HeldHosts
{
    private readonly Dictionary<string, HostPause> _held = new(StringComparer.OrdinalIgnoreCase);

    public void Add(HostPause pause)
    {
        if (!_held.TryGetValue(pause.Host, out var held) || held.Until < pause.Until) _held[pause.Host] = pause;
    }

    /// <summary>The pause that a feed must wait for; null when it may be polled.</summary>
    public HostPause? For(DueFeed feed, DateTimeOffset now)
    {
        if (_held.Count == 0 || !_held.TryGetValue(feed.Host, out var pause)) return null;
        if (HostPauses.Stands(pause, now)) return feed.ForcedAt > pause.From ? null : pause;
        _held.Remove(feed.Host);
        return null;
    }
}
