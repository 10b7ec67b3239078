using Aggregator.Passes;
using Aggregator.Pipeline.Polling;
using Aggregator.Pipeline.Ports;
using Aggregator.Pipeline.Scheduling;
using Microsoft.Extensions.Logging;

namespace Aggregator.Service;

/// <summary>One log line for every poll, after it was stored.</summary>
internal sealed class PollReports(ILogger<PollReports> log)
{
    public void Tell(Answer answer, Receipt receipt)
    {
        var next = receipt.NextPollAt is { } at ? PassReport.Stamp(at) : null;
        var (feed, elapsed) = (answer.Subscription.Url, (long)answer.Duration.TotalMilliseconds);
        if (receipt.Outcome == FailureKind.NotStored.Name())
            PollLog.NotStored(log, feed, receipt.Items, receipt.Error);
        else if (receipt.Failed)
            PollLog.Failed(log, feed, receipt.Outcome, answer.Fetch.Status, elapsed, next, receipt.Error);
        else
            PollLog.Polled(log, feed, receipt.Outcome, answer.Fetch.Status, elapsed, answer.Fetch.WireBytes,
                receipt.Items, receipt.New, receipt.Revised, receipt.Copies, next);
        if (receipt.Note is { } note) PollLog.Noted(log, feed, note);
        if (receipt.Moved is { } moved) PollLog.Moved(log, feed, receipt.FeedId, moved.To, moved.Reason);
    }

    /// <summary>A feed waits because its host asked for it.</summary>
    public void Postponed(DueFeed feed, HostPause pause) => PollLog.Postponed(log, feed.Subscription.Url, PassReport.Stamp(pause.Until), pause.Reason);
}
