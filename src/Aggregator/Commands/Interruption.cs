using System.Runtime.InteropServices;

namespace Aggregator.Commands;

/// <summary>
/// Ctrl-C and the signals that ask a process to end. The first one asks the command to stop, which stores what came; the second ends the
/// process at once.
/// </summary>
internal sealed class Interruption : IDisposable
{
    // Some supervisors signal the process and then its group: within this time that is one wish, not two.
    private static readonly TimeSpan Echo = TimeSpan.FromMilliseconds(500);

    private readonly TimeProvider _time;
    private readonly CancellationTokenSource _stop = new();
    private readonly List<PosixSignalRegistration> _registrations;
    private long? _first; // under _stop

    public Interruption(TimeProvider time)
    {
        _time = time;
        _registrations =
        [
            PosixSignalRegistration.Create(PosixSignal.SIGINT, OnSignal),
            PosixSignalRegistration.Create(PosixSignal.SIGTERM, OnSignal),
            PosixSignalRegistration.Create(PosixSignal.SIGQUIT, OnSignal),
        ];
    }

    /// <summary>Cancelled by the first signal.</summary>
    public CancellationToken Stop => _stop.Token;

    /// <summary>The first signal; null while there was none.</summary>
    public PosixSignal? Signal { get; private set; }

    public void Dispose()
    {
        foreach (var registration in _registrations) registration.Dispose();
        _stop.Dispose();
    }

    private void OnSignal(PosixSignalContext context)
    {
        context.Cancel = true; // The runtime's own handling would end the process before anything is stored.
        lock (_stop)
        {
            if (_first is { } first)
            {
                // Everything stored is durable, so leaving now loses only what was under way.
                if (_time.GetElapsedTime(first) > Echo) Environment.Exit(ExitCode.Interrupted);
                return;
            }

            _first = _time.GetTimestamp();
            Signal = context.Signal;
        }

        _stop.Cancel();
    }
}
