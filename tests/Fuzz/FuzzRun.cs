using System.Diagnostics;
using Aggregator.Fuzz.Judging;
using Aggregator.Fuzz.Mutating;

namespace Aggregator.Fuzz;

/// <summary>Runs mutants past the oracles until one of the limits is reached.</summary>
internal sealed class FuzzRun(IReadOnlyList<byte[]> seeds, int seed)
{
    private readonly Mutator _mutator = new(seeds, seed);
    private readonly ItemOracles _items = new(new Random(seed));
    private readonly Dictionary<string, Finding> _findings = new(StringComparer.Ordinal);

    internal long Mutants { get; private set; }

    /// <summary>One finding of a kind each, the shortest document.</summary>
    internal IReadOnlyCollection<Finding> Findings => _findings.Values;

    /// <param name="most">Mutants at most.</param>
    /// <param name="limit">Time at most.</param>
    /// <param name="slow">Time that one document may take whatever it is; only above it is growth looked at too.</param>
    /// <param name="progress">Called about every ten seconds.</param>
    internal void Run(long most, TimeSpan limit, TimeSpan slow, Action<FuzzRun>? progress = null)
    {
        var began = Stopwatch.GetTimestamp();
        var said = began;
        while (Mutants < most && (Mutants % 64 != 0 || Stopwatch.GetElapsedTime(began) < limit))
        {
            var mutant = _mutator.Next();
            Keep(MutantOracle.Judge(mutant, slow, again: Mutants % 16 == 0));
            if (Mutants % 4 == 0)
                Keep(_items.Siblings());
            if (Mutants % 4 == 2)
                Keep(_items.Cut());
            if (Mutants % 2_048 == 7)
                Keep(LinearOracle.Judge(mutant[..Math.Min(mutant.Length, 40)], 1_000_000, slow));
            Mutants++;
            if (progress is null || Mutants % 64 != 0 || Stopwatch.GetElapsedTime(said) < TimeSpan.FromSeconds(10))
                continue;
            said = Stopwatch.GetTimestamp();
            progress(this);
        }
    }

    private void Keep(Finding? finding)
    {
        if (finding is null)
            return;
        var kind = finding.Oracle + " " + string.Concat(finding.What.Where(c => !char.IsAsciiDigit(c)));
        if (!_findings.TryGetValue(kind, out var known) || finding.Document.Length < known.Document.Length)
            _findings[kind] = finding;
    }
}
