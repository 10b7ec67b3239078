using Aggregator.Archive.Sqlite.Querying;

namespace Aggregator.Queries;

/// <summary>Text in which hits are marked.</summary>
internal static class HitText
{
    public static string? Plain(string? text) => Marked(text, "", "");

    public static string? Marked(string? text, string on, string off) => text?
        .Replace(SearchHit.MarkOn.ToString(), on, StringComparison.Ordinal).Replace(SearchHit.MarkOff.ToString(), off, StringComparison.Ordinal);
}
