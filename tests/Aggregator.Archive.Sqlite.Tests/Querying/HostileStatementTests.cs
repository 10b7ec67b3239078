using System.Diagnostics;
using System.Security.Cryptography;
using Aggregator.Archive.Sqlite.Opening;
using Aggregator.Archive.Sqlite.Querying;
using CsCheck;
using Dapper;

namespace Aggregator.Archive.Sqlite.Tests.Querying;

/// <summary>The door under attack. After every test the archive has the same bytes, and no file is new.</summary>
public sealed class HostileStatementTests : IDisposable
{
    private readonly QueriedArchive _archive = new();
    private readonly string _before;

    public HostileStatementTests()
    {
        using (var writer = ArchiveConnection.OpenWriter(_archive.Path))
        {
            // Views of somebody who could write.
            writer.Execute("CREATE VIEW by_another_hand AS SELECT load_extension('x'); CREATE VIEW by_another_hand_too AS SELECT * FROM pragma_hard_heap_limit(1)");
            writer.Execute("PRAGMA wal_checkpoint(TRUNCATE)");
        }
        _before = State();
    }

    public void Dispose() => _archive.Dispose();

    [Fact]
    public void Everything_but_reading_is_refused_in_every_disguise()
    {
        Assert.True(HostileStatements.Refused.Length >= 60);
        using var door = _archive.Open();
        foreach (var statement in HostileStatements.Refused.Select(Aimed))
        {
            foreach (var disguised in Disguises.Of(statement).Concat(Disguises.Explained(statement)).Concat(Disguises.Second(statement)))
                Assert.True(door.Prepare(disguised) is Preparation.Refused, disguised);
        }
        StillWorks(door);
    }

    [Fact]
    public void What_only_running_shows_ends_in_an_error()
    {
        using var door = _archive.Open();
        foreach (var statement in HostileStatements.RefusedWhenRun.SelectMany(Disguises.Of))
        {
            var ending = door.Prepare(statement) switch
            {
                Preparation.Ready { Rows: var rows } => rows.Ending(),
                var refused => new RowsEnding.Failed(((Preparation.Refused)refused).Error),
            };
            Assert.True(ending is RowsEnding.Failed, $"{statement}: {ending}");
        }
        StillWorks(door);
    }

    [Fact]
    public void What_has_no_end_is_stopped()
    {
        // Generous, as the tests run beside others; the figure for an idle machine is limit + 100 ms.
        var (limit, patience) = (TimeSpan.FromMilliseconds(100), TimeSpan.FromSeconds(5));
        using var door = _archive.Open();
        foreach (var statement in HostileStatements.Endless)
        {
            foreach (var onDisk in (bool[])[false, true])
            {
                var started = Stopwatch.GetTimestamp();
                var ending = door.Ready(statement, new() { Time = limit, SortOnDisk = onDisk, Memory = 64 << 20 }).Ending();
                Assert.True(ending is RowsEnding.TimeOut or RowsEnding.Failed { Error.Kind: SqlErrorKind.TooBig }, $"{statement}: {ending}");
                Assert.InRange(Stopwatch.GetElapsedTime(started), TimeSpan.Zero, limit + patience);
            }
        }
        StillWorks(door);
    }

    [Fact]
    public void A_statement_that_is_too_much_to_read_is_refused()
    {
        using var door = _archive.Open();
        foreach (var statement in (string[])
            [
                $"SELECT 1 /*{new string('x', 200_000)}*/",
                $"SELECT {string.Join(" OR ", Enumerable.Repeat("1 = 2", 3000))}",
                string.Join(" UNION ALL ", Enumerable.Repeat("SELECT 1", 600)),
                $"SELECT {string.Join(',', Enumerable.Repeat("1", 2001))}",
                $"SELECT max({string.Join(',', Enumerable.Repeat("1", 200))})",
                "SELECT 1\0; DELETE FROM article",
            ])
            Assert.IsType<Preparation.Refused>(door.Prepare(statement));
        StillWorks(door);
    }

    [Fact]
    public void A_snapshot_is_not_kept_while_the_writer_works()
    {
        using var door = _archive.Open();
        Assert.IsType<RowsEnding.TimeOut>(door.Ready(HostileStatements.Endless[0], new() { Time = TimeSpan.FromMilliseconds(100) }).Ending());
        using var writer = ArchiveConnection.OpenWriter(_archive.Path);
        writer.Execute("UPDATE feed SET failures = failures + 1");
        Assert.Equal(0, writer.QuerySingle<(long Busy, long, long)>("PRAGMA wal_checkpoint(TRUNCATE)").Busy);
    }

    [Theory]
    [InlineData("SELECT 'DELETE FROM article; DROP TABLE article'")]
    [InlineData("SELECT title FROM articles WHERE title LIKE '%pragma%'")]
    [InlineData("SELECT count(*) FROM articles WHERE text LIKE '%attach%' OR text LIKE '%delete or drop%'")]
    [InlineData("SELECT 'ATTACH ''x'' AS y' AS \"update\"")]
    [InlineData("SELECT \"title\" AS \"insert\" FROM [articles] AS \"delete\"")]
    [InlineData("SELECT 1 AS [drop table]")]
    [InlineData("SELECT replace(title, 'a', 'b') FROM articles")]
    [InlineData("-- DELETE FROM article\nSELECT 1")]
    [InlineData("/* VACUUM INTO 'x' */ SELECT 1")]
    [InlineData("SELECT ';' || '--' || '/*'")]
    [InlineData("SELECT 1 -- ; DROP TABLE article")]
    [InlineData("WITH \"insert\" AS (SELECT 1 AS \"values\") SELECT \"values\" FROM \"insert\"")]
    [InlineData("VALUES (1, 'a'), (2, 'b')")]
    [InlineData("SELECT * FROM articles WHERE id IN (SELECT article_id FROM sightings) EXCEPT SELECT * FROM articles")]
    [InlineData("WITH RECURSIVE d(day) AS (SELECT '2023-07-01' UNION ALL SELECT date(day, '+1 day') FROM d WHERE day < '2023-07-31') SELECT count(*) FROM d")]
    [InlineData("SELECT rowid, snippet(article_search, -1, '<', '>', '', 5) FROM article_search WHERE article_search MATCH 'delete OR attached'")]
    [InlineData("SELECT highlight(article_search, 0, '*', '*') FROM article_search('pragmatic') ORDER BY rank")]
    [InlineData("SELECT bm25(article_search) FROM article_search WHERE article_search MATCH 'title : prag*'")]
    [InlineData("SELECT name FROM pragma_table_info('articles')")]
    [InlineData("SELECT name FROM sqlite_schema WHERE type = 'view'")]
    [InlineData("PRAGMA table_info(articles)")]
    [InlineData("PRAGMA user_version")]
    [InlineData("PRAGMA table_list")]
    [InlineData("EXPLAIN QUERY PLAN SELECT * FROM articles")]
    [InlineData("EXPLAIN SELECT 1")]
    [InlineData("SELECT j.value FROM articles a, json_each(a.flags) j")]
    [InlineData("SELECT json_object('begin', 1, 'commit', json_array('rollback'))")]
    [InlineData("SELECT strftime('%Y-%m', dated_at) AS month, count(*) OVER (PARTITION BY source ORDER BY dated_at) FROM articles")]
    [InlineData("SELECT group_concat(title, ' | ') FROM articles GROUP BY source HAVING count(*) > 0")]
    [InlineData("SELECT a.title, b.title FROM articles a LEFT JOIN articles b ON b.id = a.duplicate_of")]
    [InlineData("SELECT source, sum(word_count), round(avg(word_count), 1), ceil(2.5), sqrt(2) FROM articles GROUP BY source")]
    [InlineData("SELECT count(*) FROM daily WHERE day BETWEEN '2023-01-01' AND '2023-12-31'")]
    [InlineData("SELECT iif(duplicate_of IS NULL, 'create', 'truncate') FROM articles")]
    [InlineData("SELECT CAST('12' AS INTEGER), printf('%05d', 7), length('日本'), unicode('é'), char(100, 101)")]
    [InlineData("SELECT date('now', '-7 days') < dated_at COLLATE NOCASE FROM articles LIMIT 1 OFFSET 0")]
    public void Honest_statements_with_odd_words_run(string statement)
    {
        using var door = _archive.Open();
        Assert.Equal(new RowsEnding.Complete(), door.Ready(statement).Ending());
    }

    [Fact]
    public void Any_text_in_quotes_is_text()
    {
        using var door = _archive.Open();
        string[] words = ["DELETE FROM article", ";", "--", "/*", "*/", "'", "\"", "PRAGMA", "ATTACH", " ", "\n", "é", "日", "\\", "`", "[", "]", "x'", "%", "\ud83d\ude42", "union select"];
        var text = Gen.OneOf(Gen.Int[0, words.Length - 1].Select(i => words[i]), Gen.Char['\u0001', '\ud7ff'].Select(c => c.ToString())).Array[0, 10].Select(string.Concat);
        text.Sample(t =>
        {
            using var rows = door.Ready($"SELECT '{t.Replace("'", "''", StringComparison.Ordinal)}'");
            return rows.Read() && (string?)rows.Current[0] == t && !rows.Read() && rows.Ending is RowsEnding.Complete;
        }, iter: 10_000, threads: 1);
    }

    private string Aimed(string statement) => statement.Replace("FILE", System.IO.Path.Combine(_archive.Folder, "evil"), StringComparison.Ordinal);

    /// <summary>The door itself is unharmed, and so is the file.</summary>
    private void StillWorks(SqlDoor door)
    {
        Assert.Equal([2L], Assert.Single(door.All("SELECT count(*) FROM articles")));
        Assert.Equal([1L], Assert.Single(door.All("SELECT rowid FROM article_search WHERE article_search MATCH 'council'")));
        Assert.Equal(_before, State());
    }

    /// <summary>Names of all files, and the bytes of the archive and its log (not of the -shm, where readers mark what they read).</summary>
    private string State() => string.Join('\n', Directory.EnumerateFileSystemEntries(_archive.Folder).Order(StringComparer.Ordinal)
        .Select(f => f.EndsWith("-shm", StringComparison.Ordinal) ? f : $"{f} {Hash(f)}"));

    private static string Hash(string path)
    {
        using var file = new FileStream(path, FileMode.Open, FileAccess.Read, FileShare.ReadWrite | FileShare.Delete);
        return Convert.ToHexString(SHA256.HashData(file));
    }
}
