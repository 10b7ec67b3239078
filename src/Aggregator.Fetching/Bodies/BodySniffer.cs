using System.Text;

namespace Aggregator.Fetching.Bodies;

/// <summary>Guesses from the first bytes what a body is; only the reader knows.</summary>
internal static class BodySniffer
{
    private static readonly byte[][] FeedMarks =
        [.. new[] { "<rss", "<feed", ":rdf", "<channel", "<urlset", "jsonfeed.org", ":feed", "<rdf" }.Select(Encoding.ASCII.GetBytes)];

    /// <summary>Text that was not packed: markup or JSON, in any encoding whose first characters show.</summary>
    public static bool IsPlain(ReadOnlySpan<byte> body)
    {
        var text = body.TrimStart("\uFEFF \t\r\n\0"u8);
        return text.IsEmpty || text[0] is (byte)'<' or (byte)'{' or (byte)'[' || body is [0xFE, 0xFF, ..] or [0xFF, 0xFE, ..];
    }

    /// <summary>Whether it begins as an HTML page does.</summary>
    public static bool IsPage(ReadOnlySpan<byte> body)
    {
        var text = body.TrimStart("\uFEFF \t\r\n"u8);
        return StartsWith(text, "<!doctype html"u8) || StartsWith(text, "<html"u8) || StartsWith(text, "<head"u8) || StartsWith(text, "<body"u8) || StartsWith(text, "<title"u8);

        static bool StartsWith(ReadOnlySpan<byte> text, ReadOnlySpan<byte> mark) =>
            text.Length >= mark.Length && Ascii.EqualsIgnoreCase(text[..mark.Length], mark);
    }

    /// <summary>Whether the beginning has a mark of a feed.</summary>
    public static bool HasFeedMark(ReadOnlySpan<byte> body)
    {
        Span<byte> head = stackalloc byte[Math.Min(body.Length, 2048)];
        var length = 0;
        // Zero bytes go, so that UTF-16 shows its letters.
        foreach (var b in body[..head.Length])
            if (b != 0) head[length++] = b is >= (byte)'A' and <= (byte)'Z' ? (byte)(b | 0x20) : b;
        foreach (var mark in FeedMarks)
            if (head[..length].IndexOf(mark) >= 0) return true;
        return false;
    }
}
