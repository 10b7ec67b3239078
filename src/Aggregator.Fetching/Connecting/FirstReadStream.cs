using System.Net.Sockets;

namespace Aggregator.Fetching.Connecting;

/// <summary>
/// The stream of a new connection. When the server closes it before its first byte, the framework would ask again at once, three times,
/// which is no manners; as an error of the transport it is ours to pause and try once more. An idle connection that was closed is still
/// replaced silently.
/// </summary>
internal sealed class FirstReadStream(Socket socket) : NetworkStream(socket, ownsSocket: true)
{
    private bool _began;

    public override ValueTask<int> ReadAsync(Memory<byte> buffer, CancellationToken cancellationToken = default) =>
        _began || buffer.IsEmpty ? base.ReadAsync(buffer, cancellationToken) : FirstAsync(buffer, cancellationToken);

    private async ValueTask<int> FirstAsync(Memory<byte> buffer, CancellationToken stop)
    {
        var read = await base.ReadAsync(buffer, stop).ConfigureAwait(false);
        if (read == 0) throw new ClosedBeforeAnswerException();
        _began = true;
        return read;
    }
}
