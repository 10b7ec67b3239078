using System.Diagnostics;
using System.Globalization;
using System.Text.RegularExpressions;
using Aggregator.Archive.Sqlite.Querying;

namespace Aggregator.Benchmarks.Archives;

/// <summary>
/// What people ask of an archive, through the doors that the program uses: search, SQL, and every question of the cookbook.
/// Prints one JSON line a measure, with its bar at a million articles; the median of several, warm.
/// </summary>
internal sealed partial class ArchiveMeasure(string path, TextWriter report)
{
    private const int Times = 7;

    private static readonly QueryLimits Limits = new();
    private int _missed;

    /// <param name="cookbook">docs/sql.md; null: only the bars.</param>
    /// <returns>The exit code: 1 when a bar is missed.</returns>
    public int Run(string? cookbook)
    {
        if (SqlDoor.Open(path, TimeProvider.System) is not DoorOpening.Opened { Door: var door }) throw new InvalidOperationException($"{path} does not open");
        using (door)
        {
            var search = new ArticleSearch(door, Limits);
            Find("search of a usual word", 50, Vocabulary.Word(300));
            Find("a frequent word, newest first", 20, Vocabulary.Word(0));
            Ask("newest 50 of a source", 5, "SELECT id, dated_at, title, url FROM articles WHERE source = 'Harbour News' ORDER BY dated_at DESC LIMIT 50");
            Ask("newest 50 of the largest source", 5, $"SELECT id, dated_at, title, url FROM articles WHERE source = '{GrownFeeds.Source(0)}' ORDER BY dated_at DESC LIMIT 50");
            Ask("per day for all", 10, "SELECT day, articles FROM daily");
            Ask("count(*)", 1, "SELECT count(*) FROM articles");
            Ask("an article by id", 1, "SELECT * FROM articles WHERE id = (SELECT max(id) / 2 FROM articles)");
            Ask("an article by guid in its feed", 1, "SELECT article_id FROM sightings WHERE article_id = 4711 AND guid IS NOT NULL");
            if (cookbook is not null)
                foreach (Match question in Question().Matches(File.ReadAllText(cookbook).ReplaceLineEndings("\n").Split("## Cookbook")[1]))
                    Ask(question.Groups["question"].Value, 100, question.Groups["sql"].Value.Trim().TrimEnd(';'));

            void Find(string what, double bar, string words)
            {
                var hits = 0;
                Measure(what, bar, () => hits = search.Find(new SearchRequest { Words = words }, CancellationToken.None) is SearchOutcome.Found found ? found.Hits.Count : throw new InvalidOperationException(what), () => hits);
            }

            void Ask(string what, double bar, string sql)
            {
                var count = 0L;
                Measure(what, bar, () => count = Rows(door, sql), () => count);
            }
        }

        return _missed == 0 ? 0 : 1;
    }

    private static long Rows(SqlDoor door, string sql)
    {
        if (door.Prepare(sql, new Dictionary<string, object?>(), Limits, plan: false, CancellationToken.None) is not Preparation.Ready { Rows: var rows }) throw new InvalidOperationException(sql);
        using (rows)
        {
            while (rows.Read()) { }
            return rows.Ending is RowsEnding.Complete ? rows.Count : throw new InvalidOperationException($"{rows.Ending}: {sql}");
        }
    }

    private void Measure(string what, double bar, Action ask, Func<long> rows)
    {
        var took = new double[Times];
        for (var i = 0; i < Times; i++)
        {
            var watch = Stopwatch.StartNew();
            ask();
            took[i] = watch.Elapsed.TotalMilliseconds;
        }

        var first = took[0];
        Array.Sort(took);
        var median = took[Times / 2];
        if (median > bar) _missed++;
        report.WriteLine(string.Create(CultureInfo.InvariantCulture,
            $$"""{"ask":"{{what}}","median_ms":{{median:0.00}},"first_ms":{{first:0.0}},"bar_ms":{{bar}},"rows":{{rows()}},"holds":{{(median <= bar ? "true" : "false")}}}"""));
    }

    [GeneratedRegex(@"^### (?<question>[^\n]+)\n(?:(?!###|```)[^\n]*\n)*```sql\n(?<sql>.*?)```", RegexOptions.Multiline | RegexOptions.Singleline)]
    private static partial Regex Question();
}
