namespace Aggregator.Feeds;

/// <summary>What a named character reference stands for: one or two UTF-16 units.</summary>
internal readonly record struct HtmlEntity
{
    private readonly uint _units;

    internal HtmlEntity(uint units, bool countsWithoutSemicolon)
    {
        _units = units;
        CountsWithoutSemicolon = countsWithoutSemicolon;
    }

    /// <summary>True for the old names, which browsers also read without the semicolon.</summary>
    internal bool CountsWithoutSemicolon { get; }

    internal char First => (char)_units;

    /// <summary>The second unit, NUL when there is none.</summary>
    internal char Second => (char)(_units >> 16);

    internal int WriteTo(Span<char> into)
    {
        into[0] = First;
        if (Second == '\0')
            return 1;
        into[1] = Second;
        return 2;
    }

    public override string ToString() => Second == '\0' ? First.ToString() : string.Concat([First], [Second]);
}
