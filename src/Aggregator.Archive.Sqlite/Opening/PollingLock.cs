using System.Globalization;

namespace Aggregator.Archive.Sqlite.Opening;

/// <summary>
/// Only one process polls an archive: it holds a kernel lock on <c>archive.db.lock</c>, which a crash releases, so that no stale lock can stay.
/// Who holds it is written in <c>archive.db.holder</c>, because a locked file cannot be read everywhere.
/// </summary>
internal sealed class PollingLock : IDisposable
{
    private const string ServiceMark = " (service)";

    private readonly FileStream _file;
    private readonly string _path;

    private PollingLock(FileStream file, string path) => (_file, _path) = (file, path);

    /// <summary>Takes the lock, or refuses and names who has it.</summary>
    public static PollingLock Take(string path, TimeProvider time, bool service = false)
    {
        // Whoever asks for the holder takes the lock for a moment: that must not look like a second poller.
        FileStream? file = null;
        if (!SpinWait.SpinUntil(() => (file = TryOpen(path)) is not null, TimeSpan.FromMilliseconds(200)))
            throw new ArchiveRefusedException(ArchiveRefusal.InUse, $"{path} is polled by another process{(HolderOf(path) is { } holder ? $": {holder}" : "")}; stop it first");
        try
        {
            File.WriteAllText(HolderPath(path), string.Create(
                CultureInfo.InvariantCulture, $"process {Environment.ProcessId} on {Environment.MachineName}, since {time.GetUtcNow():yyyy-MM-dd'T'HH:mm:ss'Z'}{(service ? ServiceMark : "")}\n"));
        }
        catch (Exception trouble) when (trouble is IOException or UnauthorizedAccessException)
        {
            // A full disk: the lock holds all the same, only its name is missing.
        }

        return new PollingLock(file!, path);
    }

    /// <summary>Who polls the archive now, in words; null when nobody does.</summary>
    public static string? Holder(string path)
    {
        if (!File.Exists(LockPath(path))) return null;
        try
        {
            if (TryOpen(path) is not { } file) return HolderOf(path) ?? "an unknown process";
            file.Dispose();
        }
        catch (ArchiveRefusedException)
        {
            // Read rights only: whether it is locked cannot be asked, so what was written last is not told as fact.
        }

        return null;
    }

    /// <summary>True when the holder, as <see cref="Holder"/> names it, takes requests.</summary>
    public static bool IsService(string holder) => holder.EndsWith(ServiceMark, StringComparison.Ordinal);

    /// <summary>Marks the holder's file with the time: a sign of life that costs no write to the archive.</summary>
    public void Tick(DateTimeOffset now)
    {
        try
        {
            File.SetLastWriteTimeUtc(HolderPath(_path), now.UtcDateTime);
        }
        catch (Exception trouble) when (trouble is IOException or UnauthorizedAccessException)
        {
            // The sign is missing, which is what whoever looks for it should see.
        }
    }

    /// <summary>When the holder last gave a sign of life; null when it left no file.</summary>
    public static DateTimeOffset? LastTick(string path) =>
        File.Exists(HolderPath(path)) ? new DateTimeOffset(File.GetLastWriteTimeUtc(HolderPath(path)), TimeSpan.Zero) : null;

    // The file stays: deleting it would let two processes lock two files of one name.
    public void Dispose() => _file.Dispose();

    private static FileStream? TryOpen(string path)
    {
        try
        {
            return new FileStream(LockPath(path), FileMode.OpenOrCreate, FileAccess.ReadWrite, FileShare.None);
        }
        catch (UnauthorizedAccessException denied)
        {
            throw new ArchiveRefusedException(ArchiveRefusal.ReadOnly, $"{LockPath(path)} cannot be written: {denied.Message}", denied);
        }
        catch (IOException trouble) when (IsLocked(trouble))
        {
            return null;
        }
        catch (IOException trouble)
        {
            throw new ArchiveRefusedException(ArchiveRefusal.ReadOnly, $"{LockPath(path)} cannot be opened: {trouble.Message}", trouble);
        }
    }

    // EWOULDBLOCK on Linux and macOS, ERROR_SHARING_VIOLATION on Windows.
    private static bool IsLocked(IOException trouble) => OperatingSystem.IsWindows()
        ? (trouble.HResult & 0xffff) == 32
        : trouble.HResult is 11 or 35;

    private static string? HolderOf(string path)
    {
        try
        {
            return File.ReadAllText(HolderPath(path)).Trim() is { Length: > 0 } text ? text : null;
        }
        catch (Exception trouble) when (trouble is IOException or UnauthorizedAccessException)
        {
            return null;
        }
    }

    private static string LockPath(string path) => path + ".lock";

    private static string HolderPath(string path) => path + ".holder";
}
