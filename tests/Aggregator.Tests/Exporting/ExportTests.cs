using System.Globalization;
using System.Text;
using System.Text.Json;
using Aggregator.Exporting;
using Aggregator.Tests.Output;
using Aggregator.Tests.Upkeep;
using Microsoft.Data.Sqlite;
using Parquet;

namespace Aggregator.Tests.Exporting;

/// <summary><c>export</c>: what comes out is what the view <c>articles</c> holds.</summary>
public sealed class ExportTests
{
    [Fact]
    public async Task Jsonl_holds_every_column_and_row_whatever_is_in_a_text()
    {
        using var archive = await OddAsync();
        var path = archive.Folder.Path("all.jsonl");
        var export = await archive.CallAsync("export", "-o", path);
        Assert.True(export.ExitCode == 0, export.ToString());
        Assert.Contains("8 articles written", export.Errors, StringComparison.Ordinal);

        var expected = Rows(archive);
        var lines = await File.ReadAllLinesAsync(path, TestContext.Current.CancellationToken);
        Assert.Equal(expected.Count, lines.Length);
        foreach (var (row, line) in expected.Zip(lines))
        {
            var article = JsonDocument.Parse(line).RootElement;
            Assert.Equal(row.Keys, article.EnumerateObject().Select(p => p.Name));
            foreach (var (name, value) in row) Assert.Equal(value is DBNull ? "" : Convert.ToString(value, CultureInfo.InvariantCulture), article.GetProperty(name).ToString());
            Assert.Equal(JsonValueKind.Array, article.GetProperty("flags").ValueKind);
        }
    }

    [Fact]
    public async Task Csv_holds_every_column_and_row()
    {
        using var archive = await OddAsync();
        var path = archive.Folder.Path("all.csv");
        Assert.Equal(0, (await archive.CallAsync("export", "-o", path, "--raw")).ExitCode);
        var expected = Rows(archive);
        var cells = CsvReader.Read(await File.ReadAllTextAsync(path, TestContext.Current.CancellationToken));
        Assert.Equal(expected[0].Keys, cells[0]);
        foreach (var (row, line) in expected.Zip(cells.Skip(1))) Assert.Equal(row.Values.Select(v => v is DBNull ? "" : Convert.ToString(v, CultureInfo.InvariantCulture)), line);
    }

    [Fact]
    public async Task Parquet_holds_every_column_and_row_in_its_type()
    {
        using var archive = await OddAsync();
        var path = archive.Folder.Path("all.parquet");
        Assert.Equal(0, (await archive.CallAsync("export", "-o", path)).ExitCode);
        var expected = Rows(archive);
        await using var reader = await ParquetReader.CreateAsync(path, cancellationToken: TestContext.Current.CancellationToken);
        Assert.Equal(expected[0].Keys, reader.Schema.DataFields.Select(f => f.Name));
        Assert.Equal(typeof(DateTime), reader.Schema.FindDataField("published_at").ClrType);
        Assert.Equal(typeof(long), reader.Schema.FindDataField("word_count").ClrType);
        Assert.Equal("Zstd", reader.Metadata!.RowGroups[0].Columns[0].MetaData!.Codec.ToString(), ignoreCase: true);
        Assert.Equal(expected.Count, reader.RowGroups.Sum(g => g.RowCount));
        using var group = reader.OpenRowGroupReader(0);
        var (titles, words, dates) = (new string[expected.Count], new long?[expected.Count], new DateTime?[expected.Count]);
        await group.ReadAsync(reader.Schema.FindDataField("title"), titles, cancellationToken: TestContext.Current.CancellationToken);
        await group.ReadAsync<long>(reader.Schema.FindDataField("word_count"), words, cancellationToken: TestContext.Current.CancellationToken);
        await group.ReadAsync<DateTime>(reader.Schema.FindDataField("published_at"), dates, cancellationToken: TestContext.Current.CancellationToken);
        Assert.Equal(expected.Select(r => r["title"]), titles);
        Assert.Equal(expected.Select(r => (long?)r["word_count"]), words);
        Assert.Equal(expected.Select(r => r["published_at"] as string), dates.Select(d => d?.ToString("yyyy-MM-dd'T'HH:mm:ss'Z'", CultureInfo.InvariantCulture)));
    }

    [Fact]
    public async Task Integers_are_the_views()
    {
        using var archive = await UpkeptArchive.MakeAsync();
        var declared = Stored.Rows(archive.Folder, "SELECT name FROM pragma_table_xinfo('articles') WHERE type = 'INTEGER' ORDER BY name").Trim().Split('\n');
        Assert.Equal(declared, ParquetArticles.Integers.Order(StringComparer.Ordinal));
    }

    [Theory]
    [InlineData("--where true", 0, 8, "")]
    [InlineData("--where false", 0, 0, "")]
    [InlineData("--where dated_at>='2021'~--~newer", 0, 5, "")]
    [InlineData("--where titel=1", 1, -1, "did you mean title?")]
    [InlineData("--where readfile('x')", 1, -1, "no such function")]
    [InlineData("--where count(*)>1", 1, -1, "misuse")]
    [InlineData("--format xml", 2, -1, "xml")]
    public async Task A_condition_is_judged_by_the_door(string arguments, int code, int rows, string said)
    {
        using var archive = await UpkeptArchive.MakeAsync();
        foreach (var format in new[] { "jsonl", "parquet" })
        {
            var path = archive.Folder.Path($"some.{format}");
            var export = await archive.CallAsync(["export", "-o", path, .. arguments.Split(' ').Select(w => w.Replace('~', ' '))]);
            Assert.True(export.ExitCode == code, export.ToString());
            Assert.Contains(said, export.Errors, StringComparison.Ordinal);
            Assert.Equal(code == 0, File.Exists(path));
            Assert.False(File.Exists(path + ".part"));
            if (format == "jsonl" && code == 0) Assert.Equal(rows, File.ReadAllLines(path).Length);
        }
    }

    [Fact]
    public async Task An_archive_is_never_the_output()
    {
        using var archive = await UpkeptArchive.MakeAsync();
        var before = await File.ReadAllBytesAsync(archive.Folder.Archive, TestContext.Current.CancellationToken);
        Assert.Equal(2, (await archive.CallAsync("export", "--format", "csv", "-o", archive.Folder.Archive)).ExitCode);
        Assert.Equal(before, await File.ReadAllBytesAsync(archive.Folder.Archive, TestContext.Current.CancellationToken));
        Assert.Equal(2, (await archive.CallAsync("export", "-o", archive.Folder.Path("no.ending"))).ExitCode);
    }

    [Fact]
    public async Task The_real_program_exports()
    {
        using var archive = await UpkeptArchive.MakeAsync();
        var export = await archive.RunAsync("export", "--output", "all.parquet", "--where", "source = 'Beta'");
        Assert.True(export.ExitCode == 0, export.ToString());
        Assert.Equal("PAR1", Encoding.ASCII.GetString((await File.ReadAllBytesAsync(archive.Folder.Path("all.parquet"), TestContext.Current.CancellationToken))[..4]));
    }

    private static async Task<UpkeptArchive> OddAsync()
    {
        var archive = await UpkeptArchive.MakeAsync();
        using var connection = Stored.Open(archive.Folder, SqliteOpenMode.ReadWrite);
        using var command = connection.CreateCommand();
        command.CommandText = """
            UPDATE article SET flags = '["a","b"]', author = '=1+1', language = '' WHERE id = 1;
            UPDATE article SET title = 'Bell' || char(7) || ' "quotes" \ ' || char(0x202E) || ' 日本 😀' WHERE id = 2;
            UPDATE article SET published_at = NULL, dated_at = first_seen_at, image_url = 'x,y' WHERE id = 3;
            """;
        command.ExecuteNonQuery();
        return archive;
    }

    private static List<Dictionary<string, object>> Rows(UpkeptArchive archive)
    {
        using var connection = Stored.Open(archive.Folder, SqliteOpenMode.ReadOnly);
        using var command = connection.CreateCommand();
        command.CommandText = "SELECT * FROM articles ORDER BY id";
        using var reader = command.ExecuteReader();
        var rows = new List<Dictionary<string, object>>();
        while (reader.Read()) rows.Add(Enumerable.Range(0, reader.FieldCount).ToDictionary(reader.GetName, reader.GetValue));
        return rows;
    }
}
