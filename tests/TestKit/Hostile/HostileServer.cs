using System.Collections.Concurrent;
using System.Diagnostics;
using System.Net;
using System.Net.Security;
using System.Net.Sockets;
using System.Security.Authentication;
using System.Security.Cryptography.X509Certificates;
using System.Text;

namespace Aggregator.TestKit.Hostile;

/// <summary>
/// A server over plain sockets for everything that a proper web server refuses to do. The first part of the path names the behaviour.
/// Beside it stands a canary: a listener that nobody may ever reach.
/// </summary>
public sealed class HostileServer : IAsyncDisposable
{
    /// <summary>The feed that honest and half-honest behaviours send.</summary>
    public static readonly string Feed = SampleFeed.Rss("https://hostile.example", 3);

    private readonly Dictionary<string, HostileBehaviour> _behaviours;
    private readonly ConcurrentDictionary<string, int> _numbers = new(StringComparer.Ordinal);
    private readonly CancellationTokenSource _stop = new();
    private readonly TcpListener _plain = new(IPAddress.Loopback, 0);
    private readonly TcpListener _tls = new(IPAddress.Loopback, 0);
    private readonly TcpListener _canary = new(IPAddress.IPv6Any, 0);
    private readonly ConcurrentDictionary<string, X509Certificate2> _certificates = new(StringComparer.Ordinal);
    private readonly Task[] _accepting;
    private long _firstRequestAt = long.MaxValue;
    private int _canaryHits;

    public HostileServer(IEnumerable<HostileBehaviour> behaviours)
    {
        _behaviours = behaviours.ToDictionary(b => b.Name, StringComparer.Ordinal);
        _canary.Server.DualMode = true;
        foreach (var listener in (TcpListener[])[_plain, _tls, _canary]) listener.Start(1024);
        _accepting = [AcceptAsync(_plain, client => ServeAsync(client, client.GetStream())), AcceptAsync(_tls, ServeTlsAsync), AcceptAsync(_canary, HitAsync)];
    }

    public int Port => ((IPEndPoint)_plain.LocalEndpoint).Port;

    public int TlsPort => ((IPEndPoint)_tls.LocalEndpoint).Port;

    public int CanaryPort => ((IPEndPoint)_canary.LocalEndpoint).Port;

    /// <summary>Connections to the canary; must be 0 at the end.</summary>
    public int CanaryHits => Volatile.Read(ref _canaryHits);

    /// <summary>When the first request came, in ticks of the stopwatch; the largest number before that.</summary>
    public long FirstRequestAt => Interlocked.Read(ref _firstRequestAt);

    /// <summary>Where a behaviour is polled.</summary>
    public string Address(HostileBehaviour behaviour) => Filled(behaviour.Address ?? $"http://127.0.0.1:PORT/{behaviour.Name}");

    /// <summary>How many requests came for a behaviour.</summary>
    public int Requests(string name) => _numbers.GetValueOrDefault(name);

    /// <summary>A text with the ports filled in.</summary>
    public string Filled(string text) => text
        .Replace("TLSPORT", $"{TlsPort}", StringComparison.Ordinal)
        .Replace("CANARY", $"{CanaryPort}", StringComparison.Ordinal)
        .Replace("PORT", $"{Port}", StringComparison.Ordinal);

    public async ValueTask DisposeAsync()
    {
        await _stop.CancelAsync().ConfigureAwait(false);
        foreach (var listener in (TcpListener[])[_plain, _tls, _canary]) listener.Stop();
        await Task.WhenAll(_accepting).ConfigureAwait(false);
        foreach (var certificate in _certificates.Values) certificate.Dispose();
        foreach (var listener in (TcpListener[])[_plain, _tls, _canary]) listener.Dispose();
        _stop.Dispose();
    }

    private async Task AcceptAsync(TcpListener listener, Func<TcpClient, Task> serve)
    {
        try
        {
            while (!_stop.IsCancellationRequested) _ = ServeOneAsync(await listener.AcceptTcpClientAsync(_stop.Token).ConfigureAwait(false), serve);
        }
        catch (Exception ended) when (ended is OperationCanceledException or SocketException or ObjectDisposedException)
        {
            // The server was stopped.
        }
    }

    private static async Task ServeOneAsync(TcpClient client, Func<TcpClient, Task> serve)
    {
        using (client)
            try
            {
                client.NoDelay = true;
                await serve(client).ConfigureAwait(false);
            }
            catch (Exception ended) when (ended is IOException or OperationCanceledException or SocketException or ObjectDisposedException or AuthenticationException)
            {
                // The client had enough, or the behaviour broke the connection.
            }
    }

    private Task HitAsync(TcpClient client)
    {
        Interlocked.Increment(ref _canaryHits);
        return Task.CompletedTask;
    }

    private async Task ServeTlsAsync(TcpClient client)
    {
        var hello = new byte[4096];
        var length = await client.Client.ReceiveAsync(hello, SocketFlags.Peek, _stop.Token).ConfigureAwait(false);
        if (OldTls.Answer(hello.AsSpan(0, length)) is { } old)
        {
            await client.GetStream().WriteAsync(old, _stop.Token).ConfigureAwait(false);
            while (await client.GetStream().ReadAsync(hello, _stop.Token).ConfigureAwait(false) > 0) { }
            return;
        }

        await using var stream = new SslStream(client.GetStream());
        var options = new SslServerAuthenticationOptions { ServerCertificateSelectionCallback = (_, host) => Certificate(host ?? "") };
        await stream.AuthenticateAsServerAsync(options, _stop.Token).ConfigureAwait(false);
        await ServeAsync(client, stream).ConfigureAwait(false);
    }

    // The name that the client asks for says what is wrong with the certificate it gets.
    private X509Certificate2 Certificate(string host) => _certificates.GetOrAdd(host, name => name.Split('.')[0] switch
    {
        "expired" => Certificates.Expired(name),
        "not-yet-valid" => Certificates.NotYetValid(name),
        "" => Certificates.SelfSigned("by-address.example"), // Asked by address, a client names no host.
        "wrong-host" => Certificates.SelfSigned("elsewhere.example"),
        "unknown-authority" => Certificates.OfUnknownAuthority(name),
        _ => Certificates.SelfSigned(name),
    });

    private async Task ServeAsync(TcpClient client, Stream stream)
    {
        var head = new StringBuilder();
        var buffer = new byte[8192];
        while (!head.ToString().Contains("\r\n\r\n", StringComparison.Ordinal))
        {
            var read = await stream.ReadAsync(buffer, _stop.Token).ConfigureAwait(false);
            if (read == 0) return;
            head.Append(Encoding.Latin1.GetString(buffer, 0, read));
            if (head[0] != '\x16') continue;
            // A client that speaks TLS to the plain port is told so in plain text, as web servers do.
            await stream.WriteAsync("HTTP/1.1 400 Bad Request\r\nContent-Length: 0\r\n\r\n"u8.ToArray(), _stop.Token).ConfigureAwait(false);
            return;
        }

        Interlocked.CompareExchange(ref _firstRequestAt, Stopwatch.GetTimestamp(), long.MaxValue);
        var path = head.ToString().Split(' ')[1];
        var name = path.Split('/', '?')[1];
        if (!_behaviours.TryGetValue(name, out var behaviour)) name = "not-there";
        var number = _numbers.AddOrUpdate(name, 1, (_, n) => n + 1);
        var connection = new HostileConnection(client.Client, stream, head.ToString(), number, this, _stop.Token);
        if (behaviour is null) await connection.SendAsync("HTTP/1.1 404 Not Found\r\nContent-Length: 0\r\n\r\n").ConfigureAwait(false);
        else await behaviour.Serve(connection).ConfigureAwait(false);
        // The end is told gently, so that what was sent arrives; a reset was the behaviour's own choice.
        client.Client.Shutdown(SocketShutdown.Send);
        while (await stream.ReadAsync(buffer, _stop.Token).ConfigureAwait(false) > 0) { }
    }
}
