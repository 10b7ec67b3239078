using Aggregator.Feeds.Decoding;
using Aggregator.Feeds.Xml;

namespace Aggregator.Feeds;

/// <summary>Reads OPML from bytes of any encoding and any quality: bare ampersands, lost quotes, unended outlines.</summary>
/// <remarks>Gives every outline that names a feed; never throws for any input, never touches network, disk or clock. Thread safe.</remarks>
public static class OpmlReader
{
    /// <summary>Reads one document.</summary>
    /// <param name="body">The unpacked body. It is not written to.</param>
    /// <param name="contentType">The HTTP <c>Content-Type</c> that it came with; null when it came from a file.</param>
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
}
