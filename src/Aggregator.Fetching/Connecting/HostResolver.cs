using System.Net;

namespace Aggregator.Fetching.Connecting;

/// <summary>Looks a host name up. An unknown name is a <see cref="System.Net.Sockets.SocketException"/> or an empty answer.</summary>
public delegate Task<IPAddress[]> HostResolver(string host, CancellationToken stop);
