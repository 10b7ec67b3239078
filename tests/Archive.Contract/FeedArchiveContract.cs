namespace Aggregator.Archive.Contract;

/// <summary>What every archive keeps, whatever it stores with. A provider derives it and opens its own.</summary>
public abstract partial class FeedArchiveContract
{
    protected abstract ArchiveUnderTest Open();
}
