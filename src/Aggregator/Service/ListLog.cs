using Microsoft.Extensions.Logging;

namespace Aggregator.Service;

/// <summary>What happens to the feed list.</summary>
internal static partial class ListLog
{
    [LoggerMessage(EventIds.ListChanged, LogLevel.Information, "the feed list changed: {Feeds} feeds, {Added} new, {Removed} no longer listed")]
    public static partial void Changed(ILogger log, int feeds, int added, int removed);

    [LoggerMessage(EventIds.ListRefused, LogLevel.Error, "the feed list {List} changed and is refused: {Errors} errors; the list of before stays in effect ({Feeds} feeds)")]
    public static partial void Refused(ILogger log, string list, int errors, int feeds);

    [LoggerMessage(EventIds.ListProblem, LogLevel.Warning, "{Problem}")]
    public static partial void Problem(ILogger log, string problem);

    [LoggerMessage(EventIds.LastGoodList, LogLevel.Error, "the feed list {List} does not load; the last good one, kept in the archive since {Since}, is in effect ({Feeds} feeds)")]
    public static partial void LastGood(ILogger log, string list, string since, int feeds);

    [LoggerMessage(EventIds.ListNotStored, LogLevel.Error, "the changed feed list could not be stored in the archive and is tried again: {Reason}")]
    public static partial void NotStored(ILogger log, string reason);
}
