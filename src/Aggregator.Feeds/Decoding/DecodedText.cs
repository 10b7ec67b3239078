namespace Aggregator.Feeds.Decoding;

/// <summary>A document as UTF-8 without control characters.</summary>
/// <param name="Data">Holds it; perhaps the caller's own array, which is never written to.</param>
/// <param name="Start">Where it begins: after a byte order mark.</param>
/// <param name="End">Where it ends.</param>
/// <param name="Encoding">The encoding that it was decoded with, in lower case.</param>
internal readonly record struct DecodedText(byte[] Data, int Start, int End, string Encoding)
{
    /// <summary>True when every byte is known to be ASCII, so that nothing needs to look for what only other bytes can hold.</summary>
    public bool IsAscii { get; init; }
}
