namespace Aggregator.Endurance;

/// <summary>One long run.</summary>
/// <param name="Usage">What may stand behind its name.</param>
/// <param name="RunAsync">Runs it; gives the exit code.</param>
internal sealed record Verb(string Usage, Func<Arguments, Task<int>> RunAsync);
