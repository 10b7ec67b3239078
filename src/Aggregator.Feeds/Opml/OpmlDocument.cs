using Aggregator.Feeds.Decoding;
using Aggregator.Feeds.Xml;

namespace Aggregator.Feeds;

/// <summary>A list of feeds in OPML (1.0 to 2.0), read from bytes or to be written. Not mapped: outlines that name no feed, but as folders, and what
/// <c>head</c> holds beside the title.</summary>
public sealed record OpmlDocument
{
    /// <summary>True when the document is OPML, however broken: its root is <c>opml</c>, or it holds an <c>outline</c>.</summary>
    public bool IsOpml { get; init; } = true;

    /// <summary>False when the document needed repair (markup, characters, encoding, a cut).</summary>
    public bool WellFormed { get; init; } = true;

    /// <summary>False when the document ends before its root does: it was cut, or is still being written.</summary>
    public bool Complete { get; init; } = true;

    /// <summary>The character encoding that the text was decoded with, as a WHATWG name in lower case.</summary>
    public string Encoding { get; init; } = "utf-8";

    /// <summary><c>head/title</c>.</summary>
    public string? Title { get; init; }

    /// <summary>Every outline that names a feed, in document order.</summary>
    public IReadOnlyList<OpmlOutline> Outlines { get; init; } = [];

    /// <summary>What was noticed, in document order; the first 50.</summary>
    public IReadOnlyList<FeedProblem> Problems { get; init; } = [];

    /// <summary>Reads OPML of any encoding and any quality: bare ampersands, lost quotes, unended outlines.</summary>
    /// <param name="body">The unpacked body. It is not written to.</param>
    /// <param name="contentType">The HTTP <c>Content-Type</c> that it came with; null when it came from a file.</param>
    /// <returns>Every outline that names a feed; <see cref="IsOpml"/> is false when the document is something else.</returns>
    /// <remarks>Never throws for any input, never touches network, disk or clock. Thread safe.</remarks>
    public static OpmlDocument Read(ReadOnlyMemory<byte> body, string? contentType = null)
    {
        var problems = new Problems([]);
        var text = TextDecoder.Decode(body, contentType, problems);
        var tokens = new Tokenizer(text.Data, text.Start, text.End, null, null, problems);
        return new OpmlWalk(tokens, text.Data).Read() with
        {
            WellFormed = problems.WellFormed,
            Complete = !tokens.Truncated,
            Encoding = text.Encoding,
            Problems = problems.List,
        };
    }

    /// <summary>Writes the title and the outlines as OPML 2.0 in UTF-8. The stream stays open.</summary>
    /// <param name="output">Receives the document.</param>
    /// <param name="created">For <c>head/dateCreated</c>; null leaves it out.</param>
    /// <remarks>Folders are written where the first of their feeds stands; no text makes it throw. What it writes, <see cref="Read"/> reads back equal.</remarks>
    public void Write(Stream output, DateTimeOffset? created = null) => OpmlWriter.Write(this, output, created);
}
