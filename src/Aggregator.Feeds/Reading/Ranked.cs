namespace Aggregator.Feeds.Reading;

/// <summary>How well an element stands for a field. The lowest rank wins; of equal ones the first.</summary>
internal enum Rank : byte
{
    /// <summary>The document's own vocabulary.</summary>
    Own,

    /// <summary>A weaker element of the own vocabulary.</summary>
    OwnSecond,

    /// <summary>Atom inside RSS.</summary>
    Atom,

    /// <summary>Dublin Core terms.</summary>
    Terms,

    /// <summary>Dublin Core.</summary>
    DublinCore,

    /// <summary>iTunes.</summary>
    Itunes,

    /// <summary>Google Play, Media RSS and everything else.</summary>
    Other,

    /// <summary>Only when there is nothing else.</summary>
    Last,
}

/// <summary>The best candidate for a field so far: "else" in the documentation of a field is a rank here, not an order of elements.</summary>
internal struct Ranked<T>
    where T : class
{
    public T? Value { get; private set; }

    public Rank Rank { get; private set; }

    public void Offer(T? value, Rank rank)
    {
        if (value is null || (Value is not null && rank >= Rank)) return;
        (Value, Rank) = (value, rank);
    }

    /// <summary>As <see cref="Offer"/>, but of equal ones the last wins: a date that stands twice was corrected.</summary>
    public void OfferLast(T? value, Rank rank)
    {
        if (value is null || (Value is not null && rank > Rank)) return;
        (Value, Rank) = (value, rank);
    }
}
