namespace Aggregator.Feeds;

/// <summary>A piece of a date: a number, a word or one character.</summary>
internal struct DateToken
{
    internal DateTokenKind Kind;
    internal int Start;
    internal int Length;

    /// <summary>A number's value; saturated, for nothing beyond 16 digits is read.</summary>
    internal long Value;

    /// <summary>True when white space stands before it, or nothing does.</summary>
    internal bool IsApart;

    internal readonly int End => Start + Length;
}

internal enum DateTokenKind
{
    Number,
    Word,
    Mark,
}
