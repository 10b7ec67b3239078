namespace Aggregator.Output;

/// <summary>Writes rows in one format, as they come. Values are long, double, string, byte[] or null.</summary>
internal interface IRowOutput
{
    /// <summary>Called once, before the first row.</summary>
    void Begin(IReadOnlyList<string> columns);

    void Row(ReadOnlySpan<object?> values);

    /// <summary>Called once, after the last row, also when there was none.</summary>
    void End();

    /// <summary>What a reader must know to take the output for what it is, one sentence each; complete after <see cref="End"/>.</summary>
    IEnumerable<string> Notes { get; }
}
