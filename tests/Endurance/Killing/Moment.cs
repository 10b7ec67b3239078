namespace Aggregator.Endurance.Killing;

/// <summary>The moment at which a process is killed.</summary>
internal static class Moment
{
    /// <summary>Kills it when <paramref name="reached"/> first says so, up to so many milliseconds later; without that, at a random moment.</summary>
    /// <param name="pass">The process.</param>
    /// <param name="random">Chooses.</param>
    /// <param name="reached">The aim; null for none.</param>
    /// <param name="from">Milliseconds: the earliest random moment.</param>
    /// <param name="to">Milliseconds: the latest.</param>
    /// <returns>False when it had ended by itself.</returns>
    public static async Task<bool> KillAsync(Pass pass, Random random, Func<bool>? reached, int from, int to)
    {
        if (reached is null) await Task.WhenAny(Task.Delay(random.Next(from, to)), pass.EndAsync());
        else
        {
            while (!pass.HasExited && !reached()) await Task.Delay(1);
            if (random.Next(3) > 0) await Task.WhenAny(Task.Delay(random.Next(0, 25)), pass.EndAsync());
        }

        var underWay = !pass.HasExited;
        if (underWay) pass.Kill();
        await pass.EndAsync();
        return underWay;
    }
}
