using System.Text.RegularExpressions;
using Aggregator.Archive.Sqlite.Querying;

namespace Aggregator.Archive.Sqlite.Tests.Querying;

/// <summary>docs/sql.md tells the truth: every view and column is there and no other, and every question of the cookbook gets an answer.</summary>
public sealed partial class SqlDocumentTests : IDisposable
{
    private static readonly string Document = File.ReadAllText(Path.Combine(Root(AppContext.BaseDirectory), "docs", "sql.md")).ReplaceLineEndings("\n");

    private readonly TempArchive _temp = new();

    public SqlDocumentTests() => DocumentedArchive.Fill(_temp.Path);

    public static TheoryData<string> Questions => [.. Cookbook().Select(q => q.Question)];

    public void Dispose() => _temp.Dispose();

    [Fact]
    public void The_cookbook_has_thirty_questions() => Assert.True(Cookbook().Count >= 30);

    [Theory]
    [MemberData(nameof(Questions))]
    public void A_question_gets_an_answer(string question)
    {
        using var door = Open();
        Assert.NotEmpty(door.All(Cookbook().Single(q => q.Question == question).Sql));
    }

    [Fact]
    public void Every_column_of_every_view_is_explained()
    {
        using var door = Open();
        var stored = door.All("SELECT s.name, group_concat(c.name, ' ') FROM sqlite_schema s, pragma_table_info(s.name) c " +
            "WHERE s.type = 'view' AND s.name <> 'search_text' OR s.name = 'article_search' GROUP BY s.name").ToDictionary(r => (string)r[0]!, r => (string)r[1]!);
        var explained = Views();

        // The same columns as articles, and explained so.
        Assert.Equal(stored["articles"], stored["unique_articles"]);
        Assert.True(stored.Remove("unique_articles"));
        Assert.Contains("### unique_articles\n\nThe same columns as `articles`", Document, StringComparison.Ordinal);
        Assert.Equal(stored.OrderBy(v => v.Key, StringComparer.Ordinal), explained.OrderBy(v => v.Key, StringComparer.Ordinal));
    }

    private static Dictionary<string, string> Views()
    {
        var views = new Dictionary<string, string>();
        foreach (Match section in View().Matches(Document))
            views.Add(section.Groups["name"].Value, string.Join(' ', section.Groups["column"].Captures.Select(c => c.Value)));
        return views;
    }

    private static List<(string Question, string Sql)> Cookbook() =>
        [.. Question().Matches(Document[Document.IndexOf("## Cookbook", StringComparison.Ordinal)..]).Select(m => (m.Groups["question"].Value, m.Groups["sql"].Value))];

    private SqlDoor Open() => Assert.IsType<DoorOpening.Opened>(SqlDoor.Open(_temp.Path, TimeProvider.System)).Door;

    private static string Root(string folder) => File.Exists(Path.Combine(folder, "Aggregator.sln")) ? folder : Root(Path.GetDirectoryName(folder)!);

    [GeneratedRegex(@"^### (?<question>[^\n]+)\n(?:(?!###|```)[^\n]*\n)*```sql\n(?<sql>.*?)```", RegexOptions.Multiline | RegexOptions.Singleline)]
    private static partial Regex Question();

    [GeneratedRegex(@"^### (?<name>[a-z_]+)\n(?:(?!###)[^|\n]*\n)*\| column \| meaning \|\n\|---\|---\|\n(?:\| (?<column>[a-z_]+) \| [^\n]*\S \|\n)+", RegexOptions.Multiline)]
    private static partial Regex View();
}
