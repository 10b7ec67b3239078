namespace Aggregator.Feeds;

/// <summary>What an attribute's value holds.</summary>
internal enum HtmlUrlKind
{
    /// <summary>No address.</summary>
    None,

    /// <summary>One address.</summary>
    One,

    /// <summary>Candidates with descriptors: <c>srcset</c>.</summary>
    Set,
}
