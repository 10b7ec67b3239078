using Microsoft.Extensions.DependencyInjection;
using Quartz;

namespace Aggregator.Service;

/// <summary>Registers what makes the tick come: Quartz on a steady clock, and the watch over it.</summary>
internal static class TickServices
{
    // One for the tick, one that is free while a tick takes long, and one for each job of maintenance.
    private const int Threads = 4;

    /// <param name="services">The container.</param>
    /// <param name="time">Quartz's clock.</param>
    /// <param name="more">Adds further jobs.</param>
    public static IServiceCollection AddTick(this IServiceCollection services, SteadyTime time, Action<IQuartzBuilder>? more = null)
    {
        services.AddLogging();
        services.AddQuartz(q =>
        {
            q.UseInMemoryStore();
            q.UseDefaultThreadPool(Threads);
            q.UseTimeProvider(time);
            q.ConfigureScheduler(o => o.ShutdownJobInterruption = ShutdownJobInterruption.Always);
            q.AddJob<TickJob>(j => j.WithIdentity(TickJob.Key).StoreDurably());
            more?.Invoke(q);
        });
        services.AddQuartzHostedService(o => o.WaitForJobsToComplete = true);
        return services.AddHostedService<TickWatch>();
    }
}
