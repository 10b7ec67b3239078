using System.Net;
using System.Runtime.CompilerServices;
using Aggregator.Fetching.Bodies;
using Aggregator.Fetching.Connecting;
using Aggregator.Pipeline.Ports;

namespace Aggregator.Fetching;

/// <summary>
/// Gets feeds over HTTP: one conditional GET, redirects followed here, behind the address wall, within every budget.
/// Takes a request; gives a body, "not modified", or a failure that says what was seen and what to try; never throws for anything a server or
/// the network does, never keeps a buffer, never asks an address that the feed's policy forbids.
/// </summary>
public sealed class HttpFeedFetcher : IFeedFetcher, IDisposable
{
    private readonly MemoryBudget _memory;
    private readonly FetchTools _tools;

    /// <param name="settings">Budgets and manners.</param>
    /// <param name="time">The clock of every budget.</param>
    /// <param name="secrets">Reads the secrets that the list names; null: there are none.</param>
    /// <param name="resolver">Looks names up; null: the system's resolver.</param>
    public HttpFeedFetcher(FetchSettings settings, TimeProvider time, SecretReader? secrets = null, HostResolver? resolver = null)
    {
        secrets ??= static _ => null;
        _memory = new MemoryBudget(settings.MemoryBudget);
        var pools = new ConnectionPools(settings, resolver ?? Dns.GetHostAddressesAsync, time);
        _tools = new FetchTools(settings, time, pools, _memory, secrets, settings.UserAgent);
    }

    /// <summary>What bodies in flight hold of the memory budget.</summary>
    internal long HeldBytes => _memory.Held;

    [AsyncMethodBuilder(typeof(PoolingAsyncValueTaskMethodBuilder<>))]
    public async ValueTask<FetchOutcome> FetchAsync(FetchRequest request, CancellationToken stop)
    {
        using var fetch = new Fetch(_tools, request, stop);
        return fetch.Told(await fetch.AskAsync().ConfigureAwait(false));
    }

    public void Dispose() => _tools.Pools.Dispose();
}
