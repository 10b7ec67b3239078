using System.Globalization;
using Aggregator.Archive.Sqlite.Opening;
using Dapper;
using Microsoft.Data.Sqlite;
using SQLitePCL;

namespace Aggregator.Archive.Sqlite.Upkeep;

/// <summary>
/// Copies an archive while it is in use. Takes a path and a place; gives a file that opens alone, was checked after it was written and holds
/// every article that was acknowledged before it began; never leaves half a copy under the copy's name.
/// </summary>
public static class ArchiveBackup
{
    private const string Prefix = "archive-", Suffix = ".db";

    /// <summary>Pages copied between two looks at whether it goes on: 8 MiB.</summary>
    private const int Step = 1024;

    /// <param name="path">The archive.</param>
    /// <param name="to">The copy's file; it must not exist, unless <paramref name="overwrite"/>.</param>
    /// <param name="overwrite">True: an older copy of that name is replaced once the new one is whole.</param>
    /// <param name="done">Told the pages copied and all pages.</param>
    /// <param name="stop">Calls it off; nothing is left of the copy.</param>
    public static BackupReport Run(string path, string to, bool overwrite = false, Action<long, long>? done = null, CancellationToken stop = default)
    {
        to = Path.GetFullPath(to);
        if (to == StartChecks.FullPath(path)) throw new ArchiveRefusedException(ArchiveRefusal.Unavailable, "the copy of an archive must be another file");
        if (File.Exists(to) && !overwrite) throw new ArchiveRefusedException(ArchiveRefusal.Unavailable, $"{to} exists; name another file");
        var part = to + ".part";
        try
        {
            Directory.CreateDirectory(Path.GetDirectoryName(to)!);
            File.Delete(part);
            Copy(path, part, done ?? ((_, _) => { }), stop);
            var articles = Verify(part, stop);
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
    public static BackupReport ToFolder(string path, string folder, int keep, TimeProvider time, CancellationToken stop = default)
    {
        var name = string.Create(CultureInfo.InvariantCulture, $"{Prefix}{time.GetUtcNow():yyyy-MM-dd'T'HHmmss'Z'}{Suffix}");
        if (Directory.Exists(folder))
            foreach (var part in Directory.EnumerateFiles(folder, Prefix + "*" + Suffix + ".part").Where(f => IsOurs(f[..^5])).ToList()) File.Delete(part); // Of a copy that was cut off.
        var report = Run(path, Path.Combine(folder, name), overwrite: true, stop: stop);
        var old = Directory.EnumerateFiles(folder, Prefix + "*" + Suffix).Where(IsOurs).OrderDescending(StringComparer.Ordinal).Skip(Math.Max(keep, 1));
        foreach (var file in old.ToList()) File.Delete(file);
        return report;
    }

    private static void Copy(string path, string part, Action<long, long> done, CancellationToken stop)
    {
        using var from = ExistingArchive.OpenReader(path);
        using var to = new SqliteConnection(new SqliteConnectionStringBuilder { DataSource = part, Pooling = false }.ToString());
        to.Open();

        // The held snapshot keeps commits of the polling process from starting the copy over. The copy needs no journal: it is thrown away if it breaks.
        to.Execute("PRAGMA journal_mode = OFF; PRAGMA synchronous = OFF");
        using (from.BeginTransaction(deferred: true))
        {
            from.ExecuteScalar<long>("SELECT count(*) FROM sqlite_schema");
            Copy(from, to, part, done, stop);
        }

        // The copy carries the log's mark; without it, it opens on a medium that cannot be written.
        to.Execute("PRAGMA synchronous = FULL");
        to.Execute("PRAGMA journal_mode = DELETE");
    }

    private static void Copy(SqliteConnection from, SqliteConnection to, string part, Action<long, long> done, CancellationToken stop)
    {
        using var backup = raw.sqlite3_backup_init(to.Handle!, "main", from.Handle!, "main");
        if (backup.IsInvalid) throw new SqliteException(raw.sqlite3_errmsg(to.Handle!).utf8_to_string(), raw.sqlite3_errcode(to.Handle!));
        using var file = File.OpenHandle(part, FileMode.Open, FileAccess.ReadWrite, FileShare.ReadWrite | FileShare.Delete);
        for (var code = raw.SQLITE_OK; code != raw.SQLITE_DONE;)
        {
            stop.ThrowIfCancellationRequested();
            code = raw.sqlite3_backup_step(backup, Step);
            if (code is not (raw.SQLITE_OK or raw.SQLITE_DONE)) throw new SqliteException($"copying broke off: {raw.sqlite3_errstr(code).utf8_to_string()}", code);

            // A little at a time: gigabytes at once would keep the polling process's own commits waiting for the disk.
            RandomAccess.FlushToDisk(file);
            long pages = raw.sqlite3_backup_pagecount(backup);
            done(pages - raw.sqlite3_backup_remaining(backup), pages);
        }
    }

    private static long Verify(string part, CancellationToken stop)
    {
        using var copy = new SqliteConnection(new SqliteConnectionStringBuilder { DataSource = part, Mode = SqliteOpenMode.ReadOnly, Pooling = false }.ToString());
        copy.Open();
        var check = Interruptible.Run(copy, () => copy.ExecuteScalar<string>("PRAGMA integrity_check(1)"), stop);
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
