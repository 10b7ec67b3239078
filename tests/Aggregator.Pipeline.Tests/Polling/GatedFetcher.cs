using System.Threading.Channels;
using Aggregator.Pipeline.Ports;

namespace Aggregator.Pipeline.Tests.Polling;

/// <summary>A fetcher whose every fetch the test sees begin and ends itself.</summary>
internal sealed class GatedFetcher(TimeProvider time) : IFeedFetcher
{
    private readonly Channel<Fetch> _started = Channel.CreateUnbounded<Fetch>();

    public async ValueTask<FetchOutcome> FetchAsync(FetchRequest request, CancellationToken stop)
    {
        var fetch = new Fetch(request, time.GetUtcNow(), new TaskCompletionSource<FetchOutcome>(TaskCreationOptions.RunContinuationsAsynchronously));
        await using var cancelled = stop.Register(() => fetch.Ends.TrySetCanceled(stop));
        await _started.Writer.WriteAsync(fetch, CancellationToken.None);
        return await fetch.Ends.Task;
    }

    /// <summary>The next fetch that begins.</summary>
    public async Task<Fetch> NextAsync() => await _started.Reader.ReadAsync(TestContext.Current.CancellationToken);

    /// <summary>True when a fetch has begun that the test has not seen.</summary>
    public bool Waiting => _started.Reader.Count > 0;
}

/// <param name="Request">What is fetched.</param>
/// <param name="At">When it began.</param>
/// <param name="Ends">Ends it.</param>
internal sealed record Fetch(FetchRequest Request, DateTimeOffset At, TaskCompletionSource<FetchOutcome> Ends)
{
    public void End() => Ends.SetResult(new FetchOutcome.NotModified { Status = 304 });
}
