using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;
using Quartz;

namespace Aggregator.Service;

/// <summary>
/// Keeps the tick alive: sets the scheduler's clock to the machine's when that one stepped, and arms the tick again when it was silent for
/// three periods. Its own timer runs on the monotonic counter, which nobody can set.
/// </summary>
internal sealed class TickWatch(Tick tick, SteadyTime time, TickPeriod period, ISchedulerFactory schedulers, ILogger<TickWatch> log) : BackgroundService
{
    /// <summary>Periods of silence after which the tick is armed again.</summary>
    public const int Patience = 3;

    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        using var timer = new PeriodicTimer(period.Value, time);
        var scheduler = await schedulers.GetScheduler(stoppingToken);
        await TickJob.ArmAsync(scheduler, time, period.Value, stoppingToken);
        while (await timer.WaitForNextTickAsync(stoppingToken)) await CheckAsync(scheduler, stoppingToken);
    }

    private async Task CheckAsync(IScheduler scheduler, CancellationToken stop)
    {
        var step = time.Anchor();
        var silence = tick.Silence;
        if (step == TimeSpan.Zero && silence < period.Value * Patience) return;

        if (step != TimeSpan.Zero) ServiceLog.ClockStepped(log, step);
        else ServiceLog.TickSilent(log, silence);
        await TickJob.ArmAsync(scheduler, time, period.Value, stop);
        tick.Heard();
    }
}
