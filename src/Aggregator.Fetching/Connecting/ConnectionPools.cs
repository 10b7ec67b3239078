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
    private readonly ConcurrentDictionary<ConnectionPolicy, ConnectionPool> _pools = new();

    public ConnectionPool For(ConnectionPolicy policy) =>
        _pools.TryGetValue(policy, out var pool) ? pool : _pools.GetOrAdd(policy, Open);

    public void Dispose()
    {
        foreach (var pool in _pools.Values) pool.Invoker.Dispose();
    }

    private ConnectionPool Open(ConnectionPolicy policy)
    {
        var wall = new AddressWall(settings.AllowNetworks, policy.AllowPrivateNetwork);
        var proxy = policy.Proxy is null ? null : ProxyOf(policy.Proxy, policy.ProxyLogin);
        // A proxy is the operator's own choice: it may stand on a private network. What it is asked for is judged before.
        var dialler = new Dialler(proxy is null ? wall : null, resolver, time);
        return new ConnectionPool(Invoker(dialler, proxy, policy), new TargetJudge(wall, resolver, proxy is not null, policy.AllowPrivateNetwork));
    }

    private static WebProxy ProxyOf(string address, string? login) =>
        new(new Uri(address)) { Credentials = login?.Split(':', 2) is [var name, var password] ? new NetworkCredential(name, password) : null };

    private HttpMessageInvoker Invoker(Dialler dialler, WebProxy? proxy, ConnectionPolicy policy) => new(new SocketsHttpHandler
    {
        AllowAutoRedirect = false,
        UseProxy = proxy is not null,
        Proxy = proxy,
        UseCookies = false,
        AutomaticDecompression = DecompressionMethods.None,
        ConnectTimeout = settings.ConnectTimeout,
        ConnectCallback = dialler.DialAsync,
        MaxResponseHeadersLength = (settings.MaxHeaderBytes + 1023) / 1024,
        // A moved host is noticed within minutes, and the pool does not hold idle connections to every server on earth.
        PooledConnectionLifetime = policy.Fresh ? TimeSpan.Zero : TimeSpan.FromMinutes(10),
        PooledConnectionIdleTimeout = TimeSpan.FromSeconds(30),
        // What is left of an answer that nobody reads is not worth more than a new connection.
        MaxResponseDrainSize = 64 << 10,
        ResponseDrainTimeout = TimeSpan.FromSeconds(1),
        // Bytes as they came: validators are sent back as they were given, whatever their encoding.
        ResponseHeaderEncodingSelector = static (_, _) => Encoding.Latin1,
        RequestHeaderEncodingSelector = static (_, _) => Encoding.Latin1,
        ActivityHeadersPropagator = null,
#pragma warning disable CA5359 // The operator set ignoreTls for this feed, and feeds list shows it.
        SslOptions = new SslClientAuthenticationOptions { RemoteCertificateValidationCallback = policy.IgnoreTls ? CertificateJudge.TakeAny : CertificateJudge.Judge },
#pragma warning restore CA5359
    }, disposeHandler: true);
}
