namespace Aggregator.Feeds.Xml;

/// <summary>Bounds on what one document may hold. What goes beyond is skipped and counted; its siblings are kept.</summary>
internal static class Limits
{
    /// <summary>Open elements. Browsers stop at about 5,000; no feed needs more than 30.</summary>
    public const int Depth = 256;

    /// <summary>Attributes of one element.</summary>
    public const int Attributes = 256;

    /// <summary>Namespace declarations in scope.</summary>
    public const int Bindings = 1024;

    /// <summary>Namespaces that we have no number for.</summary>
    public const int ForeignNamespaces = 256;

    /// <summary>Characters of one text, after decoding.</summary>
    public const int Text = 4 * 1024 * 1024;

    /// <summary>Bytes of a DOCTYPE that are looked at.</summary>
    public const int Doctype = 64 * 1024;

    /// <summary>Entities that a DOCTYPE may declare.</summary>
    public const int Entities = 64;

    /// <summary>Bytes of one entity's text.</summary>
    public const int EntityText = 256;

    /// <summary>Characters that a document's own entities may expand to, all together.</summary>
    public const int Expansion = 64 * 1024;

    /// <summary>Bytes in which the end tag of a text field that holds another field is looked for.</summary>
    public const int EndTagSearch = 4 * 1024;

    /// <summary>Bytes in which a lost quote is looked for.</summary>
    public const int QuoteSearch = 8 * 1024;
}
