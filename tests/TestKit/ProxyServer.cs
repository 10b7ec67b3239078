using System.Collections.Concurrent;
using System.Net;
using System.Net.Sockets;
using System.Text;

namespace Aggregator.TestKit;

/// <summary>
/// An HTTP proxy on a free loopback port: it passes plain requests on and opens tunnels with CONNECT, wherever they lead, and remembers the head
/// of every request. With a login it answers 407 to requests that lack it.
/// </summary>
public sealed class ProxyServer : IAsyncDisposable
{
    private readonly TcpListener _listener = new(IPAddress.Loopback, 0);
    private readonly CancellationTokenSource _stop = new();
    private readonly ConcurrentQueue<string> _heads = new();
    private readonly string? _credentials;
    private readonly Task _accepting;

    private ProxyServer(string? login)
    {
        _credentials = login is null ? null : Convert.ToBase64String(Encoding.UTF8.GetBytes(login));
        _listener.Start();
        _accepting = AcceptAsync();
    }

    /// <summary><c>127.0.0.1:PORT</c>.</summary>
    public string Host => $"127.0.0.1:{((IPEndPoint)_listener.LocalEndpoint).Port}";

    /// <summary>The heads of all requests to the proxy itself, in order; what goes through a tunnel is not seen.</summary>
    public IReadOnlyList<string> Heads => [.. _heads];

    /// <param name="login"><c>user:password</c> that it wants; null: none.</param>
    public static ProxyServer Start(string? login = null) => new(login);

    public async ValueTask DisposeAsync()
    {
        await _stop.CancelAsync().ConfigureAwait(false);
        _listener.Stop();
        await _accepting.ConfigureAwait(false);
        _stop.Dispose();
        _listener.Dispose();
    }

    private async Task AcceptAsync()
    {
        try
        {
            while (!_stop.IsCancellationRequested) _ = ServeAsync(await _listener.AcceptTcpClientAsync(_stop.Token).ConfigureAwait(false));
        }
        catch (Exception ended) when (ended is OperationCanceledException or SocketException or ObjectDisposedException)
        {
            // The proxy was stopped.
        }
    }

    // One request a connection: what follows the head is the tunnel's, and a GET has no body.
    private async Task ServeAsync(TcpClient client)
    {
        using (client)
            try
            {
                var stream = client.GetStream();
                if (await HeadAsync(stream).ConfigureAwait(false) is not { } head) return;
                _heads.Enqueue(head);
                var first = head[..head.IndexOf("\r\n", StringComparison.Ordinal)].Split(' ');
                if (_credentials is not null && !head.Contains($"\r\nProxy-Authorization: Basic {_credentials}\r\n", StringComparison.OrdinalIgnoreCase))
                {
                    await SendAsync(stream, "HTTP/1.1 407 Proxy Authentication Required\r\nProxy-Authenticate: Basic realm=\"test\"\r\nContent-Length: 0\r\nConnection: close\r\n\r\n").ConfigureAwait(false);
                    return;
                }

                var target = new Uri(first[0] == "CONNECT" ? $"https://{first[1]}" : first[1]);
                using var server = new TcpClient();
                await server.ConnectAsync(target.Host, target.Port, _stop.Token).ConfigureAwait(false);
                if (first[0] == "CONNECT") await SendAsync(stream, "HTTP/1.1 200 Connection established\r\n\r\n").ConfigureAwait(false);
                else await SendAsync(server.GetStream(), Passed(head, first, target)).ConfigureAwait(false);
                await Task.WhenAny(stream.CopyToAsync(server.GetStream(), _stop.Token), server.GetStream().CopyToAsync(stream, _stop.Token)).ConfigureAwait(false);
            }
            catch (Exception ended) when (ended is IOException or OperationCanceledException or SocketException)
            {
                // One of the two went away.
            }
    }

    private static string Passed(string head, string[] first, Uri target)
    {
        var lines = head.Split("\r\n").Skip(1).Where(l => !l.StartsWith("Proxy-", StringComparison.OrdinalIgnoreCase) && !l.StartsWith("Connection:", StringComparison.OrdinalIgnoreCase));
        return $"{first[0]} {target.PathAndQuery} {first[2]}\r\nConnection: close\r\n{string.Join("\r\n", lines)}";
    }

    private async Task<string?> HeadAsync(NetworkStream stream)
    {
        var head = new StringBuilder();
        var one = new byte[1];
        while (head.Length < 65536)
        {
            if (await stream.ReadAsync(one, _stop.Token).ConfigureAwait(false) == 0) return null;
            head.Append((char)one[0]);
            if (one[0] == '\n' && head.Length >= 4 && head.ToString(head.Length - 4, 4) == "\r\n\r\n") return head.ToString();
        }

        return null;
    }

    private Task SendAsync(NetworkStream stream, string text) => stream.WriteAsync(Encoding.Latin1.GetBytes(text), _stop.Token).AsTask();
}
