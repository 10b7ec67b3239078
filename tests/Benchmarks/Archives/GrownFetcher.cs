using Aggregator.Pipeline.Ports;

namespace Aggregator.Benchmarks.Archives;

/// <summary>Stands where the network is: gives the body it was given.</summary>
internal sealed class GrownFetcher : IFeedFetcher
{
    public byte[] Body { get; set; } = [];

    public ValueTask<FetchOutcome> FetchAsync(FetchRequest request, CancellationToken stop) => ValueTask.FromResult<FetchOutcome>(new FetchOutcome.Fetched
    {
        Url = request.Url,
        Body = Body,
        ContentType = "application/rss+xml",
        Status = 200,
        WireBytes = Body.Length / 4,
        Validators = new Validators(request.Url, $"\"{Body.Length}-{Body[^40]}\"", null),
    });
}
