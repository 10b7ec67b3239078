using Microsoft.Extensions.DependencyInjection;
using Quartz;

namespace Aggregator.Service;

/// <summary>Registers what makes the tick come: Quartz on a steady clock, and the watch over it.</summary>
internal static class TickServices
{
    // One for the tick, one that is free while a tick takes long.
    private const int Threads = 2;

    public static IServiceCollection AddTick(this IServiceCollection services, SteadyTime time)
    {
        services.AddLogging();
        services.AddQuartz(q =>
        {
            q.UseInMemoryStore();
            q.UseDefaultThreadPool(Threads);
            q.UseTimeProvider(time);
            q.ConfigureScheduler(o => o.ShutdownJobInterruption = ShutdownJobInterruption.Always);
            q.AddJob<TickJob>(j => j.WithIdentity(TickJob.Key).StoreDurably());
        });
        services.AddQuartzHostedService(o => o.WaitForJobsToComplete = true);
        return services.AddHostedService<TickWatch>();
    }
}
