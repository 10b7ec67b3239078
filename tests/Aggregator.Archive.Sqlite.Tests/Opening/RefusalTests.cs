using Aggregator.Archive.Sqlite.Opening;
using Dapper;
using Microsoft.Data.Sqlite;

namespace Aggregator.Archive.Sqlite.Tests.Opening;

/// <summary>Each thing that can be wrong with an archive is one clear sentence, and the file stays as it is.</summary>
public sealed class RefusalTests
{
    [Fact]
    public void A_file_that_is_no_database_is_refused_and_left_alone()
    {
        using var temp = new TempArchive();
        File.WriteAllText(temp.Path, "These are my notes, not a database.");

        var refused = Refused(temp.Path, ArchiveRefusal.NotAnArchive);
        Assert.Contains("not an SQLite database", refused.Message, StringComparison.Ordinal);
        Assert.Equal("These are my notes, not a database.", File.ReadAllText(temp.Path));
    }

    [Fact]
    public void A_database_of_another_program_is_refused_and_left_alone()
    {
        using var temp = new TempArchive();
        using (var other = new SqliteConnection($"Data Source={temp.Path};Pooling=False"))
        {
            other.Open();
            other.Execute("CREATE TABLE theirs(a)");
        }

        var before = File.ReadAllBytes(temp.Path)[100..];
        Refused(temp.Path, ArchiveRefusal.NotAnArchive);
        Assert.Equal(before, File.ReadAllBytes(temp.Path)[100..]);
    }

    [Fact]
    public void A_newer_schema_is_refused()
    {
        using var temp = new TempArchive();
        SqliteArchive.Open(temp.Path, TimeProvider.System).Dispose();
        using (var writer = ArchiveConnection.OpenWriter(temp.Path)) writer.Execute("PRAGMA user_version = 999");

        Assert.Contains("schema 999", Refused(temp.Path, ArchiveRefusal.Newer).Message, StringComparison.Ordinal);
    }

    [Fact]
    public void A_folder_is_refused()
    {
        using var temp = new TempArchive();
        Directory.CreateDirectory(temp.Path);

        Refused(temp.Path, ArchiveRefusal.NotAnArchive);
    }

    [Fact]
    public void A_folder_that_cannot_be_made_is_refused()
    {
        using var temp = new TempArchive();
        File.WriteAllText(Path.Combine(temp.Folder, "file"), "");

        Refused(Path.Combine(temp.Folder, "file", "archive.db"), ArchiveRefusal.ReadOnly);
    }

    [Theory]
    [InlineData(DriveType.Network, "nfs4", true)]
    [InlineData(DriveType.Network, "cifs", true)]
    [InlineData(DriveType.Unknown, "fuse.sshfs", true)]
    [InlineData(DriveType.Fixed, "ext4", false)]
    [InlineData(DriveType.Ram, "tmpfs", false)]
    public void A_network_file_system_is_refused_by_name(DriveType type, string format, bool refused)
    {
        void Check() => StartChecks.NotOnANetwork("archive.db", type, format);
        if (refused) Assert.Contains($"({format})", Assert.Throws<ArchiveRefusedException>(Check).Message, StringComparison.Ordinal);
        else Check();
    }

    [Fact]
    public void A_damaged_first_page_is_refused()
    {
        using var temp = new TempArchive();
        SqliteArchive.Open(temp.Path, TimeProvider.System).Dispose();
        using (var file = new FileStream(temp.Path, FileMode.Open)) { file.Position = 100; file.Write(new byte[500]); }

        var refused = Assert.Throws<ArchiveRefusedException>(() => SqliteArchive.Open(temp.Path, TimeProvider.System));
        Assert.True(refused.Reason is ArchiveRefusal.Damaged or ArchiveRefusal.NotAnArchive);
    }

    [Fact]
    public void A_second_poller_is_refused_by_the_name_of_the_first()
    {
        using var temp = new TempArchive();
        using (SqliteArchive.Open(temp.Path, TimeProvider.System))
        {
            Assert.Contains($"process {Environment.ProcessId} on", Refused(temp.Path, ArchiveRefusal.InUse).Message, StringComparison.Ordinal);
            Assert.NotNull(ArchiveHolder.Of(temp.Path));
        }

        Assert.Null(ArchiveHolder.Of(temp.Path));
        SqliteArchive.Open(temp.Path, TimeProvider.System).Dispose();
    }

    [Fact]
    public void A_link_to_an_archive_is_the_same_archive()
    {
        using var temp = new TempArchive();
        using var first = SqliteArchive.Open(temp.Path, TimeProvider.System);
        var link = Path.Combine(temp.Folder, "link.db");
        File.CreateSymbolicLink(link, temp.Path);

        Refused(link, ArchiveRefusal.InUse);
    }

    [Fact]
    public void The_log_and_its_index_stay_in_place_empty_for_readers_without_write_rights()
    {
        using var temp = new TempArchive();
        SqliteArchive.Open(temp.Path, TimeProvider.System).Dispose();

        Assert.Equal(0, new FileInfo(temp.Path + "-wal").Length);
        Assert.True(File.Exists(temp.Path + "-shm"));
    }

    [Fact]
    public void A_step_that_fails_leaves_the_old_schema_and_a_copy()
    {
        using var temp = new TempArchive();
        SqliteArchive.Open(temp.Path, TimeProvider.System).Dispose();
        using var writer = ArchiveConnection.OpenWriter(temp.Path);
        var next = (int)ArchiveSchema.Version + 1;

        Assert.Throws<SqliteException>(() => ArchiveSchema.Migrate(
            writer, [.. Migration.All, new Migration(next, "good", "CREATE TABLE good(a)"), new Migration(next + 1, "bad", "CREATE TABLE bad(a); SELECT nonsense")]));

        Assert.Equal(next, ArchiveSchema.VersionOf(writer));
        Assert.Equal(["good"], writer.Query<string>("SELECT name FROM sqlite_schema WHERE name IN ('good', 'bad')"));
    }

    [Fact]
    public void An_archive_of_an_older_schema_is_copied_before_it_is_migrated()
    {
        using var temp = new TempArchive();
        using (var old = ArchiveConnection.OpenWriter(temp.Path))
        {
            ArchiveSchema.Migrate(old, [.. Migration.All.Take(1)]);
            old.Execute("INSERT INTO fact VALUES ('kept', 'yes')");
        }

        SqliteArchive.Open(temp.Path, TimeProvider.System).Dispose();

        using var copy = new SqliteConnection($"Data Source={SchemaSnapshot.PathOf(temp.Path, 1)};Mode=ReadOnly;Pooling=False");
        copy.Open();
        Assert.Equal((1L, "yes"), (ArchiveSchema.VersionOf(copy), copy.ExecuteScalar<string>("SELECT value FROM fact")));
        using var now = ArchiveConnection.OpenReader(temp.Path);
        Assert.Equal((ArchiveSchema.Version, "yes"), (ArchiveSchema.VersionOf(now), now.ExecuteScalar<string>("SELECT value FROM fact")));
    }

    private static ArchiveRefusedException Refused(string path, ArchiveRefusal reason)
    {
        var refused = Assert.Throws<ArchiveRefusedException>(() => SqliteArchive.Open(path, TimeProvider.System));
        Assert.Equal(reason, refused.Reason);
        return refused;
    }
}
