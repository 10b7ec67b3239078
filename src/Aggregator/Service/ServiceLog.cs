using Microsoft.Extensions.Logging;

namespace Aggregator.Service;

/// <summary>What the service says of itself.</summary>
internal static partial class ServiceLog
{
    [LoggerMessage(EventIds.Started, LogLevel.Information, "polling {Feeds} feeds of {List} into {Archive}")]
    public static partial void Started(ILogger log, int feeds, string list, string archive);

    [LoggerMessage(EventIds.Stopping, LogLevel.Information, "stopping: no new fetch; {InFlight} feeds under way")]
    public static partial void Stopping(ILogger log, int inFlight);

    [LoggerMessage(EventIds.Stopped, LogLevel.Information, "stopped; everything that came is stored")]
    public static partial void Stopped(ILogger log);

    [LoggerMessage(EventIds.Failed, LogLevel.Critical, "the service failed and ends with exit code 1")]
    public static partial void Failed(ILogger log, Exception fault);

    [LoggerMessage(EventIds.ClockStepped, LogLevel.Warning, "the machine's clock stepped by {Step}; the schedule goes on from the new time")]
    public static partial void ClockStepped(ILogger log, TimeSpan step);

    [LoggerMessage(EventIds.TickSilent, LogLevel.Warning, "no tick for {Silence}; the tick is armed again")]
    public static partial void TickSilent(ILogger log, TimeSpan silence);

    [LoggerMessage(EventIds.TickFailed, LogLevel.Error, "a tick failed; the next one tries again")]
    public static partial void TickFailed(ILogger log, Exception fault);
}
