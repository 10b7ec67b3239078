namespace Aggregator.Feeds.Xml;

/// <summary>What elements inherit. Few elements state any of it, so the open ones share what was stated last.</summary>
internal struct ScopeContext
{
    public string? Base;

    /// <summary>True when an <c>xml:base</c> is in effect.</summary>
    public bool OwnBase;

    public string? Language;
}
