using System.Net;
using System.Net.Sockets;
using Aggregator.Fetching.Connecting;
using Aggregator.Pipeline.Ports;

namespace Aggregator.Fetching.Addresses;

/// <summary>
/// Judges where a request is about to go, before it goes. Without a proxy the dialler has the last word, and this only saves an exception for
/// an address that stands in the URL. Through a proxy this is the wall: the target is judged by its name, and by address where it resolves here.
/// </summary>
internal sealed class TargetJudge(AddressWall wall, HostResolver resolver, bool throughProxy, bool allowPrivate)
{
    /// <summary>The refusal; null when the request may go.</summary>
    public ValueTask<FetchOutcome.Failed?> JudgeAsync(Uri address, CancellationToken stop)
    {
        if (HostAddress.Read(address.IdnHost) is { } literal) return new(Refusal(address, literal));
        return throughProxy ? ByNameAsync(address, stop) : default;
    }

    private async ValueTask<FetchOutcome.Failed?> ByNameAsync(Uri address, CancellationToken stop)
    {
        if (HostAddress.IsLocalName(address.IdnHost) && !allowPrivate)
            return new(FailureKind.AddressRefused, $"{address.Host} was not asked: the name belongs to a local network; set allowPrivateNetwork for the feed if it belongs there");
        try
        {
            foreach (var resolved in await resolver(address.IdnHost, stop).ConfigureAwait(false))
                if (Refusal(address, resolved) is { } refusal) return refusal;
        }
        catch (SocketException)
        {
            // Behind a proxy a machine often has no name server: then the proxy knows the name alone.
        }

        return null;
    }

    private FetchOutcome.Failed? Refusal(Uri address, IPAddress resolved) => wall.Refuses(resolved, address.Port) is { } rule
        ? new(FailureKind.AddressRefused, AddressRefusedException.Sentence(address.Host, resolved, rule))
        : null;
}
