using Aggregator.Archive.Sqlite.Opening;
using Dapper;

namespace Aggregator.Archive.Sqlite.Tests.Opening;

/// <summary>The views are the product: a column that goes or changes its type breaks somebody's query.</summary>
public sealed class ViewApprovalTests
{
    private static readonly string Approved = Path.Combine(AppContext.BaseDirectory, "Opening", "views.approved.txt");

    [Fact]
    public void Columns_and_types_of_the_views_are_those_approved()
    {
        using var temp = new TempArchive();
        using var connection = ArchiveConnection.OpenWriter(temp.Path);
        ArchiveSchema.Migrate(connection);
        var views = connection.Query<string>("SELECT name FROM sqlite_schema WHERE type = 'view' AND name <> 'search_text' OR name = 'article_search' ORDER BY name");
        var actual = views.SelectMany(view => connection
            .Query<(long Id, string Name, string Type)>("SELECT cid, name, type FROM pragma_table_info(@view) ORDER BY cid", new { view })
            .Select(c => $"{view}.{c.Name} {c.Type}".TrimEnd())).ToList();

        // AGGREGATOR_APPROVE=1 writes what is now; look at the difference before committing it.
        if (Environment.GetEnvironmentVariable("AGGREGATOR_APPROVE") == "1") File.WriteAllLines(Source(), actual);
        else Assert.Equal(File.ReadAllLines(Approved), actual);
    }

    private static string Source()
    {
        var root = AppContext.BaseDirectory;
        while (!File.Exists(Path.Combine(root, "Aggregator.sln"))) root = Path.GetDirectoryName(root)!;
        return Path.Combine(root, "tests", "Aggregator.Archive.Sqlite.Tests", "Opening", "views.approved.txt");
    }
}
