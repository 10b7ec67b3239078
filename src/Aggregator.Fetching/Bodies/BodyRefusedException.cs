namespace Aggregator.Fetching.Bodies;

/// <summary>Carries "too large" or "cannot be unpacked" out of the reading of a body; the fetcher turns it into an outcome.</summary>
internal sealed class BodyRefusedException(bool tooLarge, string reason) : Exception(reason)
{
    public bool TooLarge { get; } = tooLarge;
}
