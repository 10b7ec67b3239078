using Aggregator.Archive.Sqlite.Opening;
using Dapper;
using Microsoft.Data.Sqlite;

namespace Aggregator.Archive.Sqlite.Tests.Opening;

public sealed class ArchiveSchemaTests
{
    [Fact]
    public void Migrations_are_numbered_without_a_hole()
    {
        Assert.Equal(Enumerable.Range(1, Migration.All.Count), Migration.All.Select(m => m.Number));
    }

    [Fact]
    public void A_new_archive_has_the_newest_schema_and_our_mark()
    {
        using var temp = new TempArchive();
        using var connection = ArchiveConnection.OpenWriter(temp.Path);
        ArchiveSchema.Migrate(connection);

        Assert.Equal(ArchiveSchema.Version, ArchiveSchema.VersionOf(connection));
        Assert.Equal(ArchiveSchema.ApplicationId, connection.ExecuteScalar<long>("PRAGMA application_id"));
        Assert.Equal(8192, connection.ExecuteScalar<long>("PRAGMA page_size"));
        Assert.Equal("wal", connection.ExecuteScalar<string>("PRAGMA journal_mode"));
        Assert.Equal("ok", connection.ExecuteScalar<string>("PRAGMA integrity_check"));
        ArchiveSchema.Migrate(connection);
        Assert.Equal(ArchiveSchema.Version, ArchiveSchema.VersionOf(connection));
    }

    // Between the first page and the write-ahead log: what a crash, or a disk that failed, left in that moment.
    [Fact]
    public void An_archive_whose_making_was_cut_short_is_made_anew()
    {
        using var made = new TempArchive();
        using var left = new TempArchive();
        using (var connection = new SqliteConnection($"Data Source={made.Path};Pooling=False"))
        {
            connection.Open();
            connection.Execute("PRAGMA page_size = 8192; PRAGMA cache_size = 1; BEGIN IMMEDIATE; CREATE TABLE half(a)");
            connection.Execute("WITH RECURSIVE n(i) AS (SELECT 1 UNION ALL SELECT i + 1 FROM n WHERE i < 100) INSERT INTO half SELECT randomblob(4000) FROM n");
            File.Copy(made.Path, left.Path);
            File.Copy(made.Path + "-journal", left.Path + "-journal");
        }

        Assert.NotEqual(0, new FileInfo(left.Path).Length);
        SqliteArchive.Open(left.Path, TimeProvider.System).Dispose();
        using var reader = ArchiveConnection.OpenReader(left.Path);
        Assert.Equal(ArchiveSchema.Version, ArchiveSchema.VersionOf(reader));
        Assert.Equal(0, reader.ExecuteScalar<long>("SELECT count(*) FROM sqlite_schema WHERE name = 'half'"));
        Assert.False(File.Exists(left.Path + "-journal"));
    }
}
