namespace Aggregator.Feeds.Xml;

/// <summary>An open element.</summary>
internal struct Scope
{
    public int NameStart;
    public int NameLength;
    public uint Hash;
    public Ns Ns;
    public Name Name;

    /// <summary>Namespace declarations in scope outside it.</summary>
    public int Bindings;

    /// <summary>Default namespace outside it.</summary>
    public Ns OuterDefault;

    /// <summary>Which of the open contexts it is in: see <see cref="ScopeContext"/>.</summary>
    public int Context;
}
