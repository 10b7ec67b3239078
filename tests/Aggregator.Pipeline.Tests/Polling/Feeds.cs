using Aggregator.Pipeline.Polling;
using Aggregator.Pipeline.Ports;
using Aggregator.Pipeline.Scheduling;
using Aggregator.Pipeline.Subscribing;

namespace Aggregator.Pipeline.Tests.Polling;

/// <summary>Due feeds and flows for tests of polling.</summary>
internal static class Feeds
{
    public static DueFeed Due(long id, string host = "example.org", FeedState? state = null)
    {
        var url = $"https://{host}/{id}";
        return new DueFeed(state ?? new FeedState { Id = id, Url = url }, new Subscription { Url = url });
    }

    public static FeedPoll Poll(IFeedFetcher network, TimeProvider time, IFeedFetcher? files = null) =>
        new(network, files ?? new InstantFetcher(), new FeedSchedule(new ScheduleSettings()), time);

    public static Answer Answer(long id, int articles = 0) => Scheduling.Answers.Of(new FetchOutcome.NotModified { Status = 304 }, articles: articles) with { FeedId = id };
}
