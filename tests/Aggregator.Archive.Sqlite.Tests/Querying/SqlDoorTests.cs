using System.Diagnostics;
using Aggregator.Archive.Sqlite.Opening;
using Aggregator.Archive.Sqlite.Querying;
using Dapper;

namespace Aggregator.Archive.Sqlite.Tests.Querying;

public sealed class SqlDoorTests : IDisposable
{
    private readonly QueriedArchive _archive = new();

    public void Dispose() => _archive.Dispose();

    [Fact]
    public void Values_have_the_types_of_SQLite()
    {
        using var door = _archive.Open();
        var row = Assert.Single(door.All("SELECT 9223372036854775807, 1.0, 'é' || char(0) || 'x', x'00ff', NULL, '', x'', 9e999"));
        Assert.Equal([long.MaxValue, 1.0, "é\0x", new byte[] { 0, 255 }, null, "", Array.Empty<byte>(), double.PositiveInfinity], row);
    }

    [Fact]
    public void Two_columns_of_one_name_are_both_there()
    {
        using var door = _archive.Open();
        using var rows = door.Ready("SELECT 1 AS n, 2 AS n");
        Assert.Equal(["n", "n"], rows.Columns);
        Assert.True(rows.Read());
        Assert.Equal([1L, 2L], rows.Current.ToArray());
    }

    [Fact]
    public void Parameters_are_bound_by_name_however_they_are_spelled()
    {
        using var door = _archive.Open();
        Assert.Equal([7L, 7L, 7L, "a", null], Assert.Single(door.All("SELECT :n, @n, $n, :t, :z", ("n", 7L), ("t", "a"), ("z", null))));
    }

    [Theory]
    [InlineData("SELECT :since", "the parameter :since has no value; give it one with --param since=VALUE")]
    [InlineData("SELECT ?", "parameters need names, such as :since, not question marks")]
    [InlineData("SELECT ?3", "parameters need names, such as :since, not question marks")]
    public void A_parameter_without_a_value_is_named(string sql, string message)
    {
        using var door = _archive.Open();
        Assert.Equal(message, door.Refused(sql).Message);
    }

    [Fact]
    public void A_value_without_a_parameter_is_named_with_the_nearest_right_one()
    {
        using var door = _archive.Open();
        var error = door.Refused("SELECT :since", ("since", 1L), ("sinse", 2L));
        Assert.Equal(("the statement has no parameter 'sinse'; it has since", "since"), (error.Message, error.Suggestion));
    }

    [Theory]
    [InlineData("SELECT titel FROM articles", "no such column: titel", 7, "title")]
    [InlineData("SELECT a.titel\nFROM articles a", "no such column: a.titel", 7, "title")]
    [InlineData("SELECT id FROM artikles", "no such table: artikles", null, "articles")]
    [InlineData("SELECT 'äöü', healht FROM feeds", "no such column: healht", 14, "health")]
    [InlineData("SELECT health FROM articles", "no such column: health", 7, "feeds.health")]
    [InlineData("SELECT qqqqqqqqqqqqqq FROM articles", "no such column: qqqqqqqqqqqqqq", 7, null)]
    [InlineData("SELECT 1 FROM", "incomplete input", null, null)]
    [InlineData("SELECT FROM articles", "near \"FROM\": syntax error", 7, null)]
    public void A_wrong_statement_is_explained(string sql, string message, int? position, string? suggestion)
    {
        using var door = _archive.Open();
        var error = door.Refused(sql);
        Assert.Equal((SqlErrorKind.Statement, message, position, suggestion), (error.Kind, error.Message, error.Position, error.Suggestion));
    }

    [Theory]
    [InlineData("SELECT 1;")]
    [InlineData("SELECT 1; -- done")]
    [InlineData("SELECT 1 /* no end")]
    [InlineData("\t-- a comment\n/* another */ SELECT 1 ;;\n ; /* ; */ -- ; DELETE FROM article\n")]
    public void One_statement_may_have_comments_and_semicolons_around_it(string sql)
    {
        using var door = _archive.Open();
        Assert.Equal([1L], Assert.Single(door.All(sql)));
    }

    [Theory]
    [InlineData("SELECT 1; SELECT 2", 10)]
    [InlineData("SELECT 1;/**/DELETE FROM article", 13)]
    [InlineData("SELECT 1;\u00a0", 9)]
    public void A_second_statement_is_refused(string sql, int position)
    {
        using var door = _archive.Open();
        var error = door.Refused(sql);
        Assert.Equal((SqlErrorKind.NotAllowed, "only one statement is allowed", position), (error.Kind, error.Message, error.Position));
    }

    [Theory]
    [InlineData("")]
    [InlineData(" ; ")]
    [InlineData("-- nothing")]
    public void No_statement_is_refused(string sql)
    {
        using var door = _archive.Open();
        Assert.Equal("there is no statement", door.Refused(sql).Message);
    }

    [Fact]
    public void The_row_limit_ends_the_rows_and_says_that_there_are_more()
    {
        using var door = _archive.Open();
        Assert.Equal(new RowsEnding.MoreRows(1), door.Ready("SELECT id FROM articles", new() { Rows = 1 }).Ending());
        Assert.Equal(new RowsEnding.Complete(), door.Ready("SELECT id FROM articles", new() { Rows = 2 }).Ending());
        Assert.Equal(new RowsEnding.MoreBytes(10), door.Ready("SELECT 'abcdefgh' FROM articles", new() { Bytes = 10 }).Ending());
    }

    [Fact]
    public void An_endless_statement_ends_with_its_time()
    {
        using var door = _archive.Open();
        var limit = TimeSpan.FromMilliseconds(300);
        var started = Stopwatch.GetTimestamp();
        var ending = door.Ready("WITH RECURSIVE n(i) AS (SELECT 1 UNION ALL SELECT i + 1 FROM n) SELECT count(*) FROM n", new() { Time = limit }).Ending();
        Assert.Equal(new RowsEnding.TimeOut(limit), ending);
        // Two clocks differ by a little.
        Assert.InRange(Stopwatch.GetElapsedTime(started), limit * 0.9, limit + TimeSpan.FromSeconds(1));
        Assert.Equal([1L], Assert.Single(door.All("SELECT 1")));
    }

    [Fact]
    public void Nobody_reading_the_rows_does_not_keep_the_snapshot()
    {
        using var door = _archive.Open();
        using var rows = door.Ready("SELECT id FROM articles", new() { Time = TimeSpan.FromMilliseconds(100) });
        Assert.True(rows.Read());
        SpinWait.SpinUntil(() => rows.Ending is not null || TestContext.Current.CancellationToken.IsCancellationRequested, TimeSpan.FromSeconds(5));
        Assert.Equal(new RowsEnding.TimeOut(TimeSpan.FromMilliseconds(100)), rows.Ending);

        // A checkpoint that may empty the log proves that no reader holds it.
        using var writer = ArchiveConnection.OpenWriter(_archive.Path);
        writer.Execute("UPDATE feed SET failures = 1");
        Assert.Equal(0, writer.QuerySingle<(long Busy, long, long)>("PRAGMA wal_checkpoint(TRUNCATE)").Busy);
        Assert.False(rows.Read());
    }

    [Fact]
    public void The_caller_can_cancel()
    {
        using var door = _archive.Open();
        using var cancel = new CancellationTokenSource(TimeSpan.FromMilliseconds(100));
        var ready = Assert.IsType<Preparation.Ready>(door.Prepare(
            "WITH RECURSIVE n(i) AS (SELECT 1 UNION ALL SELECT i + 1 FROM n) SELECT count(*) FROM n", new Dictionary<string, object?>(), new(), plan: false, cancel.Token));
        Assert.Equal(new RowsEnding.Cancelled(), ready.Rows.Ending());
    }

    [Fact]
    public void A_query_plan_is_given_instead_of_rows()
    {
        using var door = _archive.Open();
        using var rows = Assert.IsType<Preparation.Ready>(door.Prepare("SELECT id FROM articles ORDER BY dated_at", new Dictionary<string, object?>(), new(), plan: true, TestContext.Current.CancellationToken)).Rows;
        Assert.True(rows.Read());
        Assert.Contains("article_dated", Assert.IsType<string>(rows.Current[3]), StringComparison.Ordinal);
    }

    [Fact]
    public void The_full_text_index_answers_through_the_door()
    {
        using var door = _archive.Open();
        using var rows = door.Ready("SELECT rowid, snippet(article_search, 3, '[', ']', '…', 8) FROM article_search WHERE article_search MATCH 'council' ORDER BY bm25(article_search)");
        Assert.True(rows.UsesSearch);
        Assert.True(rows.Read());
        Assert.Equal([1L, "Delete or drop: the [council] votes."], rows.Current.ToArray());
        rows.Dispose();
        Assert.Equal(0, door.NotIndexed());
    }

    [Fact]
    public void What_is_no_archive_is_refused_with_a_sentence()
    {
        Assert.Contains("there is no archive at", Reason(_archive.Path + ".missing"), StringComparison.Ordinal);
        Assert.Contains("is a folder", Reason(_archive.Folder), StringComparison.Ordinal);
        Assert.Contains("is empty", Reason(Write("empty", "")), StringComparison.Ordinal);
        Assert.Contains("is not an SQLite database", Reason(Write("text", "SQLite format 4, nearly")), StringComparison.Ordinal);
        Assert.Contains("is damaged or not an SQLite database", Reason(Write("broken", "SQLite format 3\0" + new string('x', 5000))), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("PRAGMA application_id = 5", "is an SQLite database, but not an archive of this program")]
    [InlineData("PRAGMA user_version = 9999", "written by a newer version of this program")]
    [InlineData("PRAGMA user_version = 1", "has the older schema 1; 'aggregator poll' or 'aggregator run' brings it to")]
    public void Another_schema_is_refused_with_a_sentence(string change, string reason)
    {
        using (var writer = ArchiveConnection.OpenWriter(_archive.Path))
            writer.Execute(change);
        Assert.Contains(reason, Reason(_archive.Path), StringComparison.Ordinal);
    }

    private string Write(string name, string content)
    {
        var path = Path.Combine(_archive.Folder, name);
        File.WriteAllText(path, content);
        return path;
    }

    private static string Reason(string path) => Assert.IsType<DoorOpening.Refused>(SqlDoor.Open(path, TimeProvider.System)).Reason;
}
