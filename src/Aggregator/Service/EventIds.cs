namespace Aggregator.Service;

/// <summary>The registry of log events: an id is never used for another event, so that operators may filter by it.</summary>
internal static class EventIds
{
    // 100-199: polling
    public const int Polled = 100;
    public const int PollFailed = 101;
    public const int NotStored = 102;
    public const int FeedMoved = 103;
    public const int Postponed = 104;
    public const int Noted = 105;

    // 200-299: the feed list
    public const int ListChanged = 201;
    public const int ListRefused = 202;
    public const int ListProblem = 203;
    public const int LastGoodList = 204;
    public const int ListNotStored = 205;

    // 300-399: the service
    public const int Started = 300;
    public const int Stopping = 301;
    public const int Stopped = 302;
    public const int Failed = 303;

    // 400-499: the clock
    public const int ClockStepped = 400;
    public const int TickSilent = 401;
    public const int TickFailed = 402;

    // 500-599: maintenance
    public const int BackedUp = 500;
    public const int BackupFailed = 501;
    public const int Folded = 502;
    public const int FoldFailed = 503;
    public const int LargeLog = 504;
    public const int LogEmptied = 505;
}
