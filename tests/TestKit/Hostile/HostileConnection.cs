using System.Net.Sockets;
using System.Text;

namespace Aggregator.TestKit.Hostile;

/// <summary>A connection that a behaviour answers on, once, byte by byte as it likes.</summary>
public sealed class HostileConnection(Socket socket, Stream stream, string head, int number, HostileServer server, CancellationToken stop)
{
    /// <summary>The request's head, one character a byte.</summary>
    public string Head { get; } = head;

    /// <summary>Which request for this behaviour it is, from 1.</summary>
    public int Number { get; } = number;

    public HostileServer Server { get; } = server;

    public CancellationToken Stop { get; } = stop;

    public bool IsConditional => Head.Contains("\r\nIf-None-Match:", StringComparison.OrdinalIgnoreCase) || Head.Contains("\r\nIf-Modified-Since:", StringComparison.OrdinalIgnoreCase);

    /// <summary>Whether a header was sent with exactly this value.</summary>
    public bool Sent(string name, string value) => Head.Contains($"\r\n{name}: {value}\r\n", StringComparison.Ordinal);

    /// <summary>Sends bytes, one a character.</summary>
    public Task SendAsync(string latin) => SendAsync(Encoding.Latin1.GetBytes(latin));

    public async Task SendAsync(ReadOnlyMemory<byte> bytes)
    {
        await stream.WriteAsync(bytes, Stop).ConfigureAwait(false);
        await stream.FlushAsync(Stop).ConfigureAwait(false);
    }

    /// <summary>A whole success with a stated length.</summary>
    /// <param name="body">One character a byte.</param>
    /// <param name="headers">More header lines, each with its line end.</param>
    /// <param name="status">Which success.</param>
    public Task OkAsync(string body, string headers = "", int status = 200) =>
        SendAsync($"HTTP/1.1 {status} OK\r\nContent-Type: application/rss+xml\r\n{headers}Content-Length: {body.Length}\r\n\r\n{body}");

    /// <summary>A whole 200 with a feed.</summary>
    public Task FeedAsync(string headers = "") => OkAsync(HostileServer.Feed, headers);

    /// <summary>A whole 200 with a packed body.</summary>
    public Task PackedAsync(byte[] body, string coding) => OkAsync(Encoding.Latin1.GetString(body), $"Content-Encoding: {coding}\r\n");

    /// <summary>Sends a text over and over, until the client has had enough.</summary>
    public async Task PourAsync(string text, TimeSpan pause = default)
    {
        var bytes = Encoding.Latin1.GetBytes(text);
        while (true)
        {
            await SendAsync(bytes).ConfigureAwait(false);
            if (pause > TimeSpan.Zero) await Task.Delay(pause, Stop).ConfigureAwait(false);
        }
    }

    /// <summary>Says nothing until the client leaves.</summary>
    public async Task HangAsync()
    {
        var buffer = new byte[1024];
        while (await stream.ReadAsync(buffer, Stop).ConfigureAwait(false) > 0) { }
    }

    /// <summary>Ends the connection with a reset.</summary>
    public void Reset()
    {
        socket.LingerState = new LingerOption(true, 0);
        socket.Close();
    }
}
