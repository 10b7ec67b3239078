using Aggregator.TestKit;

namespace Aggregator.Tests;

/// <summary>Waits for what another process or thread brings about.</summary>
internal static class Soon
{
    /// <summary>Looks again and again until it holds; fails when it does not in time.</summary>
    public static async Task HoldsAsync(Func<bool> condition)
    {
        using var patience = new CancellationTokenSource(ProgramRun.Patience);
        using var timer = new PeriodicTimer(TimeSpan.FromMilliseconds(20));
        while (!condition()) await timer.WaitForNextTickAsync(patience.Token);
    }
}
