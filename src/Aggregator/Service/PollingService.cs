using Aggregator.Pipeline.Polling;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;

namespace Aggregator.Service;

/// <summary>Runs the engine as long as the service runs. When it fails, the service ends and <see cref="Fault"/> says why.</summary>
internal sealed class PollingService(PollEngine engine, IHostApplicationLifetime lifetime, ILogger<PollingService> log) : BackgroundService
{
    /// <summary>What ended the engine; null when it was asked to stop.</summary>
    public Exception? Fault { get; private set; }

    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        try
        {
            using var told = stoppingToken.Register(() => ServiceLog.Stopping(log, engine.InFlight));
            await engine.RunAsync(stoppingToken);
        }
        catch (OperationCanceledException) when (stoppingToken.IsCancellationRequested)
        {
            ServiceLog.Stopped(log);
        }
#pragma warning disable CA1031 // The host would end with exit code 0, and no supervisor would start the service again.
        catch (Exception fault)
#pragma warning restore CA1031
        {
            Fault = fault;
            ServiceLog.Failed(log, fault);
            lifetime.StopApplication();
        }
    }
}
