using System.Globalization;
using Aggregator.Output;

namespace Aggregator.Showing;

/// <summary>An article as one JSON object: the columns of <c>articles</c>, then a list for each relation.</summary>
internal static class ArticleJson
{
    public static void Write(StoredArticle article, TextWriter output)
    {
        var columns = new StoredRows([.. article.Columns.Select(c => c.Name)], [[.. article.Columns.Select(c => c.Value)]]);
        var all = Lines(columns).Single();
        output.Write(all[..^1]);
        List("sightings", article.Sightings, output);
        List("date_claims", article.DateClaims, output);
        List("relatives", article.Relatives, output);
        List("revision_list", article.Revisions, output);
        output.Write("}\n");
    }

    private static void List(string name, StoredRows table, TextWriter output)
    {
        output.Write($",\"{name}\":[");
        output.Write(string.Join(',', Lines(table)));
        output.Write(']');
    }

    private static string[] Lines(StoredRows table)
    {
        using var written = new StringWriter(CultureInfo.InvariantCulture);
        table.Write(new JsonOutput(written, lines: true));
        return written.ToString().Split('\n', StringSplitOptions.RemoveEmptyEntries);
    }
}
