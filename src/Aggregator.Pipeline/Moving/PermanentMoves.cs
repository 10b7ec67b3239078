using Aggregator.Pipeline.Ports;

namespace Aggregator.Pipeline.Moving;

/// <summary>
/// Decides whether a feed has moved to another address for good.
/// Takes what one poll saw and what earlier polls saw of the same move; gives "stay", "wait" or "adopt" with the reason in words.
/// Never adopts by one server's word on one day: parked domains, login pages and maintenance pages answer with permanent redirects too.
/// </summary>
public static class PermanentMoves
{
    /// <summary>A move is adopted when it was seen on so many different days (UTC).</summary>
    public const int Days = 3;

    /// <param name="from">The address that is polled.</param>
    /// <param name="seen">What this poll saw.</param>
    /// <param name="pending">What earlier polls saw; null for nothing.</param>
    /// <param name="refused">Addresses that are never adopted: the operator took them back, or they are another feed.</param>
    public static MoveDecision Decide(string from, MoveSighting seen, PendingMove? pending, IReadOnlyCollection<string> refused)
    {
        // A poll that did not end in a feed says nothing about the move: the new place may be down today.
        if (!seen.EndIsFeed) return pending is null ? new MoveDecision.Stay() : new MoveDecision.Wait(pending);
        if (seen.Hops.Count < 2) return new MoveDecision.Stay();
        var to = seen.Hops[^1].Url;
        if (to == from || refused.Contains(to) || LosesTls(from, to) || HoldsSecret(to)) return new MoveDecision.Stay();
        var permanent = IsPermanent(seen.Hops);
        if (permanent && IsSameSpelled(from, to)) return new MoveDecision.Adopt(to, "only https, a leading www. or a trailing slash changed");
        if (!seen.SharesItems)
        {
            if (pending?.To == to) return permanent ? new MoveDecision.Wait(pending) : new MoveDecision.Stay();
            // Once stored, its items are this feed's: only the first sight can tell that they were not.
            return seen.IsOther ? new MoveDecision.Refuse(to) : new MoveDecision.Stay();
        }

        if (!permanent) return new MoveDecision.Stay();
        var day = DateOnly.FromDateTime(seen.At.UtcDateTime);
        IReadOnlyList<DateOnly> days = pending is null || pending.To != to ? [day] : pending.Days.Contains(day) ? pending.Days : [.. pending.Days, day];
        return days.Count >= Days
            ? new MoveDecision.Adopt(to, $"permanent redirects on {days.Count} days, with the same items at the end")
            : new MoveDecision.Wait(new PendingMove(to, days));
    }

    private static bool IsPermanent(IReadOnlyList<RedirectHop> hops)
    {
        for (var i = 0; i < hops.Count - 1; i++)
            if (hops[i].Status is not (301 or 308)) return false;
        return hops[^1].Status is 200 or 226 or 304;
    }

    private static bool LosesTls(string from, string to) => StartsWith(from, "https://") && !StartsWith(to, "https://");

    // "${env:NAME}" in an address is filled in when it is asked: no server may write that. "***" stands for a secret that was masked.
    private static bool HoldsSecret(string to) => to.Contains("${", StringComparison.Ordinal) || to.Contains("***", StringComparison.Ordinal);

    private static bool IsSameSpelled(string from, string to) => Core(from) == Core(to);

    // Host without "www.", path without the slash at its end, any scheme and its default port.
    private static string Core(string url)
    {
        if (!Uri.TryCreate(url, UriKind.Absolute, out var uri)) return url;
        var host = uri.Host.StartsWith("www.", StringComparison.Ordinal) ? uri.Host[4..] : uri.Host;
        var port = uri.IsDefaultPort ? "" : $":{uri.Port}";
        return $"{host}{port}{uri.AbsolutePath.TrimEnd('/')}{uri.Query}";
    }

    private static bool StartsWith(string url, string scheme) => url.StartsWith(scheme, StringComparison.OrdinalIgnoreCase);
}
