using System.Net;

namespace Aggregator.Fetching.Addresses;

/// <summary>Carries the wall's refusal out of the dialler; the fetcher turns it into an outcome.</summary>
internal sealed class AddressRefusedException(string host, IPAddress address, AddressRule rule)
    : Exception(Sentence(host, address, rule))
{
    public static string Sentence(string host, IPAddress address, AddressRule rule)
    {
        var name = host.Trim('[', ']') == address.ToString() ? $"{address}" : $"{host} ({address})";
        return $"{name} was not asked: the address is {rule.Description}; if the feed belongs there, name the network in Fetching:AllowNetworks"
            + (rule.LiftedForPrivate ? " or set allowPrivateNetwork for the feed" : "");
    }
}
