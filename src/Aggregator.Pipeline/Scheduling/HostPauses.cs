using Aggregator.Pipeline.Ports;

namespace Aggregator.Pipeline.Scheduling;

/// <summary>Decides whether an answer asks for its whole host to be left alone. 429 speaks of all that one client sends to a host
/// (RFC 6585, 4); any other status speaks of the feed alone.</summary>
public static class HostPauses
{
    /// <summary>The pause after a 429 that does not say how long.</summary>
    public static readonly TimeSpan Unstated = TimeSpan.FromMinutes(15);

    /// <summary>The host of an address, as it counts for limits and pauses; the address itself when it has none.</summary>
    public static string HostOf(string address) => Uri.TryCreate(address, UriKind.Absolute, out var uri) && uri.Authority.Length > 0 ? uri.Authority : address;

    /// <param name="fetch">How the fetch ended.</param>
    /// <param name="address">The address that was asked first; after redirects it is the last host that spoke.</param>
    /// <param name="now">When it ended.</param>
    public static HostPause? Of(FetchOutcome fetch, string address, DateTimeOffset now)
    {
        if (fetch is not FetchOutcome.Failed { Status: 429 }) return null;
        var until = fetch.RetryAfter ?? now + Unstated;
        if (until > now + FeedSchedule.LongestRetryAfter) until = now + FeedSchedule.LongestRetryAfter;
        if (until <= now) return null;
        var host = HostOf(fetch.Hops.Count > 0 ? fetch.Hops[^1].Url : address);
        return new HostPause(host, now, until,
            $"{host} asked for fewer requests (429): all its feeds are left alone for {Words.Of(until - now)}{(fetch.RetryAfter is null ? "" : " (Retry-After)")}");
    }

    /// <summary>Whether a stored pause still counts; one further ahead than any rule sets was stored, or is read, with a wrong clock.</summary>
    public static bool Stands(HostPause pause, DateTimeOffset now) =>
        pause.Until > now && pause.Until - now <= FeedSchedule.LongestRetryAfter + FeedSchedule.Rounding;
}
