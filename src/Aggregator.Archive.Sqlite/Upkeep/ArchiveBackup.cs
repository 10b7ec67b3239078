using System.Globalization;
using Aggregator.Archive.Sqlite.Opening;
using Dapper;
using Microsoft.Data.Sqlite;

namespace Aggregator.Archive.Sqlite.Upkeep;

/// <summary>
/// Copies an archive while it is in use. Takes a path and a place; gives a file that opens alone, was checked after it was written and holds
/// every article that was acknowledged before it began; never leaves half a copy under the copy's name.
/// </summary>
public static class ArchiveBackup
{
    private const string Prefix = "archive-", Suffix = ".db";

    /// <param name="path">The archive.</param>
    /// <param name="to">The copy's file; it must not exist, unless <paramref name="overwrite"/>.</param>
    /// <param name="overwrite">True: an older copy of that name is replaced once the new one is whole.</param>
    public static BackupReport Run(string path, string to, bool overwrite = false)
    {
        to = Path.GetFullPath(to);
        if (to == StartChecks.FullPath(path)) throw new ArchiveRefusedException(ArchiveRefusal.Unavailable, "the copy of an archive must be another file");
        if (File.Exists(to) && !overwrite) throw new ArchiveRefusedException(ArchiveRefusal.Unavailable, $"{to} exists; name another file");
        var part = to + ".part";
        try
        {
            Directory.CreateDirectory(Path.GetDirectoryName(to)!);
            File.Delete(part);
            Copy(path, part);
            var articles = Verify(part);
            File.Move(part, to, overwrite);
            return new BackupReport(to, new FileInfo(to).Length, articles);
        }
        catch (Exception trouble) when (trouble is IOException or UnauthorizedAccessException or SqliteException)
        {
            Forget(part);
            throw new ArchiveRefusedException(ArchiveRefusal.Unavailable, $"the copy {to} could not be written: {trouble.Message}", trouble);
        }
        catch
        {
            Forget(part);
            throw;
        }
    }

    /// <summary>A copy named after the time, and the oldest ones beyond <paramref name="keep"/> removed.</summary>
    public static BackupReport ToFolder(string path, string folder, int keep, TimeProvider time)
    {
        var name = string.Create(CultureInfo.InvariantCulture, $"{Prefix}{time.GetUtcNow():yyyy-MM-dd'T'HHmmss'Z'}{Suffix}");
        var report = Run(path, Path.Combine(folder, name), overwrite: true);
        var old = Directory.EnumerateFiles(folder, Prefix + "*" + Suffix).Where(IsOurs).OrderDescending(StringComparer.Ordinal).Skip(Math.Max(keep, 1));
        foreach (var file in old.ToList()) File.Delete(file);
        return report;
    }

    // One step copies everything from one snapshot: in small steps every commit of the polling process would start it over.
    private static void Copy(string path, string part)
    {
        using var from = ExistingArchive.OpenReader(path);
        using var to = new SqliteConnection(new SqliteConnectionStringBuilder { DataSource = part, Pooling = false }.ToString());
        to.Open();
        from.BackupDatabase(to);

        // The copy carries the log's mark; without it, it opens on a medium that cannot be written.
        to.Execute("PRAGMA journal_mode = DELETE");
    }

    private static long Verify(string part)
    {
        using var copy = new SqliteConnection(new SqliteConnectionStringBuilder { DataSource = part, Mode = SqliteOpenMode.ReadOnly, Pooling = false }.ToString());
        copy.Open();
        var check = copy.ExecuteScalar<string>("PRAGMA integrity_check(1)");
        if (check != "ok") throw new ArchiveRefusedException(ArchiveRefusal.Damaged, $"the copy is not sound, and so perhaps the archive is not: {check}; run `archive check`");
        return copy.ExecuteScalar<long>("SELECT count(*) FROM article");
    }

    // Only files named as ours are ever removed.
    private static bool IsOurs(string file) => DateTimeOffset.TryParseExact(
        Path.GetFileName(file)[Prefix.Length..^Suffix.Length], "yyyy-MM-dd'T'HHmmss'Z'", CultureInfo.InvariantCulture, DateTimeStyles.AssumeUniversal, out _);

    private static void Forget(string part)
    {
        try
        {
            File.Delete(part);
        }
        catch (Exception trouble) when (trouble is IOException or UnauthorizedAccessException)
        {
            // It is named as a part, so nobody takes it for a copy.
        }
    }
}

/// <summary>A copy that was written and checked.</summary>
/// <param name="Path">Its file.</param>
/// <param name="Bytes">Its size.</param>
/// <param name="Articles">Articles in it.</param>
public sealed record BackupReport(string Path, long Bytes, long Articles);
