namespace Aggregator.Service;

/// <summary>What is done at every tick, and how long ago it was last done. The tick itself comes from Quartz (<see cref="TickJob"/>).</summary>
internal sealed class Tick(Func<CancellationToken, Task> work, TimeProvider time)
{
    private long _last = time.GetTimestamp();

    /// <summary>Time since a tick last began or ended.</summary>
    public TimeSpan Silence => time.GetElapsedTime(Interlocked.Read(ref _last));

    public async Task RunAsync(CancellationToken stop)
    {
        Heard();
        try
        {
            await work(stop);
        }
        finally
        {
            Heard();
        }
    }

    /// <summary>The tick was armed: it has its time to come.</summary>
    public void Heard() => Interlocked.Exchange(ref _last, time.GetTimestamp());
}
