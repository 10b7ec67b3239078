namespace Aggregator.Pipeline.Polling;

/// <summary>Bounds of the flow (settings <c>Polling:*</c>).</summary>
public sealed record PollSettings
{
    /// <summary>Fetches at once.</summary>
    public int Parallel { get; init; } = 32;

    /// <summary>Fetches at once for one host.</summary>
    public int PerHost { get; init; } = 1;

    /// <summary>Pause between two requests to one host.</summary>
    public TimeSpan HostSpacing { get; init; } = TimeSpan.FromSeconds(1);

    /// <summary>Answers that may wait for the writing loop: enough to keep it busy, few enough for memory. Fetches wait when they are more.</summary>
    public int AnswersWaiting { get; init; } = 12;

    /// <summary>Bodies that are read, or are read and wait for a place among the answers, at once. A feed that is read takes several times the
    /// memory of its body, and more readings than processors save no time; bodies beyond wait as they came.</summary>
    public int Readings { get; init; } = 4;

    /// <summary>A commit takes what waits up to so many articles.</summary>
    public int BatchArticles { get; init; } = 700;

    /// <summary>A commit takes what waits up to so long; it never waits for more.</summary>
    public TimeSpan BatchTime { get; init; } = TimeSpan.FromMilliseconds(250);

    /// <summary>Articles of an index slice when no answer waits.</summary>
    public int IdleSlice { get; init; } = 2000;

    /// <summary>Articles of an index slice while answers wait.</summary>
    public int BusySlice { get; init; } = 500;

    /// <summary>While answers wait, one slice at least so often.</summary>
    public TimeSpan BusySliceEvery { get; init; } = TimeSpan.FromSeconds(2);

    /// <summary>False: nothing is indexed for full-text search (<c>poll --no-index</c>).</summary>
    public bool Index { get; init; } = true;

    /// <summary>A feed whose answer could not be stored is left alone for so long: its due time could not be stored either.</summary>
    public TimeSpan NotStoredPause { get; init; } = TimeSpan.FromMinutes(15);
}
