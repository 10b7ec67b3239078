using Microsoft.Extensions.Logging;

namespace Aggregator.Service;

/// <summary>One line for every poll.</summary>
internal static partial class PollLog
{
    [LoggerMessage(EventIds.Polled, LogLevel.Information,
        "polled feed={Feed} outcome={Outcome} status={Status} elapsed_ms={ElapsedMs} bytes={Bytes} items={Items} new={New} revised={Revised} seen_again={Copies} next={Next}")]
    public static partial void Polled(
        ILogger log, string feed, string outcome, int? status, long elapsedMs, long bytes, int items, int @new, int revised, int copies, string? next);

    [LoggerMessage(EventIds.PollFailed, LogLevel.Warning,
        "failed feed={Feed} outcome={Outcome} status={Status} elapsed_ms={ElapsedMs} next={Next} error={Error}")]
    public static partial void Failed(ILogger log, string feed, string outcome, int? status, long elapsedMs, string? next, string? error);

    [LoggerMessage(EventIds.Noted, LogLevel.Warning,
        "noted feed={Feed} note={Note}")]
    public static partial void Noted(ILogger log, string feed, string note);

    [LoggerMessage(EventIds.NotStored, LogLevel.Error,
        "not stored feed={Feed} items={Items} error={Error}")]
    public static partial void NotStored(ILogger log, string feed, int items, string? error);

    [LoggerMessage(EventIds.FeedMoved, LogLevel.Information,
        "moved feed={Feed} id={FeedId} to={To} because={Reason}; 'feeds undo-move {FeedId}' takes it back")]
    public static partial void Moved(ILogger log, string feed, long feedId, string to, string reason);

    [LoggerMessage(EventIds.Postponed, LogLevel.Debug, "postponed feed={Feed} next={Next} because={Reason}")]
    public static partial void Postponed(ILogger log, string feed, string next, string reason);
}
