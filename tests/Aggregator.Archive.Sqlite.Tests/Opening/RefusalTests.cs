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

    [Theory]
    [InlineData(0.5)]
    [InlineData(0.99)]
    public void A_file_that_was_cut_off_is_refused_and_left_alone(double share)
    {
        using var temp = new TempArchive();
        SqliteArchive.Open(temp.Path, TimeProvider.System).Dispose();
        var whole = File.ReadAllBytes(temp.Path);
        var (cut, path) = (whole[..(int)(whole.Length * share)], Path.Combine(temp.Folder, "cut.db"));
        File.WriteAllBytes(path, cut);

        Assert.Contains("cut off", Refused(path, ArchiveRefusal.Damaged).Message, StringComparison.Ordinal);
        Assert.Equal(cut, File.ReadAllBytes(path));
    }

    // The log goes into the archive first page first. A disk that is full after that page leaves a header that counts more pages than the file has.
    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public void A_file_that_is_shorter_than_its_header_says_is_whole_as_long_as_its_log_has_the_rest(bool withLog)
    {
        using var temp = new TempArchive();
        byte[] before, log;
        using (var archive = SqliteArchive.Open(temp.Path, TimeProvider.System))
        {
            archive.Connection.Execute("PRAGMA wal_checkpoint(TRUNCATE)");
            archive.Connection.Execute("INSERT INTO fact VALUES ('large', hex(zeroblob(500000)))");
            (before, log) = (ReadShared(temp.Path), ReadShared(temp.Path + "-wal"));
        }

        var after = File.ReadAllBytes(temp.Path);
        Assert.True(before.Length < after.Length - 500_000);
        var path = Path.Combine(temp.Folder, "full.db");
        File.WriteAllBytes(path, [.. after[..8192], .. before[8192..]]);
        if (!withLog)
        {
            Assert.Contains("cut off", Refused(path, ArchiveRefusal.Damaged).Message, StringComparison.Ordinal);
            return;
        }

        File.WriteAllBytes(path + "-wal", log);
        using var opened = SqliteArchive.Open(path, TimeProvider.System);
        Assert.Equal(1_000_000, opened.Connection.ExecuteScalar<long>("SELECT length(value) FROM fact WHERE name = 'large'"));
    }

    [Fact]
    public void A_damaged_page_of_a_table_is_refused_and_left_alone()
    {
        using var temp = new TempArchive();
        SqliteArchive.Open(temp.Path, TimeProvider.System).Dispose();
        var bytes = File.ReadAllBytes(temp.Path);
        using (var reader = ArchiveConnection.OpenReader(temp.Path))
        {
            var page = (int)reader.ExecuteScalar<long>("SELECT rootpage FROM sqlite_schema WHERE name = 'feed'");
            bytes.AsSpan((page - 1) * 8192, 100).Fill(0xEE);
        }

        File.WriteAllBytes(temp.Path, bytes);
        Refused(temp.Path, ArchiveRefusal.Damaged);
        Assert.Equal(bytes, File.ReadAllBytes(temp.Path));
    }

    [Fact]
    public void A_log_of_another_file_is_never_written_into_a_restored_copy()
    {
        using var temp = new TempArchive();
        var (copy, log) = (temp.Path + ".copy", Array.Empty<byte>());
        using (var archive = SqliteArchive.Open(temp.Path, TimeProvider.System))
        {
            Sqlite.Upkeep.ArchiveBackup.Run(temp.Path, copy, stop: TestContext.Current.CancellationToken);
            archive.Connection.Execute("INSERT INTO fact VALUES ('later', 'yes')");
            log = ReadShared(temp.Path + "-wal");
        }

        // As the files lie when the service is started again: another process, which has opened neither.
        var path = Path.Combine(temp.Folder, "restored.db");
        Assert.NotEmpty(log);
        File.Copy(copy, path);
        File.WriteAllBytes(path + "-wal", log);
        Assert.Contains("move", Refused(path, ArchiveRefusal.Damaged).Message, StringComparison.Ordinal);
        Assert.IsType<Sqlite.Querying.DoorOpening.Refused>(Sqlite.Querying.SqlDoor.Open(path, TimeProvider.System));
        Assert.Equal(File.ReadAllBytes(copy), File.ReadAllBytes(path));
        Assert.Equal(log, File.ReadAllBytes(path + "-wal"));

        // What the sentence says helps.
        File.Move(path + "-wal", path + "-wal.old");
        SqliteArchive.Open(path, TimeProvider.System).Dispose();

        // An archive that is gone while its log is there is not begun anew.
        var gone = Path.Combine(temp.Folder, "gone.db");
        File.WriteAllBytes(gone + "-wal", log);
        Assert.Contains("is not there", Refused(gone, ArchiveRefusal.Damaged).Message, StringComparison.Ordinal);
        Assert.Equal(log, File.ReadAllBytes(gone + "-wal"));
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

    [Fact]
    public void A_migration_that_was_killed_in_its_middle_is_done_again()
    {
        using var temp = new TempArchive();
        using (var old = ArchiveConnection.OpenWriter(temp.Path))
        {
            ArchiveSchema.Migrate(old, [.. Migration.All.Take(1)]);
            old.Execute("INSERT INTO fact VALUES ('kept', 'yes')");
        }

        // The files as a kill leaves them: the copy begun, and a step whose transaction has no end, spilled into the log.
        var killed = Path.Combine(temp.Folder, "killed.db");
        using (var migrating = ArchiveConnection.OpenWriter(temp.Path))
        {
            migrating.Execute("PRAGMA cache_size = 1; PRAGMA cache_spill = 1");
            using var transaction = migrating.BeginTransaction();
            migrating.Execute(Migration.All[1].Sql, transaction: transaction);
            migrating.Execute("WITH RECURSIVE n(i) AS (SELECT 1 UNION ALL SELECT i + 1 FROM n WHERE i < 500) INSERT INTO fact SELECT i, hex(randomblob(2000)) FROM n", transaction: transaction);
            File.WriteAllBytes(killed, ReadShared(temp.Path));
            File.WriteAllBytes(killed + "-wal", ReadShared(temp.Path + "-wal"));
            File.WriteAllText(SchemaSnapshot.PathOf(killed, 1) + ".part", "half a copy");
        }

        Assert.True(new FileInfo(killed + "-wal").Length > 0);
        SqliteArchive.Open(killed, TimeProvider.System).Dispose();
        using var now = ArchiveConnection.OpenReader(killed);
        Assert.Equal((ArchiveSchema.Version, "yes", 1L), (ArchiveSchema.VersionOf(now), now.ExecuteScalar<string>("SELECT value FROM fact WHERE name = 'kept'"), now.ExecuteScalar<long>("SELECT count(*) FROM fact")));
        Assert.Equal("ok", now.ExecuteScalar<string>("PRAGMA integrity_check"));
        using var copy = ArchiveConnection.OpenReader(SchemaSnapshot.PathOf(killed, 1));
        Assert.Equal((1L, "yes"), (ArchiveSchema.VersionOf(copy), copy.ExecuteScalar<string>("SELECT value FROM fact")));
    }

    private static byte[] ReadShared(string path)
    {
        using var file = new FileStream(path, FileMode.Open, FileAccess.Read, FileShare.ReadWrite | FileShare.Delete);
        var bytes = new byte[file.Length];
        file.ReadExactly(bytes);
        return bytes;
    }

    private static ArchiveRefusedException Refused(string path, ArchiveRefusal reason)
    {
        var refused = Assert.Throws<ArchiveRefusedException>(() => SqliteArchive.Open(path, TimeProvider.System));
        Assert.Equal(reason, refused.Reason);
        return refused;
    }
}
