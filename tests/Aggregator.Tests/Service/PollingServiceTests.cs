using Aggregator.Pipeline.Polling;
using Aggregator.Pipeline.Ports;
using Aggregator.Pipeline.Scheduling;
using Aggregator.Pipeline.Subscribing;
using Aggregator.Service;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;

namespace Aggregator.Tests.Service;

public sealed class PollingServiceTests
{
    [Fact]
    public async Task A_fault_of_the_engine_ends_the_service_and_is_not_forgotten()
    {
        var builder = Host.CreateEmptyApplicationBuilder(new HostApplicationBuilderSettings { DisableDefaults = true });
        var poll = new FeedPoll(new NoFetcher(), new NoFetcher(), new FeedSchedule(new ScheduleSettings()), TimeProvider.System);
        builder.Services.AddLogging();
        builder.Services.AddSingleton(new PollEngine(poll, new FaultyArchive(), new PollSettings(), TimeProvider.System, (_, _) => { }));
        builder.Services.AddSingleton<PollingService>();
        builder.Services.AddHostedService(p => p.GetRequiredService<PollingService>());
        using var host = builder.Build();
        var service = host.Services.GetRequiredService<PollingService>();

        await host.RunAsync(TestContext.Current.CancellationToken).WaitAsync(TimeSpan.FromSeconds(30), TestContext.Current.CancellationToken);

        Assert.Equal("the archive is broken", Assert.IsType<InvalidOperationException>(service.Fault).Message);
    }

    private sealed class NoFetcher : IFeedFetcher
    {
        public ValueTask<FetchOutcome> FetchAsync(FetchRequest request, CancellationToken stop) => throw new NotSupportedException();
    }

    // Indexing is the first thing that the writing loop does.
    private sealed class FaultyArchive : IFeedArchive
    {
        public ValueTask<IReadOnlyList<long>> SubscribeAsync(IReadOnlyList<Subscription> feeds, DateTimeOffset now) => throw new NotSupportedException();

        public ValueTask<IReadOnlyList<FeedState>> DueAsync(DateTimeOffset now, int limit) => throw new NotSupportedException();

        public ValueTask<DateTimeOffset?> NextDueAsync() => throw new NotSupportedException();

        public ValueTask<IReadOnlyList<FeedState>> StatesAsync(IReadOnlyList<long> feedIds) => throw new NotSupportedException();

        public ValueTask<IReadOnlyList<HostPause>> HostPausesAsync(DateTimeOffset now) => ValueTask.FromResult<IReadOnlyList<HostPause>>([]);

        public ValueTask PostponeAsync(IReadOnlyList<long> feedIds, HostPause pause, DateTimeOffset now) => throw new NotSupportedException();

        public ValueTask<IArchiveBatch> BeginAsync() => throw new NotSupportedException();

        public ValueTask<int> IndexAsync(int articles) => throw new InvalidOperationException("the archive is broken");
    }
}
