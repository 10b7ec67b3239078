using System.Diagnostics;
using System.Text.Json;
using Aggregator.TestKit;

namespace Aggregator.Tests.Commands;

/// <summary><c>query</c> as a process: what goes to stdout and stderr, and how it ends.</summary>
public sealed class QueryTests(AskedArchive archive) : IClassFixture<AskedArchive>
{
    private const string Endless = "WITH RECURSIVE n(i) AS (SELECT 1 UNION ALL SELECT i + 1 FROM n) SELECT i FROM n";

    [Fact]
    public async Task A_pipe_gets_csv_that_no_spreadsheet_runs()
    {
        var run = await archive.RunAsync("query", "SELECT title, published_at FROM articles ORDER BY id");

        Assert.Equal((0, "title,published_at\n'=1+1 and more,2023-07-13T08:00:00Z\nDirection \u202eturned,2023-07-14T08:00:00Z\nNo date here,\n"), (run.ExitCode, run.Output));
        Assert.Equal("aggregator: 1 cell made safe for spreadsheets with a leading ' (--raw leaves them as they are)\n", run.Errors);
    }

    [Fact]
    public async Task A_table_and_json_hold_nothing_a_terminal_obeys()
    {
        var table = await archive.RunAsync("query", "SELECT title FROM articles WHERE id = 2", "--format", "table");
        Assert.Equal("title\n────────────────────────\nDirection \\u{202e}turned\n", table.Output);
        var json = await archive.RunAsync("query", "SELECT id, id, title FROM articles WHERE id = 2", "--format", "json");
        Assert.Equal("[\n{\"id\":2,\"id_2\":2,\"title\":\"Direction \\u202eturned\"}\n]\n", json.Output);
        Assert.Equal("aggregator: there are two columns 'id'; one is written as 'id_2'\n", json.Errors);
    }

    [Fact]
    public async Task A_statement_comes_from_stdin_and_takes_parameters()
    {
        var run = await archive.RunAsync("SELECT :n + 1 AS n, :t || '!' AS t", ["query", "-", "--param", "n=41", "--param", "t='7'"]);
        Assert.Equal((0, "n,t\n42,7!\n"), (run.ExitCode, run.Output));
    }

    [Fact]
    public async Task A_saved_query_has_defaults_and_is_listed()
    {
        Assert.Equal("id,title\n3,No date here\n", (await archive.RunAsync("query", "@titled")).Output);
        Assert.Equal("id,title\n2,Direction \u202eturned\n", (await archive.RunAsync("query", "@titled", "--param", "word=turn")).Output);
        Assert.Equal("@titled  Articles with a word in the title.\n    --param word = no  The word\n", (await archive.RunAsync("query", "--list")).Output);
        var wrong = await archive.RunAsync("query", "@titeld");
        Assert.Equal(2, wrong.ExitCode);
        Assert.Contains("did you mean @titled?", wrong.Errors, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_wrong_statement_is_shown_with_its_place()
    {
        var run = await archive.RunAsync("query", "SELECT id,\n titel FROM articles");
        Assert.Equal((1, "", "aggregator: no such column: titel; did you mean title? (line 2, column 2)\n   titel FROM articles\n   ^\n"), (run.ExitCode, run.Output, run.Errors));
    }

    [Fact]
    public async Task Writing_is_refused()
    {
        var run = await archive.RunAsync("query", "DELETE FROM article");
        Assert.Equal((1, "", "aggregator: only reading is allowed here, not DELETE from article\n"), (run.ExitCode, run.Output, run.Errors));
    }

    [Fact]
    public async Task The_end_of_the_time_is_told_with_the_rows_written()
    {
        var run = await archive.RunAsync("query", Endless, "--timeout", "300ms", "--format", "jsonl");
        Assert.Equal(1, run.ExitCode);
        var rows = run.Output.Count(c => c == '\n');
        Assert.InRange(rows, 1, int.MaxValue);
        Assert.Equal($"aggregator: the statement was stopped after 300ms with {rows.ToString("N0", System.Globalization.CultureInfo.InvariantCulture)} {(rows == 1 ? "row" : "rows")} written; --timeout gives it more time\n", run.Errors);
    }

    [Theory]
    [InlineData("WITH t(x) AS (SELECT replace(hex(zeroblob(4000000)), '00', 'aa')) SELECT instr(x, substr(x, 1, 4000000) || 'b') FROM t")]
    [InlineData("WITH t(x) AS (SELECT replace(hex(zeroblob(4000000)), '00', 'aa')) SELECT x LIKE '%' || substr(x, 1, 900) || 'b' FROM t")]
    public async Task A_function_that_nothing_can_interrupt_ends_with_the_process(string statement)
    {
        var started = Stopwatch.GetTimestamp();
        var run = await archive.RunAsync("query", statement, "--timeout", "500ms", "--format", "json");
        Assert.Equal((1, "[]\n"), (run.ExitCode, run.Output));
        Assert.Contains("the statement was stopped after 500ms with 0 rows written", run.Errors, StringComparison.Ordinal);
        Assert.InRange(Stopwatch.GetElapsedTime(started), TimeSpan.Zero, TimeSpan.FromSeconds(20));
    }

    [Fact]
    public async Task Memory_has_an_end_too()
    {
        var run = await archive.RunAsync($"SELECT {string.Join(',', Enumerable.Range(0, 1000).Select(i => $"zeroblob({16_000_000 + i})"))}", ["query", "-", "--timeout", "20s"]);
        Assert.Equal((1, "aggregator: the statement needs more memory than it may have\n"), (run.ExitCode, run.Errors.Split('\n')[^2] + "\n"));
    }

    [Fact]
    public async Task Rows_go_to_a_file_but_never_over_a_database()
    {
        var path = archive.Folder.Path("rows.jsonl");
        var run = await archive.RunAsync("query", "SELECT id FROM articles ORDER BY id", "--format", "jsonl", "--output", path);
        Assert.Equal((0, "", "{\"id\":1}\n{\"id\":2}\n{\"id\":3}\n"), (run.ExitCode, run.Output, await File.ReadAllTextAsync(path, TestContext.Current.CancellationToken)));
        foreach (var file in (string[])["archive.db", "archive.db-wal"])
        {
            var over = await archive.RunAsync("query", "SELECT 1", "--output", file);
            Assert.Equal(2, over.ExitCode);
            Assert.Contains("is not replaced", over.Errors, StringComparison.Ordinal);
        }
        Assert.Empty(Directory.EnumerateFiles(archive.Folder.Root, "*.part"));
    }

    [Fact]
    public async Task Row_limit_and_plan()
    {
        var limited = await archive.RunAsync("query", "SELECT id FROM articles ORDER BY id", "--max-rows", "2");
        Assert.Equal((0, "id\n1\n2\n"), (limited.ExitCode, limited.Output));
        Assert.Contains("there are more than these 2 rows", limited.Errors, StringComparison.Ordinal);
        var plan = await archive.RunAsync("query", "SELECT id FROM articles ORDER BY dated_at", "--plan");
        Assert.Contains("article_dated", plan.Output, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("query")]
    [InlineData("query", "SELECT 1", "--timeout", "soon")]
    [InlineData("query", "SELECT 1", "--max-rows", "-1")]
    [InlineData("query", "SELECT 1", "--format", "xml")]
    [InlineData("query", "SELECT 1", "--param", "x")]
    [InlineData("query", "SELECT 1", "SELECT 2")]
    [InlineData("search")]
    [InlineData("search", "&")]
    [InlineData("search", "council", "--since", "soon")]
    [InlineData("search", "council", "--time-zone", "Nowhere/Here")]
    [InlineData("search", "council", "--limit", "0")]
    [InlineData("search", "council", "--sinse", "7d")]
    [InlineData("show")]
    [InlineData("show", "first")]
    public async Task Wrong_usage_is_exit_code_2(params string[] arguments)
    {
        var run = await archive.RunAsync(arguments);
        Assert.True(run.ExitCode == 2 && run.Output.Length == 0 && run.Errors.StartsWith("aggregator: ", StringComparison.Ordinal), run.ToString());
    }

    [Fact]
    public async Task Search_finds_newest_first_and_says_how_many_there_are()
    {
        var run = await archive.RunAsync("search", "council", "--limit", "1");
        Assert.StartsWith("3\t", run.Output, StringComparison.Ordinal);
        Assert.Equal("aggregator: 1 of 2 articles that match; --limit shows more\n", run.Errors);
        Assert.StartsWith("1\t2023-07-13T08:00:00Z\tOdd News\t=1+1 and more\thttps://odd.example/1\n", (await archive.RunAsync("search", "council", "--until", "2023-07-13")).Output, StringComparison.Ordinal);
        Assert.StartsWith("2\t", (await archive.RunAsync("search", "C++", "AT&T", "--group", "odd")).Output, StringComparison.Ordinal);
        Assert.Equal("aggregator: nothing found\n", (await archive.RunAsync("search", "absent")).Errors);
    }

    [Fact]
    public async Task Search_writes_json_and_feeds()
    {
        using var json = JsonDocument.Parse((await archive.RunAsync("search", "budget", "--format", "json")).Output);
        Assert.Equal("The council votes on the **budget**.", json.RootElement[0].GetProperty("snippet").GetString());
        foreach (var format in (string[])["atom", "rss", "jsonfeed"])
        {
            archive.Folder.Write("found", (await archive.RunAsync("search", "council", "--format", format)).Output);
            using var parsed = JsonDocument.Parse((await archive.RunAsync("parse", "feed", "found")).Output);
            Assert.Equal(2, parsed.RootElement.GetProperty("items").GetArrayLength());
        }
    }

    [Fact]
    public async Task Show_tells_what_is_known_of_an_article()
    {
        var run = await archive.RunAsync("show", "1");
        Assert.Equal(0, run.ExitCode);
        Assert.Contains("=1+1 and more", run.Output, StringComparison.Ordinal);
        Assert.Contains("Thu, 13 Jul 2023 08:00:00 GMT", run.Output, StringComparison.Ordinal);
        Assert.Contains("The council votes on the budget.", run.Output, StringComparison.Ordinal);
        using var json = JsonDocument.Parse((await archive.RunAsync("show", "1", "--json")).Output);
        Assert.Equal(1, json.RootElement.GetProperty("sightings").GetArrayLength());
        Assert.Equal("aggregator: article 1 never changed\n", (await archive.RunAsync("show", "1", "--diff")).Errors);
        Assert.Equal(1, (await archive.RunAsync("show", "99")).ExitCode);
    }
}
