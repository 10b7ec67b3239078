using Aggregator.Pipeline.Ports;

namespace Aggregator.Passes;

/// <summary>Counts what a pass brought. Fed by the writing loop; what was left alone by others too.</summary>
internal sealed class PassTally
{
    private int _leftAlone;

    public int Polled { get; private set; }

    public int Changed { get; private set; }

    public int Unchanged { get; private set; }

    public int NotModified { get; private set; }

    public int Failed { get; private set; }

    /// <summary>Of the failed ones, those that came but could not be stored.</summary>
    public int NotStored { get; private set; }

    /// <summary>Asked of a service that ended before it polled them.</summary>
    public int NotAnswered { get; set; }

    /// <summary>Left alone because their server asked for it.</summary>
    public int LeftAlone => Volatile.Read(ref _leftAlone);

    public int NotDue { get; set; }

    public long New { get; private set; }

    public long Revised { get; private set; }

    public long Copies { get; private set; }

    public long Dropped { get; private set; }

    public void AddLeftAlone() => Interlocked.Increment(ref _leftAlone);

    public void Add(Receipt receipt)
    {
        Polled++;
        if (receipt.Failed) Failed++;
        else if (receipt.Outcome == "not-modified") NotModified++;
        else if (receipt.Outcome == "unchanged") Unchanged++;
        else Changed++;
        if (receipt.Outcome == FailureKind.NotStored.Name()) NotStored++;
        New += receipt.New;
        Revised += receipt.Revised;
        Copies += receipt.Copies;
        Dropped += receipt.Dropped;
    }
}
