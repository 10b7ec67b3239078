using System.Net;

namespace Aggregator.Fetching.Addresses;

/// <summary>
/// Decides which addresses may be dialled. Takes the address that would be dialled and its port; gives a refusal or none.
/// Never looks at names: what counts is where the bytes would go.
/// </summary>
/// <param name="networks">Networks that the operator opened for all feeds.</param>
/// <param name="allowPrivate">True: the feeds behind this wall may live on a private network.</param>
internal sealed class AddressWall(IReadOnlyList<AllowedNetwork> networks, bool allowPrivate)
{
    /// <summary>The rule that refuses; null when the address may be dialled.</summary>
    public AddressRule? Refuses(IPAddress address, int port)
    {
        var real = AddressRules.Unwrap(address);
        if (AddressRules.Forbids(real) is not { } rule) return null;
        if (allowPrivate && rule.LiftedForPrivate) return null;
        foreach (var network in networks)
            if (network.Opens(real, port)) return null;
        return rule;
    }
}
