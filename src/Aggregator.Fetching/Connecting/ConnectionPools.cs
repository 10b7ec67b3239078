using System.Collections.Concurrent;
using System.Net;
using System.Net.Security;
using System.Text;
using Aggregator.Fetching.Addresses;

namespace Aggregator.Fetching.Connecting;

/// <summary>
/// One pool of connections per policy, so that a connection opened under a lax policy never serves a feed with a strict one.
/// </summary>
internal sealed class ConnectionPools(FetchSettings settings, HostResolver resolver, TimeProvider time) : IDisposable
{
    private readonly ConcurrentDictionary<ConnectionPolicy, HttpMessageInvoker> _pools = new();

    public HttpMessageInvoker For(ConnectionPolicy policy) =>
        _pools.TryGetValue(policy, out var pool) ? pool : _pools.GetOrAdd(policy, Open);

    public AddressWall Wall(ConnectionPolicy policy) => new(settings.AllowNetworks, policy.AllowPrivateNetwork);

    public void Dispose()
    {
        foreach (var pool in _pools.Values) pool.Dispose();
    }

    private HttpMessageInvoker Open(ConnectionPolicy policy) => new(new SocketsHttpHandler
    {
        AllowAutoRedirect = false,
        UseProxy = false,
        UseCookies = false,
        AutomaticDecompression = DecompressionMethods.None,
        ConnectTimeout = settings.ConnectTimeout,
        ConnectCallback = new Dialler(Wall(policy), resolver, time).DialAsync,
        MaxResponseHeadersLength = (settings.MaxHeaderBytes + 1023) / 1024,
        // A moved host is noticed within minutes, and the pool does not hold idle connections to every server on earth.
        PooledConnectionLifetime = TimeSpan.FromMinutes(10),
        PooledConnectionIdleTimeout = TimeSpan.FromSeconds(30),
        // What is left of an answer that nobody reads is not worth more than a new connection.
        MaxResponseDrainSize = 64 << 10,
        ResponseDrainTimeout = TimeSpan.FromSeconds(1),
        // Bytes as they came: validators are sent back as they were given, whatever their encoding.
        ResponseHeaderEncodingSelector = static (_, _) => Encoding.Latin1,
        RequestHeaderEncodingSelector = static (_, _) => Encoding.Latin1,
        ActivityHeadersPropagator = null,
        SslOptions = new SslClientAuthenticationOptions { RemoteCertificateValidationCallback = CertificateJudge.Judge },
    }, disposeHandler: true);
}
