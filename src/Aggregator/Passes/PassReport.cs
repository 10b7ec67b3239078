using System.Globalization;
using Aggregator.Pipeline.Ports;

namespace Aggregator.Passes;

/// <summary>Says in words what a pass brought.</summary>
internal static class PassReport
{
    /// <summary>What there is to say about one feed; null when nothing was new and nothing went wrong.</summary>
    public static string? Line(string feed, Receipt receipt)
    {
        if (receipt.Failed)
            return $"{feed}: failed ({receipt.Outcome}): {receipt.Error}{(receipt.NextPollAt is { } next ? $"; next attempt {Stamp(next)}" : "")}";

        var parts = Parts(receipt.New, receipt.Revised, receipt.Copies, receipt.Dropped);
        if (receipt.Moved is { } moved) parts.Add($"moved to {moved.To} ({moved.Reason}; 'feeds undo-move {receipt.FeedId}' takes it back)");
        if (receipt.Warnings > 0) parts.Add($"{Number(receipt.Warnings)} {(receipt.Warnings == 1 ? "warning" : "warnings")}");
        if (receipt.Note is { } note) parts.Add(note);
        return parts.Count == 0 ? null : $"{feed}: {string.Join(", ", parts)}";
    }

    public static IEnumerable<string> Summary(PassTally tally, TimeSpan took)
    {
        if (tally.Polled == 0)
        {
            yield return "No feed was polled.";
        }
        else
        {
            var parts = Parts(tally.New, tally.Revised, tally.Copies, tally.Dropped);
            yield return $"{Feeds(tally.Polled)} polled in {took.TotalSeconds.ToString("0.0", CultureInfo.InvariantCulture)} s: "
                + $"{(parts.Count == 0 ? "nothing new" : string.Join(", ", parts))}.";
            yield return $"Feeds: {Number(tally.Changed)} changed, {Number(tally.Unchanged)} unchanged, {Number(tally.NotModified)} not modified, {Number(tally.Failed)} failed.";
        }

        if (tally.LeftAlone > 0) yield return $"{Feeds(tally.LeftAlone)} left alone because the server asked for it (--force asks all the same).";
        if (tally.NotDue > 0) yield return $"{Feeds(tally.NotDue)} not due (--all polls them all the same).";
    }

    public static string Stamp(DateTimeOffset at) => at.UtcDateTime.ToString("yyyy-MM-dd'T'HH:mm:ss'Z'", CultureInfo.InvariantCulture);

    private static List<string> Parts(long fresh, long revised, long copies, long dropped)
    {
        var parts = new List<string>();
        if (fresh > 0) parts.Add($"{Number(fresh)} new");
        if (revised > 0) parts.Add($"{Number(revised)} revised");
        if (copies > 0) parts.Add($"{Number(copies)} seen again");
        if (dropped > 0) parts.Add($"{Number(dropped)} dropped");
        return parts;
    }

    private static string Feeds(int count) => count == 1 ? "1 feed" : $"{Number(count)} feeds";

    private static string Number(long number) => number.ToString("#,0", CultureInfo.InvariantCulture);
}
