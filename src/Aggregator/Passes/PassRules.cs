using Aggregator.Pipeline.Ports;
using Aggregator.Pipeline.Scheduling;

namespace Aggregator.Passes;

/// <summary>Which of the chosen feeds a pass polls.</summary>
/// <param name="NotDueToo">Due or not.</param>
/// <param name="DespiteRetryAfter">Also those whose server asked to be left alone until later.</param>
internal sealed record PassRules(bool NotDueToo, bool DespiteRetryAfter)
{
    /// <summary>Whether a feed is polled; one that is not is counted with its reason.</summary>
    public bool Wants(FeedState state, DateTimeOffset now, PassTally tally)
    {
        if (!DespiteRetryAfter && state.RetryAfter > now) tally.AddLeftAlone();
        else if (!NotDueToo && FeedSchedule.DueAt(state, now) > now) tally.NotDue++;
        else return true;
        return false;
    }
}
