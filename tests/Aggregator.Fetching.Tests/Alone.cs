namespace Aggregator.Fetching.Tests;

/// <summary>Tests that measure time: nothing runs beside them.</summary>
[CollectionDefinition("Alone", DisableParallelization = true)]
public sealed class Alone;
