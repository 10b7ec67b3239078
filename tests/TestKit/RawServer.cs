using System.Net;
using System.Net.Sockets;
using System.Text;

namespace Aggregator.TestKit;

/// <summary>A server over plain sockets that sends exactly the bytes it is told to, one character a byte. A connection serves one request.</summary>
public sealed class RawServer : IAsyncDisposable
{
    private readonly TcpListener _listener = new(IPAddress.Loopback, 0);
    private readonly CancellationTokenSource _stop = new();
    private readonly Func<string, string> _answer;
    private readonly Task _accepting;

    private readonly bool _closes;

    private RawServer(Func<string, string> answer, bool closes)
    {
        (_answer, _closes) = (answer, closes);
        _listener.Start();
        Address = $"http://127.0.0.1:{((IPEndPoint)_listener.LocalEndpoint).Port}";
        _accepting = AcceptAsync();
    }

    public string Address { get; }

    /// <param name="answer">From the head of a request to the whole answer.</param>
    /// <param name="closes">Ends its side of the connection after the answer.</param>
    public static Task<RawServer> StartAsync(Func<string, string> answer, bool closes = true) => Task.FromResult(new RawServer(answer, closes));

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
            // The server was stopped.
        }
    }

    private async Task ServeAsync(TcpClient client)
    {
        using (client)
            try
            {
                var stream = client.GetStream();
                var head = new StringBuilder();
                var buffer = new byte[4096];
                while (!head.ToString().Contains("\r\n\r\n", StringComparison.Ordinal))
                {
                    var read = await stream.ReadAsync(buffer, _stop.Token).ConfigureAwait(false);
                    if (read == 0) return;
                    head.Append(Encoding.Latin1.GetString(buffer, 0, read));
                }

                await stream.WriteAsync(Encoding.Latin1.GetBytes(_answer(head.ToString())), _stop.Token).ConfigureAwait(false);
                if (_closes) client.Client.Shutdown(SocketShutdown.Send);
                while (await stream.ReadAsync(buffer, _stop.Token).ConfigureAwait(false) > 0) { }
            }
            catch (Exception ended) when (ended is IOException or OperationCanceledException or SocketException)
            {
                // The client went away.
            }
    }
}
