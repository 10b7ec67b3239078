using System.Collections.Concurrent;
using Aggregator.Pipeline.Ports;

namespace Aggregator.Pipeline.Tests.Polling;

/// <summary>A fetcher that answers at once and remembers what it was asked.</summary>
internal sealed class InstantFetcher(Func<FetchRequest, FetchOutcome> answer) : IFeedFetcher
{
    public InstantFetcher() : this(_ => new FetchOutcome.NotModified { Status = 304 }) { }

    public ConcurrentQueue<FetchRequest> Requests { get; } = [];

    public ValueTask<FetchOutcome> FetchAsync(FetchRequest request, CancellationToken stop)
    {
        Requests.Enqueue(request);
        return new(answer(request));
    }
}
