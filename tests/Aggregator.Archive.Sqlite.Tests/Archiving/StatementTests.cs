using Aggregator.Archive.Sqlite.Archiving;
using CsCheck;
using Microsoft.Data.Sqlite;

namespace Aggregator.Archive.Sqlite.Tests.Archiving;

public sealed class StatementTests : IDisposable
{
    private readonly SqliteConnection _connection = new("Data Source=:memory:");
    private readonly Statements _statements;

    public StatementTests()
    {
        _connection.Open();
        _statements = new Statements(_connection);
        _statements.Prepare("CREATE TABLE t(n INTEGER, r REAL, a TEXT, b TEXT, c TEXT)").Run();
    }

    public void Dispose()
    {
        _statements.Dispose();
        _connection.Dispose();
    }

    // Lengths around every size at which texts are given another place.
    private static readonly int[] Lengths = [0, 1, 20, 84, 85, 86, 300, 5000, 21_844, 21_845, 21_846, 70_000];

    private static readonly string[] Letters = ["a", "é", "漢", "🗞"];

    private static readonly Gen<string?> Texts = Gen.Select(
        Gen.Int[-2, Lengths.Length - 1], Gen.Int[0, Letters.Length - 1],
        string? (length, letter) => length < 0 ? null : string.Concat(Enumerable.Repeat(Letters[letter], Lengths[length])));

    [Fact]
    public void Rows_come_back_as_they_were_bound_whatever_was_bound_before() => Gen.Select(Gen.Long, Gen.Double[-1e300, 1e300], Texts, Texts, Texts).Array[1, 8].Sample(
        rows =>
        {
            _statements.Prepare("DELETE FROM t").Run();
            var insert = _statements.Prepare("INSERT INTO t VALUES (?1, ?2, ?3, ?4, ?5)");
            foreach (var (n, r, a, b, c) in rows) insert.With(n).With(r).With(a).With(b).With(c).Run();

            var back = new List<(long N, string? A, string? B, string? C)>();
            _statements.Prepare("SELECT n, r, a, b, c FROM t ORDER BY rowid").Each(row => back.Add((row.Long(0), row.Text(2), row.Text(3), row.Text(4))));
            Assert.Equal(rows.Select((long N, string? A, string? B, string? C) (x) => (x.Item1, x.Item3, x.Item4, x.Item5)), back);
            Assert.Equal(rows.Length, _statements.Prepare("SELECT count(*) FROM t WHERE r IS NOT NULL").First(row => row.Long(0)));
        },
        iter: 300, threads: 1);

    [Fact]
    public void A_text_bound_to_one_statement_stays_while_another_runs()
    {
        var outer = _statements.Prepare("SELECT ?1 FROM (SELECT 1 UNION ALL SELECT 2)").With("outer");
        var inner = _statements.Prepare("INSERT INTO t(a) VALUES (?1)");
        var seen = new List<string?>();
        outer.Each(row =>
        {
            inner.With("inner").Run();
            seen.Add(row.Text(0));
        });
        Assert.Equal(["outer", "outer"], seen);
    }

    [Fact]
    public void An_empty_text_is_no_null() =>
        Assert.Equal("text", _statements.Prepare("SELECT typeof(?1)").With("").First(row => row.Text(0)));

    [Fact]
    public void A_parameter_that_is_not_bound_is_a_fault()
    {
        var insert = _statements.Prepare("INSERT INTO t(a, b) VALUES (?1, ?2)").With("a");
        Assert.Throws<InvalidOperationException>(() => insert.Run());
        Assert.Equal(1, insert.With("a").With("b").Run());
    }
}
