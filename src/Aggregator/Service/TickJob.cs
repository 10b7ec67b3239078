using Microsoft.Extensions.Logging;
using Quartz;

namespace Aggregator.Service;

/// <summary>The metronome: Quartz calls it at every tick; due times live in the archive.</summary>
[DisallowConcurrentExecution]
internal sealed class TickJob(Tick tick, ILogger<TickJob> log) : IJob
{
    public static readonly JobKey Key = new("tick");
    private static readonly TriggerKey Trigger = new("tick");

    public async ValueTask Execute(IJobExecutionContext context, CancellationToken cancellationToken = default)
    {
        try
        {
            await tick.RunAsync(cancellationToken);
        }
        catch (OperationCanceledException) when (cancellationToken.IsCancellationRequested)
        {
            // The service stops.
        }
#pragma warning disable CA1031 // A tick that fails must not unschedule itself; it is told, and the next one tries again.
        catch (Exception fault)
#pragma warning restore CA1031
        {
            ServiceLog.TickFailed(log, fault);
        }
    }

    /// <summary>Makes the tick come at once and then every <paramref name="period"/>, whatever was armed before.</summary>
    public static async Task ArmAsync(IScheduler scheduler, TimeProvider time, TimeSpan period, CancellationToken stop)
    {
        var trigger = TriggerBuilder.Create(time).WithIdentity(Trigger).ForJob(Key).StartNow()
            .WithSimpleSchedule(s => s.WithInterval(period).RepeatForever().WithMisfireInstruction(SimpleTriggerMisfireInstruction.NextWithRemainingCount))
            .Build();
        if (await scheduler.RescheduleJob(Trigger, trigger, stop) is null) await scheduler.ScheduleJob(trigger, cancellationToken: stop);
    }
}
