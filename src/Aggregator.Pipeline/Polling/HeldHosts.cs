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
    public HostPause? For(DueFeed feed, DateTimeOffset now) => For(feed, feed.Host, now);

    /// <summary>The pause of a host that a feed's server redirects to; null when it may be asked.</summary>
    public HostPause? For(DueFeed feed, string host, DateTimeOffset now)
    {
        if (_held.Count == 0 || !_held.TryGetValue(host, out var pause)) return null;
        if (HostPauses.Stands(pause, now)) return feed.ForcedAt > pause.From ? null : pause;
        _held.Remove(host);
        return null;
    }
}
