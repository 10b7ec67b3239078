using System.Net;
using System.Net.Sockets;
using Aggregator.Fetching.Addresses;

namespace Aggregator.Fetching.Connecting;

/// <summary>
/// Opens connections behind the wall: resolves once, judges every address, dials a judged one.
/// Takes host and port; gives a connected stream; throws <see cref="AddressRefusedException"/> when any address is forbidden (one forbidden
/// answer among several is how rebinding begins, so it refuses all).
/// </summary>
/// <param name="wall">Null: the host is the operator's own proxy.</param>
/// <param name="resolver">Looks names up.</param>
/// <param name="time">The clock.</param>
internal sealed class Dialler(AddressWall? wall, HostResolver resolver, TimeProvider time)
{
    // The next address is tried when one has not answered for so long (RFC 8305, section 5).
    private static readonly TimeSpan Stagger = TimeSpan.FromMilliseconds(250);

    private static readonly HttpRequestOptionsKey<int> Dials = new("dials");

    public async ValueTask<Stream> DialAsync(SocketsHttpConnectionContext context, CancellationToken stop)
    {
        var secure = context.InitialRequestMessage.RequestUri is { Scheme: "https" };
        if (secure) CountDial(context.InitialRequestMessage);
        var (host, port) = (context.DnsEndPoint.Host, context.DnsEndPoint.Port);
        var addresses = await JudgedAsync(host, port, stop).ConfigureAwait(false);
        var socket = addresses.Length == 1
            ? await ConnectAsync(addresses[0], port, stop).ConfigureAwait(false)
            : await RaceAsync(addresses, port, stop).ConfigureAwait(false);
        return secure ? new NetworkStream(socket, ownsSocket: true) : new FirstReadStream(socket);
    }

    // What FirstReadStream sees on a plain connection is hidden by TLS; there the second connection for one request is the last one.
    private static void CountDial(HttpRequestMessage message)
    {
        message.Options.TryGetValue(Dials, out var dials);
        if (dials == 2) throw new ClosedBeforeAnswerException();
        message.Options.Set(Dials, dials + 1);
    }

    private async ValueTask<IPAddress[]> JudgedAsync(string host, int port, CancellationToken stop)
    {
        var addresses = HostAddress.Read(host) is { } literal ? [literal] : await resolver(host, stop).ConfigureAwait(false);
        if (addresses.Length == 0) throw new SocketException((int)SocketError.HostNotFound);
        foreach (var address in addresses)
            if (wall?.Refuses(address, port) is { } rule) throw new AddressRefusedException(host, address, rule);
        return addresses.Length < 3 ? addresses : Interleaved(addresses);
    }

    private static async Task<Socket> ConnectAsync(IPAddress address, int port, CancellationToken stop)
    {
        var socket = new Socket(address.AddressFamily, SocketType.Stream, ProtocolType.Tcp) { NoDelay = true };
        try
        {
            await socket.ConnectAsync(address, port, stop).ConfigureAwait(false);
            return socket;
        }
        catch
        {
            socket.Dispose();
            throw;
        }
    }

    // A host whose IPv6 leads nowhere must not cost the whole connect budget: the first address that answers wins.
    private async Task<Socket> RaceAsync(IPAddress[] addresses, int port, CancellationToken stop)
    {
        using var race = CancellationTokenSource.CreateLinkedTokenSource(stop);
        var running = new List<Task<Socket>>(addresses.Length);
        Exception? trouble = null;
        try
        {
            for (var next = 0; next < addresses.Length || running.Count > 0;)
            {
                if (next < addresses.Length) running.Add(ConnectAsync(addresses[next++], port, race.Token));
                var first = Task.WhenAny(running);
                if (next < addresses.Length && await Task.WhenAny(first, Task.Delay(Stagger, time, race.Token)).ConfigureAwait(false) != first) continue;
                var ended = await first.ConfigureAwait(false);
                running.Remove(ended);
                try
                {
                    return await ended.ConfigureAwait(false);
                }
                catch (SocketException refused)
                {
                    trouble = refused;
                }
            }

            throw trouble!;
        }
        finally
        {
            await race.CancelAsync().ConfigureAwait(false);
            foreach (var loser in running) _ = loser.ContinueWith(Close, CancellationToken.None, TaskContinuationOptions.None, TaskScheduler.Default);
        }

        static void Close(Task<Socket> loser)
        {
            if (loser.IsCompletedSuccessfully) loser.Result.Dispose();
            else _ = loser.Exception;
        }
    }

    // Families in turn, so that the second try is of the other family.
    private static IPAddress[] Interleaved(IPAddress[] addresses)
    {
        var first = addresses.Where(a => a.AddressFamily == addresses[0].AddressFamily).ToArray();
        var others = addresses.Where(a => a.AddressFamily != addresses[0].AddressFamily).ToArray();
        var mixed = new List<IPAddress>(addresses.Length);
        for (var i = 0; i < Math.Max(first.Length, others.Length); i++)
        {
            if (i < first.Length) mixed.Add(first[i]);
            if (i < others.Length) mixed.Add(others[i]);
        }

        return [.. mixed];
    }
}
