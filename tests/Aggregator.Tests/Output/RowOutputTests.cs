using System.Globalization;
using System.Text.Json;
using Aggregator.Output;
using CsCheck;

namespace Aggregator.Tests.Output;

public sealed class RowOutputTests
{
    [Fact]
    public void Csv_tells_null_from_empty_and_quotes_what_needs_it()
    {
        Assert.Equal("n,t\n,\"\"\n1,\"a,b\"\n-1.5,\"say \"\"hi\"\"\"\n1.0,\"two\nlines\"\nx'00FF',\" padded\"\n",
            Csv(["n", "t"], [[null, ""], [1L, "a,b"], [-1.5, "say \"hi\""], [1.0, "two\nlines"], [new byte[] { 0, 255 }, " padded"]]));
    }

    [Theory]
    [InlineData("=1+1", "'=1+1")]
    [InlineData("+49", "'+49")]
    [InlineData("-x", "'-x")]
    [InlineData("@SUM(A1)", "'@SUM(A1)")]
    [InlineData(" =1", "' =1")]
    [InlineData("\t=1", "'\t=1")]
    [InlineData("\r=1", "\"'\r=1\"")]
    [InlineData("＝1", "'＝1")]
    [InlineData("a=1", "a=1")]
    public void Csv_text_is_no_formula(string text, string cell) => Assert.Equal($"c\n{cell}\n", Csv(["c"], [[text]]));

    [Fact]
    public void Csv_leaves_numbers_alone_and_counts_what_it_made_safe()
    {
        using var written = new StringWriter();
        var csv = new CsvOutput(written, raw: false, toTerminal: false);
        csv.Begin(["c"]);
        csv.Row([-5L]);
        csv.Row([-5.5]);
        Assert.Empty(csv.Notes);
        csv.Row(["-5"]);
        csv.Row(["=x"]);
        csv.End();
        Assert.Equal("c\n-5\n-5.5\n'-5\n'=x\n", written.ToString());
        Assert.Equal("2 cells made safe for spreadsheets with a leading ' (--raw leaves them as they are)", Assert.Single(csv.Notes));
    }

    [Fact]
    public void Raw_csv_is_as_it_is() => Assert.Equal("c\n=1\u001b[2J\n", Csv(["c"], [["=1\u001b[2J"]], raw: true));

    [Fact]
    public void Csv_reads_back_to_what_was_written()
    {
        Gen.String[Gen.Char["ab,\"\n\r =;'é日"], 0, 8].Array[1, 4].Sample(cells =>
        {
            var csv = Csv([.. cells.Select((_, i) => $"c{i}")], [cells], raw: true);
            Assert.Equal(cells, CsvReader.Read(csv)[1]);
        }, iter: 2_000);
    }

    [Fact]
    public void Json_loses_nothing()
    {
        using var written = new StringWriter();
        var json = new JsonOutput(written, lines: false);
        json.Begin(["n", "n", "n_2", "b", "x"]);
        json.Row([long.MinValue, 1.0, "a\"\\\n\u001b\u202e\u0085é日🙂", new byte[] { 0, 255 }, double.NegativeInfinity]);
        json.Row([null, 0.1, "", Array.Empty<byte>(), 1e300]);
        json.End();
        using var document = JsonDocument.Parse(written.ToString());
        Assert.Equal(2, document.RootElement.GetArrayLength());
        var row = document.RootElement[0];
        Assert.Equal(["n", "n_3", "n_2", "b", "x"], row.EnumerateObject().Select(p => p.Name));
        Assert.Equal("-9223372036854775808", row.GetProperty("n").GetRawText());
        Assert.Equal("1.0", row.GetProperty("n_3").GetRawText());
        Assert.Equal("a\"\\\n\u001b\u202e\u0085é日🙂", row.GetProperty("n_2").GetString());
        Assert.Equal([0, 255], row.GetProperty("b").GetProperty("base64").GetBytesFromBase64());
        Assert.Equal("-Infinity", row.GetProperty("x").GetString());
        Assert.DoesNotContain(written.ToString(), c => TerminalText.IsUnsafe(c) && c != '\n' && !char.IsSurrogate(c));
        Assert.Equal(3, json.Notes.Count());
    }

    [Fact]
    public void Json_without_rows_is_an_empty_array()
    {
        Assert.Equal("[]\n", Write(o => new JsonOutput(o, lines: false), ["a"], []));
        Assert.Equal("", Write(o => new JsonOutput(o, lines: true), ["a"], []));
        Assert.Equal("{\"a\":1}\n{\"a\":2}\n", Write(o => new JsonOutput(o, lines: true), ["a"], [[1L], [2L]]));
    }

    [Fact]
    public void Json_numbers_read_back_equal()
    {
        Gen.Double.Where(double.IsFinite).Sample(number =>
        {
            using var document = JsonDocument.Parse(Write(o => new JsonOutput(o, lines: true), ["a"], [[number]]));
            return document.RootElement.GetProperty("a").GetDouble() == number;
        });
    }

    [Fact]
    public void Markdown_cells_are_text()
    {
        Assert.Equal("| a_b | \\# |\n| --- | --- |\n| \\[x\\](http://y) \\*b\\* &lt;i\\> &amp;amp; \\| | -1 |\n| <https://x.org/a_b?c&d> | two lines |\n",
            Write(o => new MarkdownOutput(o), ["a_b", "#"], [["[x](http://y) *b* <i> &amp; |", -1L], ["https://x.org/a_b?c&d", "two\nlines"]]));
    }

    [Fact]
    public void A_table_stands_in_columns_with_numbers_right()
    {
        Assert.Equal("""
            id  title
            ──  ─────────────
             1  a
            12  日本 b
             3  nul␀ new line

            """.ReplaceLineEndings("\n"), Write(o => new TableOutput(o, null, false), ["id", "title"], [[1L, "a"], [12L, "日本 b"], [3L, "nul\0 new\nline"]]));
    }

    [Fact]
    public void A_table_on_a_terminal_keeps_to_its_width()
    {
        using var written = new StringWriter();
        var table = new TableOutput(written, width: 40, colours: false);
        table.Begin(["id", "title", "url"]);
        table.Row([1L, new string('x', 100), "https://example.org/a/very/long/address"]);
        table.Row([2L, new string('日', 100), "short"]);
        table.End();
        Assert.All(written.ToString().Split('\n'), line => Assert.InRange(TextWidth.Of(line), 0, 40));
        Assert.Equal("3 long cells are cut to fit; --format csv, json or jsonl shows everything", Assert.Single(table.Notes));
    }

    [Fact]
    public void Too_many_columns_become_blocks()
    {
        var columns = Enumerable.Range(0, 30).Select(i => $"column{i}").ToArray();
        var written = Write(o => new TableOutput(o, 80, false), columns, [[.. columns.Select(c => (object?)$"a value of {c}")]]);
        Assert.StartsWith("── 1 ──\ncolumn0   a value of column0\n", written, StringComparison.Ordinal);
    }

    [Fact]
    public void Any_layout_fits_its_room()
    {
        Gen.Select(Gen.Int[0, 60].Array[1, 8], Gen.Int[20, 120]).Sample((widths, room) =>
        {
            var layout = TableLayout.For([.. widths.Select(_ => "c")], [[.. widths.Select(w => new string('x', w))]], room);
            return layout.Blocks || layout.Widths.Sum() + 2 * (widths.Length - 1) <= room;
        });
    }

    private static string Csv(string[] columns, object?[][] rows, bool raw = false) => Write(o => new CsvOutput(o, raw, toTerminal: false), columns, rows);

    private static string Write(Func<TextWriter, IRowOutput> make, string[] columns, object?[][] rows)
    {
        using var written = new StringWriter(CultureInfo.InvariantCulture);
        var output = make(written);
        output.Begin(columns);
        foreach (var row in rows)
            output.Row(row);
        output.End();
        return written.ToString();
    }
}
