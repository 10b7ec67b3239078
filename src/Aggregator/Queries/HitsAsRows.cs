using Aggregator.Archive.Sqlite.Querying;
using Aggregator.Output;

namespace Aggregator.Queries;

/// <summary>Hits for another program: json or jsonl, hits between <c>**</c> in the snippet, every column always there.</summary>
internal static class HitsAsRows
{
    private static readonly string[] Columns =
        ["id", "dated_at", "published_at", "source", "source_domain", "title", "author", "url", "language", "duplicate_of", "snippet"];

    public static void Write(IReadOnlyList<SearchHit> hits, IRowOutput output)
    {
        output.Begin(Columns);
        foreach (var hit in hits)
        {
            output.Row([hit.Id, hit.DatedAt, hit.PublishedAt, hit.Source, hit.SourceDomain, HitText.Plain(hit.Title), hit.Author, hit.Url,
                hit.Language, hit.DuplicateOf, HitText.Marked(hit.Snippet, "**", "**")]);
        }
        output.End();
    }
}
