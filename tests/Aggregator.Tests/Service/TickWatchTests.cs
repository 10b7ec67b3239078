using System.Threading.Channels;
using Aggregator.Service;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;
using Quartz;

namespace Aggregator.Tests.Service;

/// <summary>The real scheduler on a machine whose clock is set both ways while it runs.</summary>
public sealed class TickWatchTests : IAsyncDisposable
{
    private static readonly TickPeriod Period = new(TimeSpan.FromMilliseconds(40));
    private readonly SteppingClock _clock = new(TimeProvider.System);
    private readonly Channel<bool> _ticks = Channel.CreateUnbounded<bool>();
    private readonly IHost _host;

    public TickWatchTests()
    {
        var builder = Host.CreateEmptyApplicationBuilder(new HostApplicationBuilderSettings { DisableDefaults = true });
        var steady = new SteadyTime(_clock);
        builder.Services.AddSingleton(steady);
        builder.Services.AddSingleton(Period);
        builder.Services.AddSingleton(new Tick(stop => _ticks.Writer.WriteAsync(true, stop).AsTask(), steady));
        builder.Services.AddTick(steady);
        _host = builder.Build();
    }

    public async ValueTask DisposeAsync()
    {
        await _host.StopAsync();
        _host.Dispose();
    }

    [Fact]
    public async Task Ticks_go_on_when_the_clock_is_set_back_and_forward()
    {
        await _host.StartAsync(TestContext.Current.CancellationToken);
        await TicksAsync(3);
        foreach (var step in new[] { -3600, 7200, -315_360_000, 315_360_000, -60, 60 })
        {
            _clock.Step(TimeSpan.FromSeconds(step));
            await TicksAsync(5);
        }
    }

    [Fact]
    public async Task A_tick_that_was_taken_away_is_armed_again()
    {
        await _host.StartAsync(TestContext.Current.CancellationToken);
        await TicksAsync(1);
        var scheduler = await _host.Services.GetRequiredService<ISchedulerFactory>().GetScheduler(TestContext.Current.CancellationToken);
        Assert.True(await scheduler.UnscheduleJob(new TriggerKey("tick"), TestContext.Current.CancellationToken));
        while (_ticks.Reader.TryRead(out _)) { }

        await TicksAsync(3);
    }

    private async Task TicksAsync(int count)
    {
        using var patience = CancellationTokenSource.CreateLinkedTokenSource(TestContext.Current.CancellationToken);
        patience.CancelAfter(TimeSpan.FromSeconds(20));
        for (var i = 0; i < count; i++) await _ticks.Reader.ReadAsync(patience.Token);
    }
}
