namespace Aggregator.Pages.Showing;

/// <summary>
/// Takes HTML of a feed or page, of any quality and intent; gives HTML in which no browser runs or loads anything but pictures, sound and
/// video; never throws, never takes longer than its limits allow. Two walls: a linear scan of ours writes only what its lists allow, in
/// balance; then HtmlSanitizer reads that as browsers do and takes out what it does not allow.
/// </summary>
public static class ShownHtml
{
    /// <summary>Characters of HTML that are read as HTML; longer ones are shown as text.</summary>
    public const int MaxLength = 1024 * 1024;

    /// <summary>Tags that are read as HTML; more of them are shown as text.</summary>
    public const int MaxTags = 20_000;

    /// <summary>Elements inside each other; deeper ones are shown as text.</summary>
    public const int MaxDepth = 256;

    /// <summary>Formatting elements (bold, italic, links) inside each other; more of them are shown as text.</summary>
    public const int MaxFormatting = 64;

    private const int Rounds = 4;

    /// <summary>The HTML made safe to show. Making it safe again changes nothing.</summary>
    /// <param name="html">HTML source.</param>
    /// <param name="baseUrl">What relative addresses are relative to; null leaves them as they are.</param>
    public static string Sanitize(string html, string? baseUrl = null)
    {
        var current = html;
        // Browsers, and so the second wall, move what stands where it may not (text in a table); what they wrote is read once more.
        for (var round = 0; round < Rounds; round++)
        {
            if (ShownHtmlScanner.TryWrite(current, baseUrl) is not { } scanned)
                return ShownText.Of(html);
            var shown = TreeWall.Pass(scanned);
            if (shown == scanned && ShownHtmlScanner.TryWrite(shown, baseUrl) == shown)
                return shown;
            current = shown;
        }
        return ShownText.Of(html);
    }
}
