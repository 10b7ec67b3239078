namespace Aggregator.Feeds.Xml;

/// <summary>What <see cref="Tokenizer.Read"/> met.</summary>
internal enum Token : byte
{
    /// <summary>The end of the document; every element has been ended before.</summary>
    Eof,

    /// <summary>A start tag. An <see cref="End"/> always follows, also for an empty tag.</summary>
    Start,

    /// <summary>The end of an element, by its tag or implied.</summary>
    End,

    /// <summary>A run of characters, or one CDATA section.</summary>
    Text,
}

/// <summary>Why an element ended.</summary>
internal enum EndKind : byte
{
    /// <summary>Its end tag, or the <c>/</c> of an empty tag.</summary>
    Tag,

    /// <summary>Something else showed that its end tag was lost.</summary>
    Implied,

    /// <summary>The document ended inside it.</summary>
    Cut,
}
