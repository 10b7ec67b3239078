using System.Globalization;

namespace Aggregator.Endurance.Soaking;

/// <summary>One measure at the beginning and at the end of a run: medians, as single samples catch a collection or a connection at any moment.</summary>
/// <param name="Name">What is measured.</param>
/// <param name="Unit">What the figures are divided by, and its name.</param>
/// <param name="First">Median of the first window after warming up.</param>
/// <param name="Last">Median of the last window.</param>
/// <param name="Highest">Highest sample after warming up.</param>
internal sealed record Growth(string Name, (long Size, string Name) Unit, double First, double Last, double Highest)
{
    private const double Most = 1.05;

    private static readonly TimeSpan Window = TimeSpan.FromMinutes(10);

    /// <summary>At most 5 % more. What is counted in whole pieces may differ by one.</summary>
    public bool IsFlat => Last <= Math.Max(First * Most, Unit.Size == 1 ? First + 1 : 0);

    /// <summary>The first ten minutes warm up, the next ten are held against the last ten; a run under forty minutes is cut into quarters.</summary>
    public static IReadOnlyList<Growth> Of(IReadOnlyList<ProcessSample> samples)
    {
        if (samples.Count < 4) return [];
        var window = samples[^1].At / 4 is var quarter && quarter < Window ? quarter : Window;
        var warm = samples.Where(s => s.At >= window).ToList();
        var first = warm.Where(s => s.At < 2 * window).ToList();
        var last = warm.Where(s => s.At > samples[^1].At - window).ToList();
        return [Of("handles", (1, ""), s => s.Handles), Of("threads", (1, ""), s => s.Threads), Of("working set", (1 << 20, " MiB"), s => s.WorkingSet), Of("own memory", (1 << 20, " MiB"), s => s.Own)];

        Growth Of(string name, (long, string) unit, Func<ProcessSample, long> measure) =>
            new(name, unit, Median(first.Select(measure)), Median(last.Select(measure)), warm.Max(measure));
    }

    public override string ToString() => string.Create(CultureInfo.InvariantCulture,
        $"{Name}: {First / Unit.Size:0.#} -> {Last / Unit.Size:0.#}{Unit.Name} ({(First > 0 ? Last / First - 1 : 0):+0.0%;-0.0%;0%}), at most {Highest / Unit.Size:0.#}{Unit.Name}");

    private static double Median(IEnumerable<long> values)
    {
        var sorted = values.Order().ToList();
        return sorted.Count == 0 ? 0 : (sorted[(sorted.Count - 1) / 2] + sorted[sorted.Count / 2]) / 2.0;
    }
}
