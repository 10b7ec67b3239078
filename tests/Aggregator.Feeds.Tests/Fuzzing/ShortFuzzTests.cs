using Aggregator.Fuzz;
using Aggregator.Fuzz.Mutating;

namespace Aggregator.Feeds.Tests.Fuzzing;

/// <summary>A few seconds of what <c>tests/Fuzz</c> does for half an hour. Always the same mutants.</summary>
public sealed class ShortFuzzTests
{
    [Fact]
    public void Thousands_of_mutants_break_no_promise()
    {
        var seeds = Seeds.Load([Path.Combine(AppContext.BaseDirectory, "Fixtures")]);
        Assert.True(seeds.Count >= 50, $"{seeds.Count} documents");
        var run = new FuzzRun(seeds, seed: 20040101);
        // Time here only catches what hangs: a test machine may be busy.
        run.Run(6_000, TimeSpan.FromSeconds(30), slow: TimeSpan.FromSeconds(2));
        Assert.True(run.Findings.Count == 0, string.Join('\n', run.Findings.Select(f => $"{f.Oracle}: {f.What}\n{Convert.ToBase64String(f.Document)}")));
        Assert.True(run.Mutants > 500, $"{run.Mutants} mutants");
    }
}
