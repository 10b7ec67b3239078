using Aggregator.Archive.Sqlite.Opening;
using Dapper;

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
}
